//! What a row names as its evidence: `a_test_by_its_name`, `a/file/by/its/path`, and behind a file in double quotes the
//! title of a browser test in it. Never reads the disk: the texts come in.

use std::collections::BTreeSet;

use crate::document::Row;

/// The names of the Rust tests in a source.
pub(crate) fn tests_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_test = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("#[") {
            is_test |= line.contains("test]") || line.contains("test(");
        } else if let Some((_, rest)) = line.split_once("fn ") {
            let name = rest.split(['(', '<']).next().unwrap_or_default();
            if is_test {
                found.push(name.to_owned());
            }
            is_test = false;
        }
    }
    found
}

/// Met rows that name nothing, and names of any row that lead nowhere. `open` gives a file's text, where there is one.
pub(crate) fn unproven(
    rows: &[Row],
    tests: &BTreeSet<String>,
    open: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for row in rows {
        let id = &row.id;
        let mut named = 0;
        // What stands between backticks is every second piece.
        let mut pieces = row.shown_by.split('`');
        pieces.next();
        while let Some(name) = pieces.next() {
            let behind = pieces.next().unwrap_or_default();
            if name.starts_with('/') || name.contains(' ') {
                // An address or a piece of code.
                continue;
            }
            if name.contains(['/', '.']) {
                named += 1;
                let Some(text) = open(name) else {
                    wrong.push(format!("{id}: there is no file {name}"));
                    continue;
                };
                for title in behind.split('"').skip(1).step_by(2) {
                    if !text.contains(title) {
                        wrong.push(format!("{id}: {name} has no test \"{title}\""));
                    }
                }
            } else if name.contains('_') {
                named += 1;
                if !tests.contains(name) {
                    wrong.push(format!("{id}: there is no test {name}"));
                }
            }
        }
        if named == 0 && row.is_met() {
            wrong.push(format!("{id} is met, and names no test and no file"));
        }
    }
    wrong
}

#[test]
fn the_tests_of_a_source_are_found_and_its_other_functions_are_not() {
    let text = "#[test]\nfn one() {}\nfn no_test() {}\n    #[tokio::test(start_paused = true)]\n    async fn two() {}\n\
                #[must_use]\nfn neither() {}";
    assert_eq!(tests_in(text), ["one", "two"]);
}

#[test]
fn evidence_that_leads_nowhere_is_found() {
    let tests = BTreeSet::from(["a_test".to_owned()]);
    let open = |path: &str| (path == "a/b.spec.ts").then(|| "test(\"it opens\"".to_owned());
    let found = |shown_by: &str| {
        let text = format!("| 1.1.1 | 2 | a | met | {shown_by} |");
        unproven(&crate::document::rows(&text), &tests, open).len()
    };
    assert_eq!(found("`a_test`, `a/b.spec.ts` \"it opens\""), 0);
    assert_eq!(found("`another_test`"), 1);
    assert_eq!(found("`a/c.rs`, `a/b.spec.ts` \"it closes\""), 2);
    assert_eq!(
        found("surely, `Secure`, `/api` and `unsafe_code = \"forbid\"`"),
        1
    );
}
