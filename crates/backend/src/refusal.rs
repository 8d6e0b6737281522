//! All error responses of the backend: HTTP status, problem code and headers (RFC 9457). A response never contains
//! personal data or the text of an internal error.

use axum::Json;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use contract::dossier::DossierStatus;
use contract::draft::Draft;
use contract::limits::{PROBLEM_ERRORS, TUS_VERSION};
use contract::problem::{AnswerProblem, PROBLEM_MEDIA_TYPE, Problem, ProblemCode};
use domain::file_content::FileDefect;

/// How a draft ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftEnd {
    /// The citizen submitted it.
    Sent {
        /// Code of the dossier that the draft became.
        dossier_code: String,
    },
    /// The citizen deleted it.
    Deleted,
    /// It wasn't changed for too long.
    Expired,
}

/// Why a request is refused. The comment of each variant starts with the HTTP status.
#[derive(Debug)]
pub enum Refusal {
    /// 400: the body or a parameter doesn't match the contract. Contains a description for developers.
    InvalidRequest(String),
    /// 422: properties of the body are invalid. Contains a problem for each of them.
    InvalidAnswers(Vec<AnswerProblem>),
    /// 401: the request has no session, or the session has expired.
    NotSignedIn,
    /// 403: the header `Motcua-Request` is missing.
    MissingRequestHeader,
    /// 403: a page of an origin that isn't allowed tries to change data.
    ForeignOrigin,
    /// 409: a code was requested to renew a session that is active and whose proof is recent, so it needs no code.
    SessionActive,
    /// 403: this change needs a recent sign-in or one-time code, and the citizen's last one is too old.
    ProofTooOld,
    /// 403: the identifier and the password don't match. The status isn't 401, because the app would treat 401 as an
    /// expired session.
    WrongCredentials,
    /// 403: the one-time code is wrong.
    WrongCode {
        /// Number of wrong codes that are still allowed.
        tries_left: u32,
    },
    /// 403: all codes of the challenge have expired, or the challenge was already completed.
    CodeExpired,
    /// 403: too many wrong codes were entered for the challenge.
    CodeExhausted,
    /// 429: a rate limit is reached.
    TooManyRequests {
        /// Number of seconds after which the client may try again.
        retry_after_seconds: u32,
        /// Whether requests of other people count towards the limit too.
        is_shared: bool,
    },
    /// 409: the correct code must be entered before a password can be set.
    ChallengeOpen,
    /// 409: a code is needed, but the account has no phone.
    PhoneMissing,
    /// 403: the account hasn't given a required consent in its current wording.
    ConsentNeeded,
    /// 404: the resource doesn't exist, or it belongs to another citizen.
    NotFound,
    /// 404: a parameter of the path is longer than any resource has.
    ImpossiblePath {
        /// Name of the parameter.
        parameter: String,
    },
    /// 404: the citizen has submitted or deleted the draft, or it has expired.
    DraftEnded(DraftEnd),
    /// 409: the procedure of the draft is no longer in the data.
    ProcedureWithdrawn,
    /// 409: the procedure asks for other answers or components than the draft has. Contains a problem for each answer and
    /// file that no longer fits; none if the procedure uses another form now.
    FormChanged(Vec<AnswerProblem>),
    /// 409: the status of the dossier doesn't allow this change.
    ImpossibleMove {
        /// The status of the dossier.
        from: DossierStatus,
        /// The status after the change.
        to: DossierStatus,
    },
    /// 409: the fee is paid, cancelled or too late, or can't be paid online.
    FeeClosed,
    /// 503: the payment gateway can't be reached.
    PaymentUnavailable,
    /// 409: the state of the dossier doesn't allow this request, which changes no status.
    NotPossibleNow,
    /// 416: no byte of the file is in the requested range.
    UnsatisfiableRange {
        /// Size of the file, in bytes.
        size: u64,
    },
    /// 409: the office doesn't wait for this reply, or not any more.
    ReplyClosed,
    /// 405: the path exists, but doesn't support this method.
    MethodNotAllowed,
    /// 412: the draft has changed since the client loaded it. The response contains the current draft.
    VersionConflict(Box<Draft>),
    /// 428: a required header is missing. Contains the name of the header.
    PreconditionRequired(&'static str),
    /// 422: the draft isn't complete. Contains a problem for each missing value or file.
    IncompleteDossier(Vec<AnswerProblem>),
    /// 422: the manifest of the submission differs from the files on the server. Contains a problem for each
    /// difference.
    AttachmentMismatch(Vec<AnswerProblem>),
    /// 422: the uploaded file is empty.
    FileEmpty,
    /// 413: the uploaded file exceeds the size limit.
    FileTooLarge,
    /// 422: the content of the uploaded file has no accepted format.
    FileTypeRefused,
    /// 422: the uploaded file has an accepted format, but nobody could open it.
    FileUnreadable(FileDefect),
    /// 422: the component already has the maximum number of files.
    TooManyFiles,
    /// 422: the files of the account's drafts leave no room for the file.
    QuotaExceeded,
    /// 409: the chunk doesn't start at the current offset of the upload.
    OffsetConflict {
        /// Number of bytes that the server has received.
        offset: u64,
    },
    /// 423: another request is writing to this upload.
    UploadLocked,
    /// 412: the header `Tus-Resumable` is missing or contains another version.
    TusVersion,
    /// 413: the body exceeds the size limit.
    BodyTooLarge,
    /// 408: the body didn't arrive in time.
    RequestTimeout,
    /// 415: the body doesn't have the media type that the contract requires.
    UnsupportedMediaType,
    /// 409: this `Idempotency-Key` was used for a different request.
    IdempotencyConflict,
    /// 500: an internal error, which has been logged. A new attempt may succeed.
    Internal,
}

impl Refusal {
    /// Logs an internal error and creates a refusal. The response doesn't contain the error's text.
    pub fn internal(error: impl core::fmt::Display) -> Refusal {
        tracing::error!("{error}");
        Refusal::Internal
    }

