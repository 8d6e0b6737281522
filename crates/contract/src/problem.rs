//! Problem documents (RFC 9457): every refused request gets one, with a stable `code` and the members at fault.

use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;

/// Media type of a [`Problem`].
pub const PROBLEM_MEDIA_TYPE: &str = "application/problem+json";

/// Why a request was refused (RFC 9457). A client chooses the text that it shows by `code`; `title` and `detail` are
/// for developers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Problem {
    /// The HTTP status of the response.
    pub status: u16,
    /// Code of the reason. It is stable: a client may depend on it.
    pub code: ProblemCode,
    /// The reason as a short sentence for developers, in English.
    pub title: String,
    /// Further explanation for developers. It never contains personal data. Absent if there is nothing to add.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// JSON Pointer to the member at fault: `/answers/tre_ho_ten`. Absent if no single member is at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The members at fault, with the rule that each breaks; the first 200 if there are more. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schemars(length(max = crate::limits::PROBLEM_ERRORS)))]
    pub errors: Vec<AnswerProblem>,
    /// Seconds to wait before the client may repeat the same request, as in the header `Retry-After`. Absent if waiting
    /// doesn't help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<u32>,
    /// Number of times that the citizen may still enter a wrong code in this challenge. Present only with `wrong_code`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tries_left: Option<u32>,
    /// Code of the dossier that the draft has become: `H50.19.360-261122-0001`. Present only with `draft_sent`.
    #[serde(default, rename = "dossier", skip_serializing_if = "Option::is_none")]
    pub dossier_code: Option<String>,
    /// Only with `too_many_requests`. True if requests of other people count towards the reached limit too: of everybody
    /// at the same IP address, or of everybody who tries the same identifier. The client shouldn't blame the citizen, and
    /// should offer another way. Absent means false.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub shared_limit: bool,
}

/// A member of the request body, or an answer of the draft, that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct AnswerProblem {
    /// JSON Pointer to the member or answer: `/answers/tre_ho_ten`.
    pub pointer: String,
    /// The broken rule: a keyword of JSON Schema (`maxLength`) or the name of a format (`vn-phone`).
    pub rule: String,
}

open_enum! {
    /// The reasons why a request can be refused. A client must treat an unknown code as an unknown reason.
    pub enum ProblemCode {
        /// The body, a header or a parameter doesn't match the contract.
        InvalidRequest = "invalid_request",
        /// Members of the body, or answers, break a rule. `errors` lists them.
        InvalidAnswers = "invalid_answers",
        /// The request has no session, or its session has ended.
        NotSignedIn = "not_signed_in",
        /// The header `Motcua-Request` is missing, or the request comes from a foreign origin.
        MissingRequestHeader = "missing_request_header",
        /// The session is open, but the citizen signed in or entered a code too long ago for this operation. The citizen
        /// must first renew the session with `postRenewal` or sign in again.
        ProofTooOld = "proof_too_old",
        /// The session is active, and the citizen signed in or entered a code recently. So it needs no code, and none was
        /// sent. The client continues with `getSession`.
        SessionActive = "session_active",
        /// The identifier and the password don't match an account.
        WrongCredentials = "wrong_credentials",
        /// The one-time code is wrong. `tries_left` is the number of tries that are left.
        WrongCode = "wrong_code",
        /// The one-time code has expired, or the challenge is completed.
        CodeExpired = "code_expired",
        /// No tries are left for this challenge. A new challenge is needed.
        CodeExhausted = "code_exhausted",
        /// There were too many requests of this kind. `retry_after_seconds` is the time to wait.
        TooManyRequests = "too_many_requests",
        /// The correct code hasn't been entered yet, so no password can be set.
        ChallengeOpen = "challenge_open",
        /// The account has no phone number to which a code could be sent.
        PhoneMissing = "phone_missing",
        /// The account lacks a consent that the portal requires, or has given it only to an earlier wording. See `consents`
        /// of `getPortal`.
        ConsentNeeded = "consent_needed",
        /// The resource doesn't exist, or it belongs to somebody else.
        NotFound = "not_found",
        /// The citizen has submitted the draft, maybe on another device. `dossier` is the code of its dossier.
        DraftSent = "draft_sent",
        /// The citizen has deleted the draft, maybe on another device.
        DraftDeleted = "draft_deleted",
        /// The draft was deleted because it wasn't changed for a long time.
        DraftExpired = "draft_expired",
        /// The procedure of the draft, or a procedure of its group, is no longer in the portal's data. The draft can be read
        /// and deleted, but not changed or submitted.
        ProcedureWithdrawn = "procedure_withdrawn",
        /// The form or the components of the procedure have changed since the draft was created. `errors` lists the answers
        /// and files that no longer fit. It is empty if the procedure uses another form now; the draft can then be read and
        /// deleted, but not changed or submitted.
        FormChanged = "form_changed",
        /// The state of the dossier doesn't allow this request, maybe because the office or another device has changed the
        /// dossier meanwhile. The client loads the dossier again.
        ImpossibleMove = "impossible_move",
        /// The fee is paid, cancelled or too late, or it can't be paid online. The client loads the dossier again.
        FeeClosed = "fee_closed",
        /// The payment gateway can't be reached. Nothing was paid.
        PaymentUnavailable = "payment_unavailable",
        /// The office doesn't wait for this reply: the citizen has answered its request, maybe on another device, or it has
        /// lapsed, or there was none. The client loads the dossier again.
        ReplyClosed = "reply_closed",
        /// The path exists, but doesn't support this method.
        MethodNotAllowed = "method_not_allowed",
        /// The draft has changed since the version that the request is based on. The response contains the current draft.
        VersionConflict = "version_conflict",
        /// The header `If-Match` or `Idempotency-Key` is missing.
        PreconditionRequired = "precondition_required",
        /// The dossier lacks an agency, a required answer, a required attachment, or the way to receive the result.
        /// `errors` lists what is missing.
        IncompleteDossier = "incomplete_dossier",
        /// The submission contains a file that the server doesn't hold with this size and SHA-256, or lacks a file that the
        /// server holds. `errors` lists these files.
        AttachmentMismatch = "attachment_mismatch",
        /// The file is empty.
        FileEmpty = "file_empty",
        /// The file is larger than the portal accepts.
        FileTooLarge = "file_too_large",
        /// The portal doesn't accept the kind of file that the bytes show, whatever the name of the file is.
        FileTypeRefused = "file_type_refused",
        /// The portal accepts the kind of the file, but an officer couldn't open it. The `rule` in `errors` is the reason:
        /// `cut-off` (the end is missing), `damaged`, `locked` (an encrypted PDF) or `no-page` (a PDF without a page).
        FileUnreadable = "file_unreadable",
        /// The component already has the maximum number of files.
        TooManyFiles = "too_many_files",
        /// The files of the account's drafts leave no room for this file. The citizen must first submit or delete a draft, or
        /// delete files.
        QuotaExceeded = "quota_exceeded",
        /// The header `Upload-Offset` of the request isn't the number of bytes that the server holds (tus).
        OffsetConflict = "offset_conflict",
        /// Another request is writing to this upload at the moment.
        UploadLocked = "upload_locked",
        /// The server doesn't support the media type of the request body.
        UnsupportedMediaType = "unsupported_media_type",
        /// The request body didn't arrive in time. The request has changed nothing, and may be sent again.
        RequestTimeout = "request_timeout",
        /// The `Idempotency-Key`, or the `file_id` of an upload, was already used for a different request.
        IdempotencyConflict = "idempotency_conflict",
        /// The server failed. The same request may succeed if it is repeated later.
        Internal = "internal",
    }
}
