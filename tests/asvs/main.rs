//! Holds docs/asvs.md true: every requirement of levels 1 and 2 has its one row, and whatever a row names is there; and
//! docs/operating.md: it explains the backend's options, each of them and no other.
//! Whether a named test shows what its row says is for people to judge; only that it exists is checked here.
#![expect(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod document;
mod evidence;
mod options;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use document::{Row, misplaced, rows, sums, unknown_statuses};
use evidence::{tests_in, unproven};

#[test]
fn every_requirement_of_levels_1_and_2_has_its_one_row() {
    let asked: Vec<(String, String)> = read(&top().join("tests/asvs/requirements.tsv"))
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(id, level)| (id.to_owned(), level.to_owned()))
        .collect();
    assert_eq!(asked.len(), 253, "70 of level 1 and 183 of level 2");
    none(&misplaced(&table(), &asked));
}

#[test]
fn every_status_is_one_of_the_four_and_has_its_reason() {
    none(&unknown_statuses(&table()));
}

#[test]
fn the_sums_at_the_top_are_those_of_the_rows() {
    none(&sums(&table(), &text()));
}

#[test]
fn every_test_and_file_that_a_row_names_is_there() {
    let mut tests = BTreeSet::new();
    for folder in ["crates", "src", "tests"] {
        for path in files(&top().join(folder)) {
            tests.extend(tests_in(&read(&path)));
        }
    }
    let open = |path: &str| {
        let path = top().join(path);
        path.is_dir()
            .then(String::new)
            .or_else(|| fs::read_to_string(path).ok())
    };
    none(&unproven(&table(), &tests, open));
}

#[test]
fn operators_are_told_of_every_option_and_of_no_other() {
    let declared = options::declared(&read(&top().join("crates/backend/src/main.rs")));
    let explained = options::explained(&read(&top().join("docs/operating.md")));
    assert_eq!(explained, declared, "docs/operating.md against main.rs");
}

fn table() -> Vec<Row> {
    rows(&text())
}

fn text() -> String {
    read(&top().join("docs/asvs.md"))
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// The Rust sources below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
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

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