    /// Creates a 422 refusal for one invalid property of the body. `pointer` is the JSON Pointer of the property, and
    /// `rule` is the broken rule.
    pub fn invalid_property(pointer: &str, rule: &str) -> Refusal {
        Refusal::InvalidAnswers(vec![AnswerProblem {
            pointer: pointer.to_owned(),
            rule: rule.to_owned(),
        }])
    }

    /// The HTTP status of the response.
    pub fn status(&self) -> StatusCode {
        match self {
            Refusal::InvalidRequest(_) => StatusCode::BAD_REQUEST,
            Refusal::InvalidAnswers(_)
            | Refusal::IncompleteDossier(_)
            | Refusal::AttachmentMismatch(_)
            | Refusal::FileEmpty
            | Refusal::FileTypeRefused
            | Refusal::FileUnreadable(_)
            | Refusal::TooManyFiles
            | Refusal::QuotaExceeded => StatusCode::UNPROCESSABLE_ENTITY,
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
            Refusal::NotFound | Refusal::ImpossiblePath { .. } | Refusal::DraftEnded(_) => {
                StatusCode::NOT_FOUND
            }
            Refusal::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Refusal::UnsatisfiableRange { .. } => StatusCode::RANGE_NOT_SATISFIABLE,
            Refusal::VersionConflict(_) | Refusal::TusVersion => StatusCode::PRECONDITION_FAILED,
            Refusal::PreconditionRequired(_) => StatusCode::PRECONDITION_REQUIRED,
            Refusal::FileTooLarge | Refusal::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Refusal::ChallengeOpen
            | Refusal::SessionActive
            | Refusal::PhoneMissing
            | Refusal::ProcedureWithdrawn
            | Refusal::FormChanged(_)
            | Refusal::ImpossibleMove { .. }
            | Refusal::FeeClosed
            | Refusal::NotPossibleNow
            | Refusal::ReplyClosed
            | Refusal::OffsetConflict { .. }
            | Refusal::IdempotencyConflict => StatusCode::CONFLICT,
            Refusal::PaymentUnavailable => StatusCode::SERVICE_UNAVAILABLE,
            Refusal::UploadLocked => StatusCode::LOCKED,
            Refusal::RequestTimeout => StatusCode::REQUEST_TIMEOUT,
            Refusal::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Refusal::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The problem code, as the contract defines it.
    pub fn code(&self) -> ProblemCode {
        match self {
            Refusal::InvalidRequest(_)
            | Refusal::TusVersion
            | Refusal::BodyTooLarge
            | Refusal::UnsatisfiableRange { .. } => ProblemCode::InvalidRequest,
            Refusal::InvalidAnswers(_) => ProblemCode::InvalidAnswers,
            Refusal::NotSignedIn => ProblemCode::NotSignedIn,
            Refusal::MissingRequestHeader | Refusal::ForeignOrigin => {
                ProblemCode::MissingRequestHeader
            }
            Refusal::SessionActive => ProblemCode::SessionActive,
            Refusal::ProofTooOld => ProblemCode::ProofTooOld,
            Refusal::WrongCredentials => ProblemCode::WrongCredentials,
            Refusal::WrongCode { .. } => ProblemCode::WrongCode,
            Refusal::CodeExpired => ProblemCode::CodeExpired,
            Refusal::CodeExhausted => ProblemCode::CodeExhausted,
            Refusal::TooManyRequests { .. } => ProblemCode::TooManyRequests,
            Refusal::ChallengeOpen => ProblemCode::ChallengeOpen,
            Refusal::PhoneMissing => ProblemCode::PhoneMissing,
            Refusal::ConsentNeeded => ProblemCode::ConsentNeeded,
            Refusal::NotFound | Refusal::ImpossiblePath { .. } => ProblemCode::NotFound,
            Refusal::DraftEnded(DraftEnd::Sent { .. }) => ProblemCode::DraftSent,
            Refusal::DraftEnded(DraftEnd::Deleted) => ProblemCode::DraftDeleted,
            Refusal::DraftEnded(DraftEnd::Expired) => ProblemCode::DraftExpired,
            Refusal::ProcedureWithdrawn => ProblemCode::ProcedureWithdrawn,
            Refusal::FormChanged(_) => ProblemCode::FormChanged,
            Refusal::ImpossibleMove { .. } | Refusal::NotPossibleNow => ProblemCode::ImpossibleMove,
            Refusal::FeeClosed => ProblemCode::FeeClosed,
            Refusal::PaymentUnavailable => ProblemCode::PaymentUnavailable,
            Refusal::ReplyClosed => ProblemCode::ReplyClosed,
            Refusal::MethodNotAllowed => ProblemCode::MethodNotAllowed,
            Refusal::VersionConflict(_) => ProblemCode::VersionConflict,
            Refusal::PreconditionRequired(_) => ProblemCode::PreconditionRequired,
            Refusal::IncompleteDossier(_) => ProblemCode::IncompleteDossier,
            Refusal::AttachmentMismatch(_) => ProblemCode::AttachmentMismatch,
            Refusal::FileEmpty => ProblemCode::FileEmpty,
            Refusal::FileTooLarge => ProblemCode::FileTooLarge,
            Refusal::FileTypeRefused => ProblemCode::FileTypeRefused,
            Refusal::FileUnreadable(_) => ProblemCode::FileUnreadable,
            Refusal::TooManyFiles => ProblemCode::TooManyFiles,
            Refusal::QuotaExceeded => ProblemCode::QuotaExceeded,
            Refusal::RequestTimeout => ProblemCode::RequestTimeout,
            Refusal::OffsetConflict { .. } => ProblemCode::OffsetConflict,
            Refusal::UploadLocked => ProblemCode::UploadLocked,
            Refusal::UnsupportedMediaType => ProblemCode::UnsupportedMediaType,
            Refusal::IdempotencyConflict => ProblemCode::IdempotencyConflict,
            Refusal::Internal => ProblemCode::Internal,
        }
    }

    /// A short sentence for developers. It becomes the `title` of the problem.
    pub(crate) fn title(&self) -> &'static str {
        match self {
            Refusal::InvalidRequest(_) => "The request doesn't match the contract.",
            Refusal::InvalidAnswers(_) => "Some properties are invalid.",
            Refusal::NotSignedIn => "There is no session, or it has expired.",
            Refusal::MissingRequestHeader => "The header Motcua-Request: 1 is missing.",
            Refusal::ForeignOrigin => "The request comes from a page of another origin.",
            Refusal::SessionActive => "The session is active; no code is needed.",
            Refusal::ProofTooOld => "Renew the session with a code, or sign in again first.",
            Refusal::WrongCredentials => "Identifier and password don't match an account.",
            Refusal::WrongCode { .. } => "The one-time code is wrong.",
            Refusal::CodeExpired => "The code has expired; request another or start again.",
            Refusal::CodeExhausted => "No attempts are left; start again.",
            Refusal::TooManyRequests { .. } => "Too many requests; try again later.",
            Refusal::ChallengeOpen => "The code hasn't been answered yet.",
            Refusal::PhoneMissing => "The account has no phone to send a code to.",
            Refusal::ConsentNeeded => "The account lacks a required consent.",
            Refusal::NotFound | Refusal::ImpossiblePath { .. } => "The resource doesn't exist.",
            Refusal::DraftEnded(DraftEnd::Sent { .. }) => "The draft was submitted.",
            Refusal::DraftEnded(DraftEnd::Deleted) => "The draft was deleted.",
            Refusal::DraftEnded(DraftEnd::Expired) => "The draft has expired.",
            Refusal::ProcedureWithdrawn => "The procedure is no longer offered.",
            Refusal::FormChanged(_) => "The procedure asks for other answers or files now.",
            Refusal::ImpossibleMove { .. } => {
                "The status of the dossier doesn't allow this change."
            }
            Refusal::FeeClosed => "The fee can't be paid online now.",
            Refusal::PaymentUnavailable => "The payment gateway can't be reached.",
            Refusal::NotPossibleNow => "The state of the dossier doesn't allow this.",
            Refusal::UnsatisfiableRange { .. } => "No byte of the file is in the range.",
            Refusal::ReplyClosed => "The office doesn't wait for this reply.",
            Refusal::MethodNotAllowed => "The path doesn't support this method.",
            Refusal::VersionConflict(_) => "The draft has changed.",
            Refusal::PreconditionRequired(_) => "A required header is missing.",
            Refusal::IncompleteDossier(_) => "The dossier isn't complete.",
            Refusal::AttachmentMismatch(_) => "The manifest differs from the files on the server.",
            Refusal::FileEmpty => "The file is empty.",
            Refusal::FileTooLarge => "The file exceeds the size limit.",
            Refusal::FileTypeRefused => "The content of the file has no accepted format.",
            Refusal::FileUnreadable(_) => "The file can't be opened.",
            Refusal::TooManyFiles => "The component already has the maximum number of files.",
            Refusal::QuotaExceeded => "The account's unsent files leave no room for this file.",
            Refusal::RequestTimeout => "The body didn't arrive in time.",
            Refusal::OffsetConflict { .. } => "The chunk doesn't start at the server's offset.",
            Refusal::UploadLocked => "Another request is writing to this upload.",
            Refusal::TusVersion => "The header Tus-Resumable: 1.0.0 is missing.",
            Refusal::BodyTooLarge => "The body exceeds the size limit.",
            Refusal::UnsupportedMediaType => "The media type of the body isn't supported.",
            Refusal::IdempotencyConflict => "This key was used for a different request.",
            Refusal::Internal => "An internal error occurred; trying again may help.",
        }
    }
}

impl Refusal {
    /// The headers that the status requires, such as `Retry-After`.
    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        match self {
            Refusal::TooManyRequests {
                retry_after_seconds,
                ..
            } => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from(*retry_after_seconds));
            }
            Refusal::OffsetConflict { offset } => {
                headers.insert(
                    HeaderName::from_static("upload-offset"),
                    HeaderValue::from(*offset),
                );
            }
            Refusal::UnsatisfiableRange { size } => {
                if let Ok(range) = HeaderValue::try_from(format!("bytes */{size}")) {
                    headers.insert(header::CONTENT_RANGE, range);
                }
            }
            Refusal::TusVersion => {
                headers.insert(
                    HeaderName::from_static("tus-version"),
                    HeaderValue::from_static(TUS_VERSION),
                );
            }
            Refusal::NotSignedIn => {
                // Every 401 needs this header (RFC 9110, 11.6.1). It lists the authentication schemes of the contract.
                headers.insert(
                    header::WWW_AUTHENTICATE,
                    HeaderValue::from_static("Cookie realm=\"motcua\", Bearer realm=\"motcua\""),
                );
            }
            _ => {}
        }
        headers
    }

    /// The body of the response.
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
            dossier_code: None,
            shared_limit: false,
        };
        match self {
            Refusal::InvalidRequest(detail) => problem.detail = Some(detail.clone()),
            Refusal::ImpossibleMove { from, to } => {
                let (from, to) = (u8::from(*from), u8::from(*to));
                problem.detail = Some(format!("no change from status {from} to status {to}"));
            }
            Refusal::PreconditionRequired(name) => problem.detail = Some((*name).to_owned()),
            Refusal::ImpossiblePath { parameter } => {
                problem.detail = Some(format!("the path parameter `{parameter}` is too long"));
            }
            Refusal::InvalidAnswers(errors)
            | Refusal::IncompleteDossier(errors)
            | Refusal::AttachmentMismatch(errors)
            | Refusal::FormChanged(errors) => {
                problem.pointer = errors.first().map(|error| error.pointer.clone());
                problem.errors = errors.iter().take(PROBLEM_ERRORS).cloned().collect();
            }
            Refusal::DraftEnded(DraftEnd::Sent { dossier_code }) => {
                problem.dossier_code = Some(dossier_code.clone());
            }
            Refusal::FileUnreadable(defect) => {
                problem.errors = vec![AnswerProblem {
                    pointer: String::new(),
                    rule: defect.name().to_owned(),
                }];
            }
            Refusal::WrongCode { tries_left } => problem.tries_left = Some(*tries_left),
            Refusal::TooManyRequests {
                retry_after_seconds,
                is_shared,
            } => {
                problem.retry_after_seconds = Some(*retry_after_seconds);
                problem.shared_limit = *is_shared;
            }
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
        // Only the position is logged, because the error text of serde_json may quote the citizen's answers.
        Refusal::internal(format_args!(
            "stored JSON is unreadable at {}:{}",
            error.line(),
            error.column()
        ))
    }
}
