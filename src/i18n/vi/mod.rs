//! Vietnamese, in the words of the source documents.

pub(super) mod shell;
pub(super) mod errors;
pub(super) mod session;
pub(super) mod register;
pub(super) mod sign_in;
pub(super) mod consents;
pub(super) mod account;
pub(super) mod find_procedure;
pub(super) mod prepare;
pub(super) mod fill_form;
pub(super) mod declarations;
pub(super) mod answer_errors;
pub(super) mod attach_files;
pub(super) mod submit;
pub(super) mod following;
pub(super) mod look_up;
pub(super) mod feedback;
