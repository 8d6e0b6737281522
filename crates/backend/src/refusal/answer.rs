//! How a refusal looks on the wire: RFC 9457, with the headers that its status asks for.

use axum::Json;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use contract::limits::TUS_VERSION;
use contract::problem::{PROBLEM_MEDIA_TYPE, Problem};

use super::Refusal;

impl Refusal {
    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        match self {
            Refusal::TooManyRequests {
                retry_after_seconds,
            } => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from(*retry_after_seconds));
            }
            Refusal::OffsetConflict { offset } => {
                headers.insert(
                    HeaderName::from_static("upload-offset"),
                    HeaderValue::from(*offset),
                );
            }
            Refusal::TusVersion => {
                headers.insert(
                    HeaderName::from_static("tus-version"),
                    HeaderValue::from_static(TUS_VERSION),
                );
            }
            Refusal::NotSignedIn => {
                // RFC 9110 asks for one on every 401; the schemes are those of the contract.
                headers.insert(
                    header::WWW_AUTHENTICATE,
                    HeaderValue::from_static("Cookie realm=\"motcua\", Bearer realm=\"motcua\""),
                );
            }
            _ => {}
        }
        headers
    }

    /// The refusal as it travels.
    pub fn problem(&self) -> Problem {
        let mut problem = Problem {
            status: self.status().as_u16(),
            code: self.code(),
            title: self.title().to_owned(),
            detail: None,
            pointer: None,
            errors: Vec::new(),
            retry_after_seconds: None,
            tries_left: None,
        };
        match self {
            Refusal::InvalidRequest(detail) => problem.detail = Some(detail.clone()),
            Refusal::PreconditionRequired(name) => problem.detail = Some((*name).to_owned()),
            Refusal::InvalidAnswers(errors)
            | Refusal::IncompleteDossier(errors)
            | Refusal::AttachmentMismatch(errors) => {
                problem.pointer = errors.first().map(|error| error.pointer.clone());
                problem.errors = errors.clone();
            }
            Refusal::WrongCode { tries_left } => problem.tries_left = Some(*tries_left),
            Refusal::TooManyRequests {
                retry_after_seconds,
            } => problem.retry_after_seconds = Some(*retry_after_seconds),
            _ => {}
        }
        problem
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        if let Refusal::VersionConflict(draft) = self {
            let version = format!("\"{}\"", draft.version);
            return (
                StatusCode::PRECONDITION_FAILED,
                [(header::ETAG, version)],
                Json(*draft),
            )
                .into_response();
        }
        let mut headers = self.headers();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(PROBLEM_MEDIA_TYPE),
        );
        (self.status(), headers, Json(self.problem())).into_response()
    }
}
