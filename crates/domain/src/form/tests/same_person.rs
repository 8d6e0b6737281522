//! One person, asked about in two places: typed once, offered in the second.

use super::*;
use crate::format::Sex;

/// Who files, a mother and the head of the household.
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

fn asking(ui: Value) -> Result<Definition, LoadFault> {
    let name = json!({"type": "string", "format": "person-name"});
    let day = json!({"type": "string", "format": "vn-date"});
    let id = json!({"type": "string", "format": "citizen-id"});
    let schema = json!({"type": "object", "properties": {
        "requester_relation": {"type": "string", "enum": ["Mẹ", "Bà"]},
        "requester_name": name, "requester_born": day, "requester_id": id,
        "mother_name": name, "mother_born": {"type": "string", "format": "partial-date"}, "mother_id": id,
        "head_name": name, "head_born": day, "head_id": id
    }});
    Definition::load(&form(schema, ui), patterns)
}

/// What the offer on a page says and would change, one line for each other person.
fn offered(page: usize, given: &Value) -> Vec<(String, Value)> {
    let definition = asking(ui()).unwrap();
    let given = answers(given.clone());
    let seen = visible(&definition, &given);
    let first = definition.pages()[page].elements().next().unwrap();
    let Element::SamePerson(offer) = first else {
        unreachable!("the offer stands first")
    };
    let line = |other: &OtherPerson| {
        let changes = same_person(&definition, &given, &seen, offer, other);
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
fn a_mother_who_files_types_her_name_birth_date_and_id_once() {
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
fn a_grandmother_who_files_is_not_offered_as_the_mother() {
    let given = json!({"requester_relation": "Bà", "requester_name": "Lê Thị Hoa"});
    assert_eq!(offered(1, &given), [one("Người yêu cầu", json!({}))]);
    let nobody = json!({"requester_name": "Lê Thị Hoa"});
    assert_eq!(offered(1, &nobody), [one("Người yêu cầu", json!({}))]);
}

#[test]
fn what_is_unknown_of_the_other_person_is_not_left_from_a_third() {
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
fn only_what_is_asked_and_fits_is_copied() {
    // A year alone is no day.
    let given =
        json!({"mother_name": "Nguyễn Thị Lan", "mother_born": "1990", "mother_id": "0451"});
    assert_eq!(
        offered(2, &given)[1],
        one("Mẹ", json!({"head_name": "Nguyễn Thị Lan"}))
    );
    // The mother's id stands where nobody asks for it.
    let hidden = json!({"mother_id": "045190000001"});
    assert_eq!(offered(2, &hidden)[1], one("Mẹ", json!({})));
}

#[test]
fn a_group_whose_questions_are_hidden_is_not_kept_in_sight_by_its_offer() {
    let mut ui = ui();
    ui["elements"][2]["elements"][0]["elements"] = json!([{"type": "VerticalLayout",
        "elements": [control("head_name"), control("head_born"), control("head_id")],
        "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/mother_name", "schema": {"minLength": 1}, "failWhenUndefined": true}}}]);
    let definition = asking(ui).unwrap();
    let page = &definition.pages()[2];
    assert!(!page.is_visible(&visible(&definition, &Answers::new())));
}

#[test]
fn an_offer_that_points_nowhere_is_refused_by_name() {
    let changed = |pointer: &str, value: Value| {
        let mut ui = ui();
        *ui.pointer_mut(pointer).unwrap() = value;
        let fault = asking(ui).unwrap_err();
        assert!(fault.to_string().contains(&fault.name));
        (fault.reason, fault.name, fault.at)
    };
    let head = "/elements/2/elements/0/options";
    let at = |end: &str| ["/ui_schema", head, end].concat();
    let of_head = |options: Value| changed(head, options);
    assert_eq!(
        of_head(json!({"person": "head_", "same_as": ["mother_", "aunt_"]})),
        (
            LoadReason::UnknownPerson,
            "aunt_".to_owned(),
            at("/same_as/1")
        )
    );
    assert_eq!(
        of_head(json!({"person": "head_", "same_as": ["head_"]})),
        (
            LoadReason::UnknownPerson,
            "head_".to_owned(),
            at("/same_as/0")
        )
    );
    assert_eq!(
        of_head(json!({"person": "uncle_"})),
        (
            LoadReason::UnknownPerson,
            "uncle_".to_owned(),
            at("/person")
        )
    );
    assert_eq!(
        of_head(json!({"person": "mother_"})),
        (LoadReason::AskedTwice, "mother_".to_owned(), at("/person"))
    );
    assert_eq!(
        of_head(json!({"person": "head_", "sex": "woman"})),
        (LoadReason::UnknownOption, "sex".to_owned(), at("/sex"))
    );
    let nobody = of_head(json!({"sex": "Nam"}));
    assert_eq!((nobody.0, nobody.2), (LoadReason::BadShape, at("/person")));
    let nobody = of_head(json!({"same_as": ["mother_"]}));
    assert_eq!((nobody.0, nobody.2), (LoadReason::BadShape, at("/person")));
    let when = json!({"scope": "#/properties/aunt", "schema": true});
    assert_eq!(
        of_head(json!({"person": "head_", "same_as": [{"person": "mother_", "when": when}]})).0,
        LoadReason::UnknownQuestion
    );
    let unnamed = changed("/elements/2/elements/0/label", json!(false));
    assert_eq!(
        (unnamed.0, unnamed.2),
        (LoadReason::BadShape, at("/person"))
    );
}

#[test]
fn a_mother_is_known_to_be_a_woman_and_of_the_head_nothing_is_known() {
    let definition = asking(ui()).unwrap();
    assert_eq!(definition.sex_of("mother_"), Some(Sex::Female));
    assert_eq!(definition.sex_of("head_"), None);
    assert_eq!(definition.sex_of("aunt_"), None);
}
