//! Tests of the purposes of consents in `crates/backend/data/consents.json`, and of invalid purposes.

use super::{import_error, real};

const FILE: &str = "consents.json";

#[test]
fn only_the_consent_to_file_dossiers_is_required() {
    let purposes: Vec<_> = real()
        .consents()
        .iter()
        .map(|purpose| (purpose.key.as_str(), purpose.required))
        .collect();
    let optional = ["reuse_answers", "progress_messages"].map(|key| (key, false));
    assert_eq!(
        purposes,
        [&[("file_dossiers", true)], &optional[..]].concat()
    );
}

#[test]
fn rejects_a_purpose_that_is_incomplete_or_duplicate() {
    assert_eq!(
        import_error(FILE, "\"title\": \"Lập", "\"title\": \" Lập"),
        "consents.json, purpose file_dossiers: `title` is empty or has spaces around it"
    );
    assert_eq!(
        import_error(FILE, "\"version\": 1", "\"version\": 0"),
        "consents.json, purpose file_dossiers: has version 0"
    );
    assert_eq!(
        import_error(FILE, "\"reuse_answers\"", "\"file_dossiers\""),
        "consents.json, purpose file_dossiers: appears twice"
    );
}
