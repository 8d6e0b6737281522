//! What consent is asked for: the committed purposes, and those that are refused.

use super::{real, refusal};

const FILE: &str = "consents.json";

#[test]
fn only_what_an_account_cannot_do_without_is_required() {
    let asked: Vec<_> = real()
        .consents()
        .iter()
        .map(|purpose| (purpose.key.as_str(), purpose.required))
        .collect();
    let optional = ["reuse_answers", "progress_messages"].map(|key| (key, false));
    assert_eq!(asked, [&[("file_dossiers", true)], &optional[..]].concat());
}

#[test]
fn a_purpose_without_a_wording_without_a_version_or_asked_twice_is_refused() {
    assert_eq!(
        refusal(FILE, "\"title\": \"Lập", "\"title\": \" Lập"),
        "consents.json, purpose file_dossiers: `title` is empty or has spaces around it"
    );
    assert_eq!(
        refusal(FILE, "\"version\": 1", "\"version\": 0"),
        "consents.json, purpose file_dossiers: has version 0"
    );
    assert_eq!(
        refusal(FILE, "\"reuse_answers\"", "\"file_dossiers\""),
        "consents.json, purpose file_dossiers: appears twice"
    );
}
