//! Every limit of the contract. The app checks a value against its limit before it sends the value; a backend refuses a
//! value beyond the limit.
//!
//! A length in characters counts Unicode scalar values, as `maxLength` of JSON Schema does. Texts are in Unicode NFC.
//! This module also contains the names of the contract's own headers.

// Texts in general.

/// Maximum length of a person's name, in characters. The longest real Vietnamese names have fewer than 60.
pub const NAME_CHARS: usize = 100;
/// Maximum length of a one-line answer, in characters.
pub const TEXT_CHARS: usize = 500;
/// Maximum length of an answer of several lines, in characters.
pub const LONG_TEXT_CHARS: usize = 4_000;
/// Maximum length of an e-mail address, in characters. RFC 5321, section 4.5.3.1.3, limits the address with its angle
/// brackets to 256.
pub const EMAIL_CHARS: usize = 254;
/// Maximum size of a request body that is JSON, in bytes. The body of an operation may have less: the bounds of its
/// members limit it.
pub const BODY_BYTES: usize = 2 * 1024 * 1024;
/// Maximum number of members at fault that a problem document lists. There may be more of them.
pub const PROBLEM_ERRORS: usize = 200;

// Portal.

/// Maximum length of a portal's name or window title, in characters.
pub const PORTAL_TITLE_CHARS: usize = 100;
/// Maximum length of a portal's description or footer, in characters.
pub const PORTAL_TEXT_CHARS: usize = 300;
/// Maximum length of the text on a tile of the first page, in characters.
pub const TILE_LABEL_CHARS: usize = 80;
/// Maximum number of tiles on the first page.
pub const PORTAL_TILES: usize = 6;
/// Maximum number of procedures in the short list on the first page.
pub const PORTAL_POPULAR: usize = 12;

// Accounts.

/// Maximum length of an organisation's name, in characters.
pub const ORGANISATION_NAME_CHARS: usize = 200;
/// Maximum length of a person's position in an organisation, in characters.
pub const POSITION_CHARS: usize = 100;
/// Minimum length of a password, in characters. NIST SP 800-63B-4 requires 8 if there is a second factor.
pub const PASSWORD_MIN_CHARS: usize = 8;
/// Maximum length of a password, in characters. It limits the time that hashing takes.
pub const PASSWORD_MAX_CHARS: usize = 128;
/// Number of digits of a one-time code (R4.4).
pub const CODE_DIGITS: usize = 6;
/// Maximum number of consents in a registration.
pub const REGISTRATION_CONSENTS: usize = 20;
/// Maximum length of the key of a consent purpose, in characters.
pub const CONSENT_KEY_CHARS: usize = 60;

// Drafts.

/// Maximum number of properties in one object of a form's schema, and maximum number of answers in one draft.
pub const FORM_FIELDS: usize = 5_000;
/// Maximum size of one answer as JSON, in bytes.
pub const ANSWER_BYTES: usize = 16 * 1024;
/// Maximum length of the id of a question, in characters.
pub const QUESTION_ID_CHARS: usize = 200;
/// Maximum number of decisions about optional components in one request.
pub const DRAFT_COMPONENTS: usize = 500;
/// Maximum length of the code of a component, in characters.
pub const COMPONENT_CODE_CHARS: usize = 100;
/// Maximum number of parts of a group for which one request contains choices.
pub const DRAFT_PARTS: usize = 50;
/// Maximum length of the key of a part, in characters.
pub const PART_KEY_CHARS: usize = 60;
/// Maximum length of the id of an entry of a repeating group, in characters.
pub const ENTRY_ID_CHARS: usize = 64;
/// Maximum length of a procedure code in a request, in characters.
pub const PROCEDURE_CODE_CHARS: usize = 40;
/// Maximum length of the header `Idempotency-Key`, in characters.
pub const IDEMPOTENCY_KEY_CHARS: usize = 255;
/// Maximum length of a parameter in a path, in characters.
pub const PATH_PARAMETER_CHARS: usize = 64;

// Uploads.

/// Default for the maximum size of one file, in bytes. A portal announces its own maximum in
/// [`crate::portal::UploadLimits`].
pub const UPLOAD_BYTES: u64 = 10 * 1024 * 1024;
/// Default for the maximum number of files of one component. A portal announces its own maximum in
/// [`crate::portal::UploadLimits`].
pub const COMPONENT_FILES: u32 = 10;
/// Maximum length of a file name, in characters. A longer name is shortened; its extension stays.
pub const FILE_NAME_CHARS: usize = 255;
/// Minimum length of the id that a client gives a file (`file_id` of `Upload-Metadata`), in characters.
pub const FILE_ID_MIN_CHARS: usize = 8;
/// Maximum length of the id that a client gives a file (`file_id` of `Upload-Metadata`), in characters.
pub const FILE_ID_MAX_CHARS: usize = 64;
/// Maximum length of the id that the server gives an attachment, in characters.
pub const ATTACHMENT_ID_CHARS: usize = 64;
/// Maximum number of attachments in a submission.
pub const SUBMISSION_ATTACHMENTS: usize = 200;

// Dossiers.

