//! English.

pub(super) mod shell;
pub(super) mod trouble;
pub(super) mod session;
pub(super) mod register;
pub(super) mod sign_in;
pub(super) mod consents;
pub(super) mod account;
pub(super) mod find_procedure;
pub(super) mod prepare;
pub(super) mod fill_form;
pub(super) mod declare;
pub(super) mod answers;
pub(super) mod attach_files;
pub(super) mod submit;
pub(super) mod track_dossiers;
pub(super) mod look_up;
pub(super) mod feedback;
