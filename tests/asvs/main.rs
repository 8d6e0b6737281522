//! Checks two documents against the code. docs/asvs.md must have one row for every ASVS requirement of levels 1 and 2,
//! and the tests and files that a row names must exist. docs/operating.md must explain the command-line options of the
//! backend, and no others. A human must judge whether a test proves that its requirement is met.
#![expect(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod document;
mod evidence;
mod options;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use document::{Row, misplaced_rows, parse_rows, unknown_statuses, wrong_totals};
use evidence::{missing_evidence, test_names};

#[test]
fn every_requirement_of_levels_1_and_2_has_one_row() {
    let required: Vec<(String, String)> = read(&top().join("tests/asvs/requirements.tsv"))
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(id, level)| (id.to_owned(), level.to_owned()))
        .collect();
    assert_eq!(required.len(), 253, "70 of level 1 and 183 of level 2");
    assert_none(&misplaced_rows(&table(), &required));
}

#[test]
fn every_status_is_known_and_has_a_reason() {
    assert_none(&unknown_statuses(&table()));
}

#[test]
fn the_totals_at_the_top_match_the_rows() {
    assert_none(&wrong_totals(&table(), &text()));
}

#[test]
fn every_test_and_file_in_a_row_exists() {
    let mut tests = BTreeSet::new();
    for folder in ["crates", "src", "tests"] {
        for path in rust_files(&top().join(folder)) {
            tests.extend(test_names(&read(&path)));
        }
    }
    let open = |path: &str| {
        let path = top().join(path);
        path.is_dir()
            .then(String::new)
            .or_else(|| fs::read_to_string(path).ok())
    };
    assert_none(&missing_evidence(&table(), &tests, open));
}

#[test]
fn the_manual_explains_exactly_the_options_of_the_backend() {
    let declared = options::declared_options(&read(&top().join("crates/backend/src/main.rs")));
    let explained = options::explained_options(&read(&top().join("docs/operating.md")));
    assert_eq!(explained, declared, "docs/operating.md against main.rs");
}

fn table() -> Vec<Row> {
    parse_rows(&text())
}

fn text() -> String {
    read(&top().join("docs/asvs.md"))
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the paths of all Rust files below a folder.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the project can be listed") {
            let path = entry.expect("a folder of the project can be listed").path();
            if path.is_dir() && !path.ends_with("node_modules") {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
