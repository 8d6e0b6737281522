//! Tests of the import: with the files in `crates/backend/data`, and with invalid data.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod any_answers;
mod bad_answers;
mod bad_data;
mod consents;
mod death_form;
mod declarations;
mod groups;
mod marital_status_form;
mod portal;
mod real_data;
mod real_forms;
mod real_search;
mod residence_form;
mod second_dossier;

use std::sync::LazyLock;

use super::{Data, Source, Sources};

static REAL: LazyLock<Data> = LazyLock::new(|| Data::load().expect("the committed data is valid"));

/// The data from `crates/backend/data`, imported once for all tests.
fn real() -> &'static Data {
    &REAL
}

/// Replaces the first `from` in a file by `to`, and returns the error of the import.
fn import_error(file: &str, from: &str, to: &str) -> String {
    import_error_of(file, |text| {
        assert!(text.contains(from), "{file} has no {from}");
        text.replacen(from, to, 1)
    })
}

/// Edits the text of a file with `change`, and returns the error of the import.
fn import_error_of(file: &str, change: impl Fn(&str) -> String) -> String {
    let mut sources = Sources::embedded();
    let source = source_of(&mut sources, file);
    let text = change(source.text);
    let mut sources: Sources<'_> = sources;
    source_of(&mut sources, file).text = &text;
    Data::import(&sources).unwrap_err().to_string()
}

fn source_of<'s, 'a>(sources: &'s mut Sources<'a>, file: &str) -> &'s mut Source<'a> {
    let single = [
        &mut sources.catalogue,
        &mut sources.aliases,
        &mut sources.groups,
        &mut sources.provinces,
        &mut sources.communes,
        &mut sources.statuses,
        &mut sources.holidays,
        &mut sources.consents,
        &mut sources.portal,
    ];
    single
        .into_iter()
        .chain(&mut sources.procedures)
        .chain(&mut sources.forms)
        .find(|source| source.file == file)
        .expect("a file of the data")
}
