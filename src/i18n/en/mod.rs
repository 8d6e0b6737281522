//! English.

mod shell;
mod trouble;
mod sign_in;
mod find_procedure;
mod fill_form;
mod answers;
mod attach_files;
mod submit;
mod track_dossiers;

use super::Words;

/// English.
pub const WORDS: Words = Words {
    official: Some("vi"),
    shell: shell::WORDS,
    trouble: trouble::WORDS,
    sign_in: sign_in::WORDS,
    find_procedure: find_procedure::WORDS,
    fill_form: fill_form::WORDS,
    answers: answers::WORDS,
    attach_files: attach_files::WORDS,
    submit: submit::WORDS,
    track_dossiers: track_dossiers::WORDS,
};
