//! What came back, read whole.

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use contract::problem::{PROBLEM_MEDIA_TYPE, Problem, ProblemCode};
use serde::de::DeserializeOwned;

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Bytes,
}

impl Answer {
    /// The body of a success.
    pub(crate) fn body<T: DeserializeOwned>(&self) -> T {
        assert!(self.status.is_success(), "{} {}", self.status, self.text());
        self.json()
    }

    /// The body whatever the status: the draft of a 412.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|fault| {
            panic!("{fault}: {} {}", self.status, self.text());
        })
    }

    /// The refusal, which must have this status and this code in a problem's media type.
    pub(crate) fn refusal(&self, status: u16, code: ProblemCode) -> Problem {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert_eq!(self.header("content-type"), Some(PROBLEM_MEDIA_TYPE));
        let problem: Problem = self.json();
        assert_eq!((problem.status, problem.code), (status, code));
        problem
    }

    /// A header's value.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}
