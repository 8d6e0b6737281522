//! What of an earlier dossier is offered in the next: what is true of a person, never what was declared that time.

use contract::draft::ForWhom::{self, Child, Helped, Oneself};

use super::*;

/// A mother's registration of a birth in short.
fn of_child() -> Definition {
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
    Definition::load(&form(schema, ui), patterns).unwrap()
}

fn earlier() -> Answers {
    answers(
        json!({"mother": "Lan", "relation": "Mẹ", "owner": "Lan", "child": "An", "declaration": true}),
    )
}

fn offered(before: ForWhom, now: ForWhom, given: Value) -> Vec<String> {
    let found = carried_over(&of_child(), (&earlier(), before), (&answers(given), now));
    found.into_iter().map(|(id, _)| id).collect()
}

#[test]
fn a_second_child_never_gets_the_first_ones_answers() {
    assert_eq!(offered(Child, Child, json!({})), ["mother"]);
    assert_eq!(offered(Oneself, Oneself, json!({})), ["mother", "owner"]);
}

#[test]
fn a_dossier_for_another_answers_nothing() {
    for (before, now) in [(Child, Oneself), (Oneself, Child), (Oneself, Helped)] {
        assert_eq!(offered(before, now, json!({})), [""; 0]);
    }
    assert_eq!(offered(Helped, Helped, json!({})), [""; 0]);
}

#[test]
fn what_is_answered_already_stays_and_what_does_not_fit_is_left() {
    assert_eq!(
        offered(Oneself, Oneself, json!({"mother": "Mai"})),
        ["owner"]
    );
    let before = answers(json!({"mother": {"detail": "Thôn 1"}, "owner": " "}));
    let found = carried_over(&of_child(), (&before, Oneself), (&Answers::new(), Oneself));
    assert_eq!(found, []);
}

#[test]
fn a_form_that_says_nothing_offers_nothing() {
    let all = answers(json!({"name": "Nguyễn Thị Lan", "born": "15/03/2026"}));
    let found = carried_over(&loaded(), (&all, Oneself), (&Answers::new(), Oneself));
    assert_eq!(found, []);
}

#[test]
fn another_word_for_it_is_refused_by_name() {
    let schema = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let group =
        json!({"type": "Group", "options": {"carry_over": "yes"}, "elements": [control("a")]});
    let fault = Definition::load(&form(schema.clone(), group), patterns).unwrap_err();
    assert_eq!(fault.reason, LoadReason::UnknownOption);
    assert_eq!(
        (fault.name.as_str(), fault.at.as_str()),
        ("carry_over", "/ui_schema/options/carry_over")
    );
    let group =
        json!({"type": "Group", "options": {"carry": "always"}, "elements": [control("a")]});
    let fault = Definition::load(&form(schema, group), patterns).unwrap_err();
    assert_eq!(
        (fault.reason, fault.name.as_str()),
        (LoadReason::UnknownOption, "carry")
    );
}
