//! Tests of offers to copy the answers about one person to another person.

use super::*;
use crate::format::Sex;

/// A UI schema that describes the requester, the mother and the head of the household.
fn ui() -> Value {
    let is_mother = json!({"scope": "#/properties/requester_relation", "schema": {"const": "Mẹ"}, "failWhenUndefined": true});
    json!({"type": "Categorization", "elements": [
        {"type": "Category", "label": "Người yêu cầu", "options": {"person": "requester_"}, "elements": [
            control("requester_relation"), control("requester_name"), control("requester_born"), control("requester_id")]},
        {"type": "Category", "label": "Mẹ",
         "options": {"person": "mother_", "sex": "Nữ", "same_as": [{"person": "requester_", "when": is_mother}]}, "elements": [
            {"type": "Label", "text": "Khai người mẹ."},
            control("mother_name"),
            {"type": "Group", "label": "Thông tin của mẹ", "elements": [control("mother_born"), control("mother_id")],
             "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/mother_name", "schema": {"minLength": 1}, "failWhenUndefined": true}}}]},
        {"type": "Category", "label": "Nơi ở", "elements": [
            {"type": "Group", "label": "Chủ hộ", "options": {"person": "head_", "same_as": ["requester_", "mother_"]},
             "elements": [control("head_name"), control("head_born"), control("head_id")]}]}
    ]})
}

fn load(ui: Value) -> Result<FormDefinition, LoadError> {
    let name = json!({"type": "string", "format": "person-name"});
    let day = json!({"type": "string", "format": "vn-date"});
    let id = json!({"type": "string", "format": "citizen-id"});
    let schema = json!({"type": "object", "properties": {
        "requester_relation": {"type": "string", "enum": ["Mẹ", "Bà"]},
        "requester_name": name, "requester_born": day, "requester_id": id,
        "mother_name": name, "mother_born": {"type": "string", "format": "partial-date"}, "mother_id": id,
        "head_name": name, "head_born": day, "head_id": id
    }});
    load_form(&form(schema, ui), compile_pattern)
}

/// The labels of the people whose answers are offered on a page. Each comes with the answers that would change.
fn offered(page: usize, given: &Value) -> Vec<(String, Value)> {
    let definition = load(ui()).unwrap();
    let given = answers(given.clone());
    let visible = visible_elements(&definition, &given);
    let first = definition.pages()[page].elements().next().unwrap();
    let PageElement::SamePerson(offer) = first else {
        unreachable!("the offer is the first element")
    };
    let line = |other: &OtherPerson| {
        let changes = same_person_changes(&definition, &given, &visible, offer, other);
        (
            other.label.clone(),
            Value::Object(changes.into_iter().collect()),
        )
    };
    offer.others.iter().map(line).collect()
}

fn one(label: &str, changes: Value) -> (String, Value) {
    (label.to_owned(), changes)
}

#[test]
fn offers_the_answers_of_the_requester_for_the_mother() {
    let mut given = json!({"requester_relation": "Mẹ", "requester_name": "Nguyễn Thị Lan",
        "requester_born": "15/03/1990", "requester_id": "045190000001"});
    let copy = json!({"mother_name": "Nguyễn Thị Lan", "mother_born": "15/03/1990", "mother_id": "045190000001"});
    assert_eq!(offered(1, &given), [one("Người yêu cầu", copy.clone())]);
    for (id, answer) in copy.as_object().unwrap() {
        given[id] = answer.clone();
    }
    assert_eq!(offered(1, &given), [one("Người yêu cầu", json!({}))]);
}

#[test]
fn offers_nothing_if_the_condition_does_not_hold() {
    let given = json!({"requester_relation": "Bà", "requester_name": "Lê Thị Hoa"});
    assert_eq!(offered(1, &given), [one("Người yêu cầu", json!({}))]);
    let nobody = json!({"requester_name": "Lê Thị Hoa"});
    assert_eq!(offered(1, &nobody), [one("Người yêu cầu", json!({}))]);
}

