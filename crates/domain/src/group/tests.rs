//! Tests with a group of three procedures after a birth (registration, residence, health insurance): the parts that are
//! filed, their declarations, and the components that they need.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use contract::draft::{Draft, ForWhom};
use contract::form::Form;
use contract::procedure::{AttachmentRequirement, Component, Procedure};
use serde_json::{Value, json};

use contract::dossier::ChangedAnswer;
use contract::draft::Delivery;
use contract::form::{Answers, Condition};
use contract::group::AnswerSource;
use contract::place::PlaceRef;

use super::*;
use crate::form::{FormDefinition, PatternMatcher, load_form};

fn form() -> FormDefinition {
    let form: Form = serde_json::from_value(json!({
        "key": "birth-group", "version": 1, "title": "Tờ khai liên thông",
        "schema": {"type": "object", "properties": {
            "child": {"title": "Tên trẻ", "type": "string"},
            "home": {"title": "Nơi ở", "type": "object", "format": "place", "properties": {
                "province": {"type": "string"}, "commune": {"type": "string"}, "detail": {"type": "string"}
            }},
            "insured": {"title": "Có làm thẻ không?", "type": "boolean"},
            "clinic": {"title": "Nơi khám", "type": "string"},
            "apart": {"title": "Ở nơi khác?", "type": "boolean"}
        }},
        "ui_schema": {"type": "VerticalLayout", "elements": [
            {"type": "Control", "scope": "#/properties/child"},
            {"type": "Control", "scope": "#/properties/home"},
            {"type": "Control", "scope": "#/properties/insured"},
            {"type": "Control", "scope": "#/properties/clinic",
             "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/insured", "schema": {"const": true}}}},
            {"type": "Control", "scope": "#/properties/apart"}
        ]}
    }))
    .unwrap();
    load_form(&form, |_| None).unwrap()
}

fn procedure() -> Procedure {
    let named = |key: &str, name: &str| json!({"key": key, "name": name});
    let part_procedure = |code: &str, form: &str, when: Value, declaration: Value| {
        let mut declared = json!({"procedure": named(code, code), "receiver": "Công an cấp xã", "form": form,
                            "declaration": declaration});
        if !when.is_null() {
            declared["when"] = when;
        }
        declared
    };
    let insured = json!({"scope": "#/properties/insured", "schema": {"const": true}, "failWhenUndefined": true});
    let apart = json!({"scope": "#/properties/apart", "schema": {"const": true}, "failWhenUndefined": true});
    let component = |code: &str, attach: &str, parts: Value, when: Value| {
        let mut component = json!({"code": code, "label": code, "originals": 1, "copies": 0, "attach": attach, "parts": parts});
        if !when.is_null() {
            component["when"] = when;
        }
        component
    };
    serde_json::from_value(json!({
        "code": "2.000986", "name": "Liên thông", "agency": named("a", "A"), "field": named("f", "F"),
        "level": "partial", "receiver": "Ủy ban nhân dân cấp xã", "methods": [], "results": [], "form": "birth-group",
        "component_groups": [{"components": [
            component("always", "required", json!([]), Value::Null),
            component("apart", "required", json!(["residence"]), apart),
            component("card", "required", json!(["insurance"]), Value::Null),
            component("perhaps", "optional", json!([]), Value::Null),
            component("note", "nothing", json!([]), Value::Null)
        ]}],
        "parts": [
            {"key": "residence", "receiver": "Công an cấp xã", "result": "Thông báo",
             "procedures": [part_procedure("1.004222", "ct01", Value::Null, json!({
                "name": {"from": "child"}, "kind": {"value": "Thường trú"}, "id": {"later": "birth"},
                "request": {"text": "Đăng ký cho {child} tại {home}."}, "clinic": {"from": "clinic"}
             }))]},
            {"key": "insurance", "receiver": "Bảo hiểm xã hội", "result": "Thẻ", "after": ["residence"],
             "procedures": [part_procedure("1.014137", "card", insured, json!({"clinic": {"from": "clinic"}, "by": "delivery"}))]}
        ]
    }))
    .unwrap()
}

fn answers(value: Value) -> Answers {
    value.as_object().unwrap().clone()
}

fn draft(given: Value) -> Draft {
    serde_json::from_value(json!({
        "id": "d", "version": 1, "procedure": "2.000986", "procedure_name": "", "form": "birth-group",
        "form_version": 1, "answers": given, "attachments": [], "created_at": "", "updated_at": "",
        "expires_on": ""
    }))
    .unwrap()
}

fn no_pattern(_: &str) -> Option<PatternMatcher> {
    None
}

#[test]
fn files_a_part_only_if_its_condition_holds() {
    let (procedure, form) = (procedure(), form());
    let filed = |given: Value| -> Vec<String> {
        let parts = filed_parts(&procedure, &form, &answers(given), no_pattern);
        parts
            .into_iter()
            .map(|filed| filed.part.key.clone())
            .collect()
    };
    assert_eq!(filed(json!({})), ["residence"]);
    assert_eq!(filed(json!({"insured": true})), ["residence", "insurance"]);
}

#[test]
fn builds_a_declaration_from_answers_templates_and_fixed_values() {
    let (procedure, form) = (procedure(), form());
    let home = json!({"province": "44", "commune": "19624", "detail": "Thôn 1"});
    let given =
        answers(json!({"child": "An", "home": home, "insured": false, "clinic": "Trạm y tế xã"}));
    let place_name =
        |place: &PlaceRef| (place.commune == "19624").then(|| "Xã Triệu Phong".to_owned());
    let residence = &procedure.parts[0].procedures[0];
    assert_eq!(
        build_declaration(residence, &form, &given, None, &place_name),
        answers(json!({
            "name": "An", "kind": "Thường trú", "request": "Đăng ký cho An tại Thôn 1, Xã Triệu Phong."
        })),
        "the citizen id follows later, and the answer to a hidden question is not declared"
    );
    let insurance = &procedure.parts[1].procedures[0];
    let insured = answers(json!({"insured": true, "clinic": "Trạm y tế xã"}));
    assert_eq!(
        build_declaration(
            insurance,
            &form,
            &insured,
            Some(&Delivery::Counter),
            &place_name
        ),
        answers(json!({"clinic": "Trạm y tế xã", "by": "Trực tiếp tại nơi nộp"}))
    );
}

