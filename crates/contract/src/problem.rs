//! Problem documents: every refusal is one (RFC 9457), with a stable `code` and the members at fault.

use serde::{Deserialize, Serialize};

/// Media type of a [`Problem`].
pub const PROBLEM_MEDIA_TYPE: &str = "application/problem+json";

/// Why a request was refused (RFC 9457). A client chooses its own text by `code`; `title` and `detail` are for
/// developers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Problem {
    /// The HTTP status of the response.
    pub status: u16,
    /// The reason. Stable: a client may depend on it.
    pub code: ProblemCode,
    /// A short sentence for developers, in English.
    pub title: String,
    /// More for developers; never personal data. Absent if there is no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// JSON Pointer to the one member at fault: `/answers/tre_ho_ten`. Absent if the fault isn't in one place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Every member at fault. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<AnswerProblem>,
    /// Seconds to wait before the same request can succeed, as in the header `Retry-After`. Absent if waiting doesn't
    /// help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<u32>,
    /// Number of wrong codes that are still allowed in this challenge. Only with `wrong_code`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tries_left: Option<u32>,
}

/// A member of the request body, or an answer of the draft, that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct AnswerProblem {
    /// JSON Pointer to it: `/answers/tre_ho_ten`.
    pub pointer: String,
    /// The rule that it breaks: the keyword of JSON Schema (`maxLength`) or the name of the format (`vn-phone`).
    pub rule: String,
}

/// The reasons for a refusal. A client must treat a code that it doesn't know as `other`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// The body, a header or a parameter isn't as the contract describes it.
    InvalidRequest,
    /// Members of the body, or answers, break a rule. `errors` names each.
    InvalidAnswers,
    /// There is no session, or it has ended.
    NotSignedIn,
    /// The header `Motcua-Request` is missing, or the request comes from a foreign origin.
    MissingRequestHeader,
    /// The session is open, but the citizen signed in or answered a code too long ago for this operation. Call
    /// `postRenewal` or sign in again first.
    ProofTooOld,
    /// Identifier and password don't match an account.
    WrongCredentials,
    /// The one-time code is wrong. `tries_left` tells how many tries are left.
    WrongCode,
    /// The one-time code has expired, or the challenge is completed.
    CodeExpired,
    /// No tries are left. A new challenge is needed.
    CodeExhausted,
    /// Too many requests of this kind. `retry_after_seconds` tells how long to wait.
    TooManyRequests,
    /// The challenge hasn't been answered yet, so no password can be set.
    ChallengeOpen,
    /// The account has no phone number to send a code to.
    PhoneMissing,
    /// The account lacks a consent that the portal requires, in its current wording. See `consents` of `getPortal`.
    ConsentNeeded,
    /// There is no such resource, or it belongs to somebody else.
    NotFound,
    /// The path exists, but not with this method.
    MethodNotAllowed,
    /// The draft has changed since the version of the request. The response contains the current draft.
    VersionConflict,
    /// The header `If-Match` or `Idempotency-Key` is missing.
    PreconditionRequired,
    /// The dossier lacks an agency, a required answer, a required attachment or the way to receive the result. `errors`
    /// names each.
    IncompleteDossier,
    /// The manifest names a file that the server doesn't hold with this size and SHA-256, or lacks one that it holds.
    /// `errors` names each.
    AttachmentMismatch,
    /// The file is empty.
    FileEmpty,
    /// The file is larger than the portal accepts.
    FileTooLarge,
    /// The bytes of the file are of no accepted type, whatever its name.
    FileTypeRefused,
    /// The component has the maximum number of files.
    TooManyFiles,
    /// `Upload-Offset` isn't the server's offset (tus).
    OffsetConflict,
    /// Another request is writing to this upload.
    UploadLocked,
    /// The media type of the body isn't supported.
    UnsupportedMediaType,
    /// The `Idempotency-Key`, or the `file_id` of an upload, was used for a different request.
    IdempotencyConflict,
    /// The server failed. The same request may succeed later.
    Internal,
    /// A reason that this client doesn't know.
    #[serde(other)]
    Other,
}
