//! The English texts.

/// English texts of the header, the footer and the first screen.
pub(super) mod shell;
/// English error messages for failed requests.
pub(super) mod errors;
/// English texts about the end and the renewal of the session.
pub(super) mod session;
/// English texts of the registration.
pub(super) mod register;
/// English texts of the sign-in, the one-time code, and choosing a password.
pub(super) mod sign_in;
/// English texts of the consent form.
pub(super) mod consents;
/// English texts of «Tài khoản của tôi».
pub(super) mod account;
/// English texts of the search for procedures, the page of a procedure, and the groups of procedures.
pub(super) mod find_procedure;
/// English texts of «Chuẩn bị hồ sơ».
pub(super) mod prepare;
/// English texts of the filing steps, choosing the agency, and filling in the form.
pub(super) mod fill_form;
/// English texts about declarations, the parts of a group, and questions that take several entries.
pub(super) mod declarations;
/// English error messages for wrong or missing answers.
pub(super) mod answer_errors;
/// English texts of the step that attaches files.
pub(super) mod attach_files;
/// English texts of the delivery step, the review, sending the dossier, and the receipt.
pub(super) mod submit;
/// English texts of the list «Hồ sơ của tôi» and of the page of a dossier.
pub(super) mod following;
/// English texts of the page that sends a reply about a dossier.
pub(super) mod reply;
/// English texts about requests of the office on the page of a dossier.
pub(super) mod supplement;
/// English texts about fees and payments.
pub(super) mod fees;
/// English texts of what a citizen does with a dossier after sending it.
pub(super) mod outcomes;
/// English texts about the progress of a dossier, and of the search in «Hồ sơ của tôi».
pub(super) mod progress;
/// English texts of «Tra cứu hồ sơ».
pub(super) mod look_up;
/// English texts of the choice of channels for notices, and of the e-mail address.
pub(super) mod notice_settings;
/// English texts of «Thông báo».
pub(super) mod notices;
/// English texts of «Góp ý».
pub(super) mod feedback;