#[test]
fn a_correction_reaches_the_form_and_only_the_answers_that_are_made_from_it() {
    let (procedure, form) = (procedure(), form());
    let residence = &procedure.parts[0].procedures[0];
    let mut given = answers(json!({"child": "An", "insured": false}));
    let corrected = |question: &str, after: Value| ChangedAnswer {
        question: question.to_owned(),
        label: String::new(),
        before: None,
        after: Some(after),
    };
    let changes = [
        corrected("name", json!("Ân")),
        corrected("kind", json!("Tạm trú")),
        corrected("request", json!("Xin đăng ký")),
    ];
    let questions = apply_correction(residence, &changes, &mut given);
    assert_eq!(Vec::from_iter(&questions), ["child"]);
    assert_eq!(given, answers(json!({"child": "Ân", "insured": false})));

    // The agency has had the kind corrected before, and the citizen id followed from another part.
    let declared = json!({"name": "An", "kind": "Tạm trú", "id": "044226000001", "request": "Đăng ký cho An tại ."});
    let rebuilt = rebuild_answers(
        residence,
        &form,
        &given,
        &questions,
        &|_| None,
        &answers(declared),
    );
    assert_eq!(
        rebuilt,
        answers(json!({
            "name": "Ân", "kind": "Tạm trú", "id": "044226000001", "request": "Đăng ký cho Ân tại ."
        }))
    );
    let same = [corrected("name", json!("Ân"))];
    assert!(apply_correction(residence, &same, &mut given).is_empty());
}

#[test]
fn finds_the_question_that_a_declared_answer_comes_from() {
    assert_eq!(
        source_question(&AnswerSource::From("child".to_owned())),
        Some("child")
    );
    assert_eq!(
        source_question(&AnswerSource::Text("Cho {child} tại {home}".to_owned())),
        Some("child")
    );
    assert_eq!(
        source_question(&AnswerSource::Later("birth".to_owned())),
        None
    );
    assert_eq!(source_question(&AnswerSource::Value(json!(1))), None);
    assert_eq!(
        placeholders("{a} và {b}, {c").collect::<Vec<_>>(),
        ["a", "b"]
    );
}

#[test]
fn requires_a_component_for_its_part_and_situation() {
    let (procedure, form) = (procedure(), form());
    let requirements = |draft: &Draft| -> Vec<ComponentRequirement> {
        let components = procedure
            .component_groups
            .iter()
            .flat_map(|group| &group.components);
        let components: Vec<&Component> = components.collect();
        components
            .into_iter()
            .map(|component| component_requirement(component, &procedure, &form, draft, no_pattern))
            .collect()
    };
    use ComponentRequirement::{Decision, File, Nothing};
    assert_eq!(
        requirements(&draft(json!({}))),
        [File, Nothing, Nothing, Decision, Nothing]
    );
    let all = draft(json!({"apart": true, "insured": true}));
    assert_eq!(requirements(&all), [File, File, File, Decision, Nothing]);
    let mut decided = draft(json!({}));
    decided.needed_components.insert("perhaps".to_owned(), true);
    assert_eq!(requirements(&decided)[3], File);
    decided
        .needed_components
        .insert("perhaps".to_owned(), false);
    assert_eq!(requirements(&decided)[3], Nothing);
    assert_eq!(decided.for_whom, ForWhom::Oneself);
    assert!(
        procedure.component_groups[0]
            .components
            .iter()
            .any(|component| component.attach == AttachmentRequirement::Nothing)
    );
}

#[test]
fn a_file_whose_reason_has_gone_is_not_sent() {
    let (procedure, form) = (procedure(), form());
    let sent = |draft: &Draft| -> Vec<&str> {
        ["always", "apart", "card", "perhaps", "note", "renamed"]
            .into_iter()
            .filter(|code| is_component_sent(code, &procedure, &form, draft, no_pattern))
            .collect()
    };
    let all = draft(json!({"insured": true, "apart": true}));
    assert_eq!(sent(&all), ["always", "apart", "card", "perhaps"]);
    // The part that needs the card's file is not filed any more.
    let without_card = draft(json!({"insured": false, "apart": true}));
    assert_eq!(sent(&without_card), ["always", "apart", "perhaps"]);
    let together = draft(json!({"insured": true, "apart": false}));
    assert_eq!(sent(&together), ["always", "card", "perhaps"]);
    let mut declined = all;
    declined
        .needed_components
        .insert("perhaps".to_owned(), false);
    assert_eq!(sent(&declined), ["always", "apart", "card"]);
    declined
        .needed_components
        .insert("perhaps".to_owned(), true);
    assert_eq!(sent(&declined), ["always", "apart", "card", "perhaps"]);
}

#[test]
fn treats_a_condition_on_an_unknown_question_as_false() {
    let mut procedure = procedure();
    let residence = &mut procedure.parts[0].procedures[0];
    residence.when = Some(Condition {
        scope: "#/properties/gone".to_owned(),
        schema: json!({"const": 1}),
        fail_when_undefined: false,
    });
    assert!(filed_parts(&procedure, &form(), &Answers::new(), no_pattern).is_empty());
}
