//! Checks that the evidence in a row exists. Evidence is the name of a Rust test (`rejects_a_weak_password`) or the
//! path of a file (`tests/e2e/a.spec.ts`). After the path of a file with browser tests, their titles may follow in
//! double quotes.

use std::collections::BTreeSet;

use crate::document::Row;

/// Returns the names of the Rust tests in a file.
pub(crate) fn test_names(text: &str) -> Vec<String> {
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

/// Finds rows with the status "met" that name no evidence, and evidence that doesn't exist. `tests` contains the names
/// of all Rust tests. `open` returns the text of a file, or `None` if the file doesn't exist.
pub(crate) fn missing_evidence(
    rows: &[Row],
    tests: &BTreeSet<String>,
    open: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for row in rows {
        let id = &row.id;
        let mut named = 0;
        // Splits the evidence at the backticks. Every second piece was between two backticks, so it is a name.
        let mut pieces = row.evidence.split('`');
        pieces.next();
        while let Some(name) = pieces.next() {
            let after = pieces.next().unwrap_or_default();
            if name.starts_with('/') || name.contains(' ') {
                // This name is a URL path or a piece of code, not the name of a test or file.
                continue;
            }
            if name.contains(['/', '.']) {
                named += 1;
                let Some(text) = open(name) else {
                    wrong.push(format!("{id}: there is no file {name}"));
                    continue;
                };
                for title in after.split('"').skip(1).step_by(2) {
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
            wrong.push(format!("{id} is met and names neither a test nor a file"));
        }
    }
    wrong
}

#[test]
fn finds_the_tests_of_a_file_and_no_other_functions() {
    let text = "#[test]\nfn one() {}\nfn no_test() {}\n    #[tokio::test(start_paused = true)]\n    async fn two() {}\n\
                #[must_use]\nfn neither() {}";
    assert_eq!(test_names(text), ["one", "two"]);
}

#[test]
fn finds_evidence_that_does_not_exist() {
    let tests = BTreeSet::from(["a_test".to_owned()]);
    let open = |path: &str| (path == "a/b.spec.ts").then(|| "test(\"it opens\"".to_owned());
    let found = |evidence: &str| {
        let text = format!("| 1.1.1 | 2 | a | met | {evidence} |");
        missing_evidence(&crate::document::parse_rows(&text), &tests, open).len()
    };
    assert_eq!(found("`a_test`, `a/b.spec.ts` \"it opens\""), 0);
    assert_eq!(found("`another_test`"), 1);
    assert_eq!(found("`a/c.rs`, `a/b.spec.ts` \"it closes\""), 2);
    assert_eq!(
        found("surely, `Secure`, `/api` and `unsafe_code = \"forbid\"`"),
        1
    );
}
