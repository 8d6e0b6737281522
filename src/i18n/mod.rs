//! The texts of the interface in each language.
//!
//! Each topic has a struct of texts (for example [`shell::ShellWords`]) and one static value of it in `vi` and in `en`,
//! so a missing translation is a compile error. Texts of procedures, forms and places come from the backend.

/// Language of the interface, and its choice on this device.
mod language;
/// All texts of one language, selected by topic.
mod words;
/// Header, footer and first screen.
pub mod shell;
/// Error messages of requests.
pub mod errors;
/// The end and the renewal of the session.
pub mod session;
/// Registration.
pub mod register;
/// Sign-in, one-time code and choosing a password.
pub mod sign_in;
/// The consent form.
pub mod consents;
/// «Tài khoản của tôi».
pub mod account;
/// Search for procedures, a procedure's page, groups.
pub mod find_procedure;
/// «Chuẩn bị hồ sơ».
pub mod prepare;
/// Filing steps, choice of the agency, form.
pub mod fill_form;
/// Declarations, parts of a group, repeated entries.
pub mod declarations;
/// Error messages of answers.
pub mod answer_errors;
/// Attaching files.
pub mod attach_files;
/// Delivery, review, sending, receipt.
pub mod submit;
/// «Hồ sơ của tôi» and a dossier's page.
pub mod following;
/// «Tra cứu hồ sơ».
pub mod look_up;
/// «Góp ý».
pub mod feedback;
/// The Vietnamese texts.
pub mod vi;
/// The English texts.
pub mod en;

pub use language::Language;
pub use words::{Words, official, use_words};
