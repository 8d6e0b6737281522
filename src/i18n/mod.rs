//! The texts of the interface in each language.
//!
//! Each topic has a struct whose fields are texts, for example [`shell::ShellWords`]. The modules `vi` and `en` each
//! contain one static value of the struct, so a missing translation is a compile error. The texts of procedures, forms
//! and places come from the backend.

/// The language of the interface, and the citizen's choice on this device.
mod language;
/// All texts of one language, selected by topic.
mod words;
/// Texts of the header, the footer and the first screen.
pub mod shell;
/// Error messages for failed requests.
pub mod errors;
/// Texts about the end and the renewal of the session.
pub mod session;
/// Texts of the registration.
pub mod register;
/// Texts of the sign-in, the one-time code, and choosing a password.
pub mod sign_in;
/// Texts of the consent form.
pub mod consents;
/// Texts of «Tài khoản của tôi».
pub mod account;
/// Texts of the search for procedures, the page of a procedure, and the groups of procedures.
pub mod find_procedure;
/// Texts of «Chuẩn bị hồ sơ».
pub mod prepare;
/// Texts of the filing steps, choosing the agency, and filling in the form.
pub mod fill_form;
/// Texts about declarations, the parts of a group, and questions that take several entries.
pub mod declarations;
/// Error messages for wrong or missing answers.
pub mod answer_errors;
/// Texts of the step that attaches files.
pub mod attach_files;
/// Texts of the delivery step, the review, sending the dossier, and the receipt.
pub mod submit;
/// Texts of the list «Hồ sơ của tôi» and of the page of a dossier.
pub mod following;
/// Texts of the page that sends a reply about a dossier.
pub mod reply;
/// Texts about requests of the office on the page of a dossier.
pub mod supplement;
/// Texts about fees and payments.
pub mod fees;
/// Texts of results, withdrawal, copying, messages and rating.
pub mod outcomes;
/// Texts about the progress of a dossier, and of the search in «Hồ sơ của tôi».
pub mod progress;
/// Texts of «Thông báo».
pub mod notices;
/// Texts of the choice of channels for notices, and of the e-mail address.
pub mod notice_settings;
/// Texts of «Tra cứu hồ sơ».
pub mod look_up;
/// Texts of «Góp ý».
pub mod feedback;
/// The Vietnamese texts.
pub mod vi;
/// The English texts.
pub mod en;

#[cfg(test)]
mod tests;

pub use language::Language;
pub use words::{Words, official, use_words};
