//! An HTTP response with its whole body, and assertions about it.

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use contract::problem::{PROBLEM_MEDIA_TYPE, Problem, ProblemCode};
use serde::de::DeserializeOwned;

/// An HTTP response, with the whole body in memory.
#[derive(Debug)]
pub(crate) struct TestResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Bytes,
}

impl TestResponse {
    /// Parses the JSON body. Panics unless the status is a success.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> T {
        assert!(self.status.is_success(), "{} {}", self.status, self.text());
        self.error_json()
    }

    /// Parses the JSON body of any response, also of an error. For example, a 412 response contains the current draft.
    pub(crate) fn error_json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| {
            panic!("{error}: {} {}", self.status, self.text());
        })
    }

    /// Asserts that the response is an RFC 9457 problem with the given status and code. Returns the problem.
    pub(crate) fn assert_problem(&self, status: u16, code: ProblemCode) -> Problem {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert_eq!(self.header("content-type"), Some(PROBLEM_MEDIA_TYPE));
        let problem: Problem = self.error_json();
        assert_eq!((problem.status, problem.code), (status, code));
        problem
    }

    /// The value of a header; the first value if the header is repeated.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The body as text. Invalid UTF-8 is replaced by U+FFFD.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}
