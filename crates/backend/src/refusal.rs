//! Every way in which this backend says no, with the stable code of the contract. A refusal never carries personal
//! data or a fault's inner text.

use axum::Json;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use contract::draft::Draft;
use contract::limits::TUS_VERSION;
use contract::problem::{AnswerProblem, PROBLEM_MEDIA_TYPE, Problem, ProblemCode};

/// Why a request is refused.
#[derive(Debug)]
pub enum Refusal {
    /// 400: the body or a parameter isn't what the contract says; a sentence for developers.
    InvalidRequest(String),
    /// 422: these answers break a rule.
    InvalidAnswers(Vec<AnswerProblem>),
    /// 401: no session, or it has ended.
    NotSignedIn,
    /// 403: `Motcua-Request` is missing.
    MissingRequestHeader,
    /// 403: a page of another origin asks for a change.
    ForeignOrigin,
    /// 403: who is signed in proved it too long ago for this.
    ProofTooOld,
    /// 403: identifier and password don't match. Not 401, which would tell the app that a session ended.
    WrongCredentials,
    /// 403: not the code that was sent.
    WrongCode {
        /// Tries left.
        tries_left: u32,
    },
    /// 403: every code of the challenge is too old, or the challenge has been used.
    CodeExpired,
    /// 403: no tries left.
    CodeExhausted,
    /// 429: come back later.
    TooManyRequests {
        /// Seconds to wait.
        retry_after_seconds: u32,
    },
    /// 409: the challenge waits for its code, so no password can be set.
    ChallengeOpen,
    /// 409: the account has no phone that a code could go to.
    PhoneMissing,
    /// 403: the account lacks a required consent in its present wording.
    ConsentNeeded,
    /// 404: nothing here, or it is another citizen's.
    NotFound,
    /// 405: the path exists, the method doesn't.
    MethodNotAllowed,
    /// 412: the draft has moved on; the answer is the current draft.
    VersionConflict(Box<Draft>),
    /// 428: this header is missing.
    PreconditionRequired(&'static str),
    /// 422: these parts of the dossier are missing.
    IncompleteDossier(Vec<AnswerProblem>),
    /// 422: the manifest isn't what the server holds.
    AttachmentMismatch(Vec<AnswerProblem>),
    /// 422: a file of 0 bytes.
    FileEmpty,
    /// 413: a file over the limit.
    FileTooLarge,
    /// 422: the bytes aren't of an accepted kind.
    FileTypeRefused,
    /// 422: the component holds as many files as it may.
    TooManyFiles,
    /// 409: the chunk starts elsewhere than where the server stands.
    OffsetConflict {
        /// Bytes the server holds.
        offset: u64,
    },
    /// 423: another request is writing to this upload.
    UploadLocked,
    /// 412: `Tus-Resumable` is missing or names another version.
    TusVersion,
    /// 413: the body is over the limit.
    BodyTooLarge,
    /// 415: the media type of the body isn't the one of the contract.
    UnsupportedMediaType,
    /// 409: the key was used for a different request.
    IdempotencyConflict,
    /// 500: the fault went to the log; the citizen may try again.
    Internal,
}

impl Refusal {
    /// Logs a fault and hides it.
    pub fn internal(error: impl core::fmt::Display) -> Refusal {
        tracing::error!("{error}");
        Refusal::Internal
    }

