//! The Vietnamese texts of the interface. They use the wording of the official sources of the requirements.

/// Vietnamese texts of the header, the footer and the first screen.
pub(super) mod shell;
/// Vietnamese error messages for failed requests.
pub(super) mod errors;
/// Vietnamese texts about the end and the renewal of the session.
pub(super) mod session;
/// Vietnamese texts of the registration.
pub(super) mod register;
/// Vietnamese texts of the sign-in, the one-time code, and choosing a password.
pub(super) mod sign_in;
/// Vietnamese texts of the consent form.
pub(super) mod consents;
/// Vietnamese texts of «Tài khoản của tôi».
pub(super) mod account;
/// Vietnamese texts of the search for procedures, the page of a procedure, and the groups of procedures.
pub(super) mod find_procedure;
/// Vietnamese texts of «Chuẩn bị hồ sơ».
pub(super) mod prepare;
/// Vietnamese texts of the filing steps, choosing the agency, and filling in the form.
pub(super) mod fill_form;
/// Vietnamese texts about declarations, the parts of a group, and questions that take several entries.
pub(super) mod declarations;
/// Vietnamese error messages for wrong or missing answers.
pub(super) mod answer_errors;
/// Vietnamese texts of the step that attaches files.
pub(super) mod attach_files;
/// Vietnamese texts of the delivery step, the review, sending the dossier, and the receipt.
pub(super) mod submit;
/// Vietnamese texts of the list «Hồ sơ của tôi» and of the page of a dossier.
pub(super) mod following;
/// Vietnamese texts of the page that sends a reply about a dossier.
pub(super) mod reply;
/// Vietnamese texts about requests of the office on the page of a dossier.
pub(super) mod supplement;
/// Vietnamese texts about fees and payments.
pub(super) mod fees;
/// Vietnamese texts of what a citizen does with a dossier after sending it.
pub(super) mod outcomes;
/// Vietnamese texts about the progress of a dossier, and of the search in «Hồ sơ của tôi».
pub(super) mod progress;
/// Vietnamese texts of «Tra cứu hồ sơ».
pub(super) mod look_up;
/// Vietnamese texts of the choice of channels for notices, and of the e-mail address.
pub(super) mod notice_settings;
/// Vietnamese texts of «Thông báo».
pub(super) mod notices;
/// Vietnamese texts of «Góp ý».
pub(super) mod feedback;