/// Maximum number of dossiers on one page of a list.
pub const PAGE_SIZE: u32 = 20;
/// Maximum number of agency names in the list of dossiers.
pub const LISTED_AGENCIES: usize = 100;
/// Maximum number of dossiers in the list of those that wait for the citizen.
pub const NEEDS_CITIZEN: usize = 3;
/// Maximum length of the text of a search in «Hồ sơ của tôi», in characters.
pub const DOSSIER_SEARCH_CHARS: usize = 100;
/// The highest page number of a search.
pub const SEARCH_PAGES: u32 = 100_000;
/// Maximum length of the name of an agency in a request, in characters.
pub const AGENCY_NAME_CHARS: usize = 300;
/// Maximum length of a dossier code in a look-up, in characters.
pub const LOOKUP_CODE_CHARS: usize = 60;
/// Maximum length of the id of an office's request that a reply answers, in characters.
pub const REPLY_REQUEST_CHARS: usize = 64;
/// Maximum length of the phone number or citizen id in a look-up, in characters.
pub const LOOKUP_FILED_BY_CHARS: usize = 40;

// Payments.

/// Maximum length of the path to which a payment page returns, in characters.
pub const RETURN_PATH_CHARS: usize = 300;
/// Maximum amount of a fee in đồng. A VietQR code has room for 13 digits.
pub const FEE_TOTAL: u64 = 9_999_999_999_999;
/// Maximum number of lines of one fee.
pub const FEE_LINES: usize = 20;

// Results, ratings and messages.

/// Maximum size of a file that the office attaches as a result, in bytes.
pub const RESULT_BYTES: u64 = 40 * 1024 * 1024;
/// Maximum number of result documents of one dossier.
pub const DOSSIER_RESULTS: usize = 20;
/// Lowest rating: very dissatisfied.
pub const RATING_MIN: u8 = 1;
/// Highest rating: very satisfied.
pub const RATING_MAX: u8 = 5;
/// Maximum length of the id of a message, in characters.
pub const MESSAGE_ID_CHARS: usize = 64;
/// Maximum length of a dossier code in a request body, in characters.
pub const DOSSIER_CODE_CHARS: usize = 64;

// Notices.

/// Maximum length of the id of a notice in a request, in characters.
pub const NOTICE_ID_CHARS: usize = 64;

// Feedback.

/// Maximum length of the sender's name in a feedback message, in characters.
pub const FEEDBACK_NAME_CHARS: usize = NAME_CHARS;
/// Maximum length of the title of a feedback message, in characters.
pub const FEEDBACK_TITLE_CHARS: usize = 200;
/// Maximum length of the text of a feedback message, in characters.
pub const FEEDBACK_CONTENT_CHARS: usize = LONG_TEXT_CHARS;
/// Maximum length of the id of a check question, in characters.
pub const FEEDBACK_CHALLENGE_CHARS: usize = 60;
/// Maximum length of the answer to a check question, in characters.
pub const FEEDBACK_ANSWER_CHARS: usize = 20;

// Headers and queries.

/// Maximum length of the value of a request header, in bytes. Some headers have less, see [`header_bytes`].
pub const HEADER_BYTES: usize = 8 * 1024;
/// Maximum length of the header `Upload-Metadata`, in bytes.
pub const UPLOAD_METADATA_BYTES: usize = 4 * 1024;
/// Maximum length of the media type in `Upload-Metadata`, in characters. RFC 6838 limits each of its halves to 127.
pub const MEDIA_TYPE_CHARS: usize = 255;
/// Maximum length of the value of a query parameter, in characters. Some identity providers send authorization codes of
/// more than a thousand characters. HTTP libraries refuse a whole address of more than 64 KiB with 414.
pub const QUERY_CHARS: usize = 2_000;

/// Maximum length of the value of the request header `name`, in bytes.
pub fn header_bytes(name: &str) -> usize {
    if name.eq_ignore_ascii_case(IDEMPOTENCY_HEADER) {
        IDEMPOTENCY_KEY_CHARS
    } else if name.eq_ignore_ascii_case(UPLOAD_METADATA_HEADER) {
        UPLOAD_METADATA_BYTES
    } else {
        HEADER_BYTES
    }
}

/// Header in which a client describes a file before it sends the bytes (tus).
pub const UPLOAD_METADATA_HEADER: &str = "Upload-Metadata";

/// Header that every unsafe request must have. A form on another site can't set this header, so it prevents cross-site
/// request forgery.
pub const CSRF_HEADER: &str = "Motcua-Request";
/// Header that makes a request safe to repeat: one key creates only one draft, or submits only one dossier.
pub const IDEMPOTENCY_HEADER: &str = "Idempotency-Key";
/// Header in which the server returns the SHA-256 of a finished upload, as 64 lower-case hex digits.
pub const SHA256_HEADER: &str = "Motcua-Sha256";
/// Header in which the server returns the SHA-256 of the bytes that it holds of an upload, as 64 lower-case hex digits.
/// A client continues the upload only if the file on the device begins with the same bytes.
pub const PREFIX_SHA256_HEADER: &str = "Motcua-Prefix-Sha256";
/// Header of a POST request that stands for a PATCH, HEAD or DELETE request. Its value is the name of that method. A
/// client uses it if something on the way to the server lets only GET and POST requests through.
pub const METHOD_OVERRIDE_HEADER: &str = "X-HTTP-Method-Override";
/// Version of the tus protocol that uploads use.
pub const TUS_VERSION: &str = "1.0.0";
/// Header of a request that begins a session. It asks for a bearer token in the response body instead of a cookie. An
/// app on another origin than the backend needs it, because the browser would not send the cookie.
pub const BEARER_HEADER: &str = "Motcua-Bearer";
