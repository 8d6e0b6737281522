//! The one shape of every refusal: RFC 9457 with a stable `code`, and the answers at fault.

use serde::{Deserialize, Serialize};

/// Media type of a [`Problem`].
pub const PROBLEM_MEDIA_TYPE: &str = "application/problem+json";

/// Why a request was refused (RFC 9457). The app chooses its words by `code`; `detail` is for developers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Problem {
    /// The HTTP status, repeated.
    pub status: u16,
    /// The stable reason.
    pub code: ProblemCode,
    /// A short sentence for developers, in English.
    pub title: String,
    /// More for developers; never personal data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// JSON Pointer to the one answer or property at fault, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Every answer at fault, where there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<AnswerProblem>,
    /// Seconds to wait before the same request can succeed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<u32>,
    /// Tries left before the challenge is used up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tries_left: Option<u32>,
}

/// One answer that breaks its form's rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct AnswerProblem {
    /// JSON Pointer to the answer: `/answers/tre_ho_ten`.
    pub pointer: String,
    /// The rule it breaks: the JSON Schema keyword or the name of our format.
    pub rule: String,
}

/// The stable reasons. A client meets an unknown one as [`ProblemCode::Other`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// The body or a parameter isn't what the contract says.
    InvalidRequest,
    /// Answers break the form's rules; see `errors`.
    InvalidAnswers,
    /// No session, or it has ended.
    NotSignedIn,
    /// The request lacks the header that proves it comes from the app.
    MissingRequestHeader,
    /// The session is open, but who is there proved it long ago: a code of [`crate::endpoints::POST_RENEWAL`], or a new
    /// sign-in, comes first.
    ProofTooOld,
    /// Identifier and password don't match an account.
    WrongCredentials,
    /// The one-time code isn't the one sent; see `tries_left`.
    WrongCode,
    /// The one-time code is too old.
    CodeExpired,
    /// Too many wrong tries; a new challenge is needed.
    CodeExhausted,
    /// A code was sent moments ago, or too many were; see `retry_after_seconds`.
    TooManyRequests,
    /// The challenge hasn't been answered yet, so no password can be set.
    ChallengeOpen,
    /// The account has no phone that a code could be sent to.
    PhoneMissing,
    /// Nothing here, or it belongs to somebody else.
    NotFound,
    /// The path exists, the method doesn't.
    MethodNotAllowed,
    /// The draft has moved on; the answer holds the current one.
    VersionConflict,
    /// `If-Match` or `Idempotency-Key` is missing.
    PreconditionRequired,
    /// The dossier lacks an agency, a required answer, a required attachment or a way to receive the result.
    IncompleteDossier,
    /// The manifest names an attachment that the server doesn't hold in that size and with that sha-256.
    AttachmentMismatch,
    /// The file has no bytes.
    FileEmpty,
    /// The file is over the limit.
    FileTooLarge,
    /// The file's bytes aren't of an accepted kind, whatever its name says.
    FileTypeRefused,
    /// The component holds as many files as it may.
    TooManyFiles,
    /// The chunk doesn't start where the server stands (tus).
    OffsetConflict,
    /// Another request is writing to this upload.
    UploadLocked,
    /// The media type of the body isn't supported.
    UnsupportedMediaType,
    /// This key was used for a different request.
    IdempotencyConflict,
    /// The server failed; trying again may help.
    Internal,
    /// A reason this client doesn't know.
    #[serde(other)]
    Other,
}