    /// One property of a body that breaks a rule, by its JSON Pointer.
    pub fn invalid_property(pointer: &str, rule: &str) -> Refusal {
        Refusal::InvalidAnswers(vec![AnswerProblem {
            pointer: pointer.to_owned(),
            rule: rule.to_owned(),
        }])
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Refusal::InvalidRequest(_) => StatusCode::BAD_REQUEST,
            Refusal::InvalidAnswers(_)
            | Refusal::IncompleteDossier(_)
            | Refusal::AttachmentMismatch(_)
            | Refusal::FileEmpty
            | Refusal::FileTypeRefused
            | Refusal::TooManyFiles => StatusCode::UNPROCESSABLE_ENTITY,
            Refusal::NotSignedIn => StatusCode::UNAUTHORIZED,
            Refusal::MissingRequestHeader
            | Refusal::ForeignOrigin
            | Refusal::ProofTooOld
            | Refusal::WrongCredentials
            | Refusal::WrongCode { .. }
            | Refusal::CodeExpired
            | Refusal::CodeExhausted
            | Refusal::ConsentNeeded => StatusCode::FORBIDDEN,
            Refusal::TooManyRequests { .. } => StatusCode::TOO_MANY_REQUESTS,
            Refusal::NotFound => StatusCode::NOT_FOUND,
            Refusal::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Refusal::VersionConflict(_) | Refusal::TusVersion => StatusCode::PRECONDITION_FAILED,
            Refusal::PreconditionRequired(_) => StatusCode::PRECONDITION_REQUIRED,
            Refusal::FileTooLarge | Refusal::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Refusal::ChallengeOpen
            | Refusal::PhoneMissing
            | Refusal::OffsetConflict { .. }
            | Refusal::IdempotencyConflict => StatusCode::CONFLICT,
            Refusal::UploadLocked => StatusCode::LOCKED,
            Refusal::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Refusal::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The stable code.
    pub fn code(&self) -> ProblemCode {
        match self {
            Refusal::InvalidRequest(_) | Refusal::TusVersion | Refusal::BodyTooLarge => {
                ProblemCode::InvalidRequest
            }
            Refusal::InvalidAnswers(_) => ProblemCode::InvalidAnswers,
            Refusal::NotSignedIn => ProblemCode::NotSignedIn,
            Refusal::MissingRequestHeader | Refusal::ForeignOrigin => {
                ProblemCode::MissingRequestHeader
            }
            Refusal::ProofTooOld => ProblemCode::ProofTooOld,
            Refusal::WrongCredentials => ProblemCode::WrongCredentials,
            Refusal::WrongCode { .. } => ProblemCode::WrongCode,
            Refusal::CodeExpired => ProblemCode::CodeExpired,
            Refusal::CodeExhausted => ProblemCode::CodeExhausted,
            Refusal::TooManyRequests { .. } => ProblemCode::TooManyRequests,
            Refusal::ChallengeOpen => ProblemCode::ChallengeOpen,
            Refusal::PhoneMissing => ProblemCode::PhoneMissing,
            Refusal::ConsentNeeded => ProblemCode::ConsentNeeded,
            Refusal::NotFound => ProblemCode::NotFound,
            Refusal::MethodNotAllowed => ProblemCode::MethodNotAllowed,
            Refusal::VersionConflict(_) => ProblemCode::VersionConflict,
            Refusal::PreconditionRequired(_) => ProblemCode::PreconditionRequired,
            Refusal::IncompleteDossier(_) => ProblemCode::IncompleteDossier,
            Refusal::AttachmentMismatch(_) => ProblemCode::AttachmentMismatch,
            Refusal::FileEmpty => ProblemCode::FileEmpty,
            Refusal::FileTooLarge => ProblemCode::FileTooLarge,
            Refusal::FileTypeRefused => ProblemCode::FileTypeRefused,
            Refusal::TooManyFiles => ProblemCode::TooManyFiles,
            Refusal::OffsetConflict { .. } => ProblemCode::OffsetConflict,
            Refusal::UploadLocked => ProblemCode::UploadLocked,
            Refusal::UnsupportedMediaType => ProblemCode::UnsupportedMediaType,
            Refusal::IdempotencyConflict => ProblemCode::IdempotencyConflict,
            Refusal::Internal => ProblemCode::Internal,
        }
    }

    /// A short sentence for developers and the log.
    pub(crate) fn title(&self) -> &'static str {
        match self {
            Refusal::InvalidRequest(_) => "The request isn't what the contract says.",
            Refusal::InvalidAnswers(_) => "Some answers break a rule.",
            Refusal::NotSignedIn => "There is no session, or it has ended.",
            Refusal::MissingRequestHeader => "The header Motcua-Request: 1 is missing.",
            Refusal::ForeignOrigin => "The request comes from a page of another origin.",
            Refusal::ProofTooOld => "Renew the session with a code, or sign in again, first.",
            Refusal::WrongCredentials => "Identifier and password don't match an account.",
            Refusal::WrongCode { .. } => "This isn't the code that was sent.",
            Refusal::CodeExpired => "The code is too old; begin again or ask for another.",
            Refusal::CodeExhausted => "No tries are left; begin again.",
            Refusal::TooManyRequests { .. } => "Too many requests; wait a little.",
            Refusal::ChallengeOpen => "The code hasn't been answered yet.",
            Refusal::PhoneMissing => "The account has no phone that a code could go to.",
            Refusal::ConsentNeeded => "The account lacks a required consent.",
            Refusal::NotFound => "Nothing was found here.",
            Refusal::MethodNotAllowed => "This path doesn't have that method.",
            Refusal::VersionConflict(_) => "The draft has moved on.",
            Refusal::PreconditionRequired(_) => "A required header is missing.",
            Refusal::IncompleteDossier(_) => "The dossier isn't complete.",
            Refusal::AttachmentMismatch(_) => "The manifest isn't what the server holds.",
            Refusal::FileEmpty => "The file has no bytes.",
            Refusal::FileTooLarge => "The file is over the limit.",
            Refusal::FileTypeRefused => "The file's bytes aren't of an accepted kind.",
            Refusal::TooManyFiles => "The component holds as many files as it may.",
            Refusal::OffsetConflict { .. } => "The chunk starts elsewhere than the server stands.",
            Refusal::UploadLocked => "Another request is writing to this upload.",
            Refusal::TusVersion => "The header Tus-Resumable: 1.0.0 is missing.",
            Refusal::BodyTooLarge => "The body is over the limit.",
            Refusal::UnsupportedMediaType => "The media type of the body isn't supported.",
            Refusal::IdempotencyConflict => "This key was used for a different request.",
            Refusal::Internal => "The server failed; trying again may help.",
        }
    }
}

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

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        Refusal::internal(error)
    }
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Self {
        Refusal::internal(error)
    }
}

impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Self {
        // The message of a JSON fault may quote the citizen's answer; where it stands says enough.
        Refusal::internal(format_args!(
            "stored JSON is unreadable at {}:{}",
            error.line(),
            error.column()
        ))
    }
}