#[test]
fn removes_remaining_answers_about_somebody_else() {
    let given = json!({"requester_name": "Nguyễn Thị Lan", "head_name": "Trần Văn An", "head_id": "045088000001"});
    assert_eq!(
        offered(2, &given)[0],
        one(
            "Người yêu cầu",
            json!({"head_name": "Nguyễn Thị Lan", "head_id": null})
        )
    );
    let same = json!({"requester_name": "Nguyễn Thị Lan", "requester_born": "15/03/1990",
        "head_name": "Nguyễn Thị Lan", "head_id": "045190000001"});
    assert_eq!(
        offered(2, &same)[0],
        one("Người yêu cầu", json!({"head_born": "15/03/1990"}))
    );
}

#[test]
fn copies_only_visible_and_valid_answers() {
    // A year alone is not a valid birth date for this question.
    let given =
        json!({"mother_name": "Nguyễn Thị Lan", "mother_born": "1990", "mother_id": "0451"});
    assert_eq!(
        offered(2, &given)[1],
        one("Mẹ", json!({"head_name": "Nguyễn Thị Lan"}))
    );
    // The question about the mother's id is hidden.
    let hidden = json!({"mother_id": "045190000001"});
    assert_eq!(offered(2, &hidden)[1], one("Mẹ", json!({})));
}

#[test]
fn hides_a_group_of_hidden_questions_despite_its_offer() {
    let mut ui = ui();
    ui["elements"][2]["elements"][0]["elements"] = json!([{"type": "VerticalLayout",
        "elements": [control("head_name"), control("head_born"), control("head_id")],
        "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/mother_name", "schema": {"minLength": 1}, "failWhenUndefined": true}}}]);
    let definition = load(ui).unwrap();
    let page = &definition.pages()[2];
    assert!(!page.is_visible(&visible_elements(&definition, &Answers::new())));
}

#[test]
fn refuses_an_offer_for_an_unknown_person() {
    let changed = |pointer: &str, value: Value| {
        let mut ui = ui();
        *ui.pointer_mut(pointer).unwrap() = value;
        let error = load(ui).unwrap_err();
        assert!(error.to_string().contains(&error.name));
        (error.reason, error.name, error.pointer)
    };
    let head = "/elements/2/elements/0/options";
    let at = |end: &str| ["/ui_schema", head, end].concat();
    let of_head = |options: Value| changed(head, options);
    assert_eq!(
        of_head(json!({"person": "head_", "same_as": ["mother_", "aunt_"]})),
        (
            LoadErrorReason::UnknownPerson,
            "aunt_".to_owned(),
            at("/same_as/1")
        )
    );
    assert_eq!(
        of_head(json!({"person": "head_", "same_as": ["head_"]})),
        (
            LoadErrorReason::UnknownPerson,
            "head_".to_owned(),
            at("/same_as/0")
        )
    );
    assert_eq!(
        of_head(json!({"person": "uncle_"})),
        (
            LoadErrorReason::UnknownPerson,
            "uncle_".to_owned(),
            at("/person")
        )
    );
    assert_eq!(
        of_head(json!({"person": "mother_"})),
        (
            LoadErrorReason::AskedTwice,
            "mother_".to_owned(),
            at("/person")
        )
    );
    assert_eq!(
        of_head(json!({"person": "head_", "sex": "woman"})),
        (LoadErrorReason::UnknownOption, "sex".to_owned(), at("/sex"))
    );
    let nobody = of_head(json!({"sex": "Nam"}));
    assert_eq!(
        (nobody.0, nobody.2),
        (LoadErrorReason::BadShape, at("/person"))
    );
    let nobody = of_head(json!({"same_as": ["mother_"]}));
    assert_eq!(
        (nobody.0, nobody.2),
        (LoadErrorReason::BadShape, at("/person"))
    );
    let when = json!({"scope": "#/properties/aunt", "schema": true});
    assert_eq!(
        of_head(json!({"person": "head_", "same_as": [{"person": "mother_", "when": when}]})).0,
        LoadErrorReason::UnknownQuestion
    );
    let unnamed = changed("/elements/2/elements/0/label", json!(false));
    assert_eq!(
        (unnamed.0, unnamed.2),
        (LoadErrorReason::BadShape, at("/person"))
    );
}

#[test]
fn reads_the_sex_of_a_person_where_it_is_certain() {
    let definition = load(ui()).unwrap();
    assert_eq!(definition.sex_of_person("mother_"), Some(Sex::Female));
    assert_eq!(definition.sex_of_person("head_"), None);
    assert_eq!(definition.sex_of_person("aunt_"), None);
}
