//! Tests which answers of an earlier dossier are offered in a new dossier.

use contract::draft::ForWhom::{self, Child, Helped, Oneself};

use super::*;

/// A short form for a birth registration.
fn birth_registration() -> FormDefinition {
    let text = json!({"type": "string"});
    let schema = json!({"type": "object", "properties":
        {"mother": text, "relation": text, "owner": text, "child": text, "declaration": {"type": "boolean", "const": true}}});
    let mut relation = control("relation");
    relation["options"] = json!({"carry_over": "never"});
    let ui = json!({"type": "Categorization", "elements": [
        {"type": "Category", "label": "Mẹ", "options": {"carry_over": "always"}, "elements": [
            {"type": "Group", "elements": [control("mother"), relation]}, control("declaration")]},
        {"type": "Category", "label": "Chủ hồ sơ", "options": {"carry_over": "oneself"}, "elements": [control("owner")]},
        {"type": "Category", "label": "Con", "elements": [control("child")]}
    ]});
    load_form(&form(schema, ui), compile_pattern).unwrap()
}

fn earlier() -> Answers {
    answers(
        json!({"mother": "Lan", "relation": "Mẹ", "owner": "Lan", "child": "An", "declaration": true}),
    )
}

fn offered(before: ForWhom, now: ForWhom, given: Value) -> Vec<String> {
    let found = carry_over_answers(
        &birth_registration(),
        (&earlier(), before),
        (&answers(given), now),
    );
    found.into_iter().map(|(id, _)| id).collect()
}

#[test]
fn offers_no_answers_about_the_first_child_for_a_second() {
    assert_eq!(offered(Child, Child, json!({})), ["mother"]);
    assert_eq!(offered(Oneself, Oneself, json!({})), ["mother", "owner"]);
}

#[test]
fn offers_nothing_between_dossiers_for_different_people() {
    for (before, now) in [(Child, Oneself), (Oneself, Child), (Oneself, Helped)] {
        assert_eq!(offered(before, now, json!({})), [""; 0]);
    }
    assert_eq!(offered(Helped, Helped, json!({})), [""; 0]);
}

#[test]
fn offers_no_answer_that_is_already_given_or_outdated() {
    assert_eq!(
        offered(Oneself, Oneself, json!({"mother": "Mai"})),
        ["owner"]
    );
    let before = answers(json!({"mother": {"detail": "Thôn 1"}, "owner": " "}));
    let found = carry_over_answers(
        &birth_registration(),
        (&before, Oneself),
        (&Answers::new(), Oneself),
    );
    assert_eq!(found, []);
}

#[test]
fn offers_nothing_without_the_option() {
    let all = answers(json!({"name": "Nguyễn Thị Lan", "born": "15/03/2026"}));
    let found = carry_over_answers(&loaded(), (&all, Oneself), (&Answers::new(), Oneself));
    assert_eq!(found, []);
}

#[test]
fn refuses_an_unknown_value_of_the_option() {
    let schema = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let group =
        json!({"type": "Group", "options": {"carry_over": "yes"}, "elements": [control("a")]});
    let error = load_form(&form(schema.clone(), group), compile_pattern).unwrap_err();
    assert_eq!(error.reason, LoadErrorReason::UnknownOption);
    assert_eq!(
        (error.name.as_str(), error.pointer.as_str()),
        ("carry_over", "/ui_schema/options/carry_over")
    );
    let group =
        json!({"type": "Group", "options": {"carry": "always"}, "elements": [control("a")]});
    let error = load_form(&form(schema, group), compile_pattern).unwrap_err();
    assert_eq!(
        (error.reason, error.name.as_str()),
        (LoadErrorReason::UnknownOption, "carry")
    );
}
