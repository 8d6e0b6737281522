//! Every bound of the contract. The app checks a value against it before sending; a backend refuses the value beyond it.
//!
//! A length in characters counts Unicode scalar values after NFC normalisation, as `maxLength` of JSON Schema does.
//! The names of the contract's own headers are in this module too.

// Texts in general.

/// Maximum length of a person's name, in characters. The longest real Vietnamese names stay under 60.
pub const NAME_CHARS: usize = 100;
/// Maximum length of a one-line answer, in characters.
pub const TEXT_CHARS: usize = 500;
/// Maximum length of an answer of several lines, in characters.
pub const LONG_TEXT_CHARS: usize = 4_000;
/// Maximum length of an e-mail address, in characters (RFC 5321, section 4.5.3.1.3: a path of 256 with its brackets).
pub const EMAIL_CHARS: usize = 254;

// Portal.

/// Maximum length of a portal's name or window title, in characters.
pub const PORTAL_TITLE_CHARS: usize = 100;
/// Maximum length of a portal's description or footer, in characters.
pub const PORTAL_TEXT_CHARS: usize = 300;
/// Maximum length of the label of a tile on the first page, in characters.
pub const TILE_LABEL_CHARS: usize = 80;
/// Maximum number of tiles on the first page.
pub const PORTAL_TILES: usize = 6;
/// Maximum number of procedures in the short list of the first page.
pub const PORTAL_POPULAR: usize = 12;

// Accounts.

/// Maximum length of an organisation's name, in characters.
pub const ORGANISATION_NAME_CHARS: usize = 200;
/// Maximum length of a person's position in an organisation, in characters.
pub const POSITION_CHARS: usize = 100;
/// Minimum length of a password, in characters (NIST SP 800-63B-4 asks for 8 where there is a second factor).
pub const PASSWORD_MIN_CHARS: usize = 8;
/// Maximum length of a password, in characters. Bounds the work of hashing.
pub const PASSWORD_MAX_CHARS: usize = 128;
/// Number of digits of a one-time code (R4.4).
pub const CODE_DIGITS: usize = 6;
/// Maximum number of consents in a registration.
pub const REGISTRATION_CONSENTS: usize = 20;
/// Maximum length of the key of a consent purpose, in characters.
pub const CONSENT_KEY_CHARS: usize = 60;

// Drafts.

/// Maximum number of fields of a form, and of answers of a draft.
pub const FORM_FIELDS: usize = 5_000;
/// Maximum size of one answer, in bytes of its JSON.
pub const ANSWER_BYTES: usize = 16 * 1024;
/// Maximum length of a procedure code in a request, in characters.
pub const PROCEDURE_CODE_CHARS: usize = 40;
/// Maximum length of an `Idempotency-Key`, in characters.
pub const IDEMPOTENCY_KEY_CHARS: usize = 255;
/// Maximum length of a parameter in a path, in characters.
pub const PATH_PARAMETER_CHARS: usize = 64;

// Uploads.

/// Default maximum size of one file, in bytes. A portal announces its own in [`crate::portal::UploadLimits`].
pub const UPLOAD_BYTES: u64 = 10 * 1024 * 1024;
/// Default maximum number of files of one component. A portal announces its own in [`crate::portal::UploadLimits`].
pub const COMPONENT_FILES: u32 = 10;
/// Maximum length of a file name, in characters. A longer name is cut; its extension stays.
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
/// Maximum length of a dossier code in a look-up, in characters.
pub const LOOKUP_CODE_CHARS: usize = 60;
/// Maximum length of the phone number or citizen id in a look-up, in characters.
pub const LOOKUP_FILED_BY_CHARS: usize = 40;

// Feedback.

/// Maximum length of the sender's name, in characters.
pub const FEEDBACK_NAME_CHARS: usize = NAME_CHARS;
/// Maximum length of the title, in characters.
pub const FEEDBACK_TITLE_CHARS: usize = 200;
/// Maximum length of the message, in characters.
pub const FEEDBACK_CONTENT_CHARS: usize = LONG_TEXT_CHARS;
/// Maximum length of the id of a feedback challenge, in characters.
pub const FEEDBACK_CHALLENGE_CHARS: usize = 60;
/// Maximum length of the answer to a feedback challenge, in characters.
pub const FEEDBACK_ANSWER_CHARS: usize = 20;

// Headers.

/// Header that every unsafe request carries. A form on another site cannot set it, so it prevents cross-site request
/// forgery.
pub const CSRF_HEADER: &str = "Motcua-Request";
/// Header that makes a request safe to repeat: one key creates one draft, or sends one dossier.
pub const IDEMPOTENCY_HEADER: &str = "Idempotency-Key";
/// Header in which the server returns the SHA-256 of a finished upload, as 64 lower-case hex digits.
pub const SHA256_HEADER: &str = "Motcua-Sha256";
/// Version of the tus protocol that uploads use.
pub const TUS_VERSION: &str = "1.0.0";
/// Header of a request that begins a session and wants a bearer token in the response body instead of a cookie. Meant for
/// an app on another origin than the backend, where the browser would not send the cookie.
pub const BEARER_HEADER: &str = "Motcua-Bearer";
