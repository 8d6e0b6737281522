//! The Vietnamese texts, in the wording of the source documents.

/// Header, footer and first screen.
pub(super) mod shell;
/// Error messages of requests.
pub(super) mod errors;
/// The end and the renewal of the session.
pub(super) mod session;
/// Registration.
pub(super) mod register;
/// Sign-in, one-time code and choosing a password.
pub(super) mod sign_in;
/// The consent form.
pub(super) mod consents;
/// «Tài khoản của tôi».
pub(super) mod account;
/// Search for procedures, a procedure's page, groups.
pub(super) mod find_procedure;
/// «Chuẩn bị hồ sơ».
pub(super) mod prepare;
/// Filing steps, choice of the agency, form.
pub(super) mod fill_form;
/// Declarations, parts of a group, repeated entries.
pub(super) mod declarations;
/// Error messages of answers.
pub(super) mod answer_errors;
/// Attaching files.
pub(super) mod attach_files;
/// Delivery, review, sending, receipt.
pub(super) mod submit;
/// «Hồ sơ của tôi» and a dossier's page.
pub(super) mod following;
/// «Tra cứu hồ sơ».
pub(super) mod look_up;
/// «Góp ý».
pub(super) mod feedback;
