//! A birth that is registered, housed and insured in one filing: what each office gets, and which papers it takes.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use contract::draft::{Draft, ForWhom};
use contract::form::Form;
use contract::procedure::{AttachmentRequirement, Component, Procedure};
use serde_json::{Value, json};

use super::*;

fn form() -> Definition {
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
    Definition::load(&form, |_| None).unwrap()
}

fn procedure() -> Procedure {
    let named = |key: &str, name: &str| json!({"key": key, "name": name});
    let by = |code: &str, form: &str, when: Value, declaration: Value| {
        let mut by = json!({"procedure": named(code, code), "receiver": "Công an cấp xã", "form": form,
                            "declaration": declaration});
        if !when.is_null() {
            by["when"] = when;
        }
        by
    };
    let insured = json!({"scope": "#/properties/insured", "schema": {"const": true}, "failWhenUndefined": true});
    let apart = json!({"scope": "#/properties/apart", "schema": {"const": true}, "failWhenUndefined": true});
    let paper = |code: &str, attach: &str, parts: Value, when: Value| {
        let mut paper = json!({"code": code, "label": code, "originals": 1, "copies": 0, "attach": attach, "parts": parts});
        if !when.is_null() {
            paper["when"] = when;
        }
        paper
    };
    serde_json::from_value(json!({
        "code": "2.000986", "name": "Liên thông", "agency": named("a", "A"), "field": named("f", "F"),
        "level": "partial", "receiver": "Ủy ban nhân dân cấp xã", "methods": [], "results": [], "form": "birth-group",
        "component_groups": [{"components": [
            paper("always", "required", json!([]), Value::Null),
            paper("apart", "required", json!(["residence"]), apart),
            paper("card", "required", json!(["insurance"]), Value::Null),
            paper("perhaps", "optional", json!([]), Value::Null),
            paper("note", "nothing", json!([]), Value::Null)
        ]}],
        "parts": [
            {"key": "residence", "receiver": "Công an cấp xã", "result": "Thông báo",
             "procedures": [by("1.004222", "ct01", Value::Null, json!({
                "name": {"from": "child"}, "kind": {"value": "Thường trú"}, "id": {"later": "birth"},
                "request": {"text": "Đăng ký cho {child} tại {home}."}, "clinic": {"from": "clinic"}
             }))]},
            {"key": "insurance", "receiver": "Bảo hiểm xã hội", "result": "Thẻ", "after": ["residence"],
             "procedures": [by("1.014137", "card", insured, json!({"clinic": {"from": "clinic"}, "by": "delivery"}))]}
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

fn none(_: &str) -> Option<crate::form::Matcher> {
    None
}

#[test]
fn a_part_is_filed_only_when_an_answer_calls_for_it() {
    let (procedure, form) = (procedure(), form());
    let filed = |given: Value| -> Vec<String> {
        let parts = filed_parts(&procedure, &form, &answers(given), none);
        parts
            .into_iter()
            .map(|filed| filed.part.key.clone())
            .collect()
    };
    assert_eq!(filed(json!({})), ["residence"]);
    assert_eq!(filed(json!({"insured": true})), ["residence", "insurance"]);
}

#[test]
fn a_declaration_is_made_of_answers_sentences_and_what_never_changes() {
    let (procedure, form) = (procedure(), form());
    let home = json!({"province": "44", "commune": "19624", "detail": "Thôn 1"});
    let given =
        answers(json!({"child": "An", "home": home, "insured": false, "clinic": "Trạm y tế xã"}));
    let place_name =
        |place: &PlaceRef| (place.commune == "19624").then(|| "Xã Triệu Phong".to_owned());
    let by = &procedure.parts[0].procedures[0];
    assert_eq!(
        declaration(by, &form, &given, None, &place_name),
        answers(json!({
            "name": "An", "kind": "Thường trú", "request": "Đăng ký cho An tại Thôn 1, Xã Triệu Phong."
        })),
        "the citizen id comes later, and what a hidden question holds isn't declared"
    );
    let insurance = &procedure.parts[1].procedures[0];
    let insured = answers(json!({"insured": true, "clinic": "Trạm y tế xã"}));
    assert_eq!(
        declaration(
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
fn each_line_knows_the_question_where_it_is_mended() {
    assert_eq!(
        asked_at(&AnswerSource::From("child".to_owned())),
        Some("child")
    );
    assert_eq!(
        asked_at(&AnswerSource::Text("Cho {child} tại {home}".to_owned())),
        Some("child")
    );
    assert_eq!(asked_at(&AnswerSource::Later("birth".to_owned())), None);
    assert_eq!(asked_at(&AnswerSource::Value(json!(1))), None);
    assert_eq!(
        placeholders("{a} và {b}, {c").collect::<Vec<_>>(),
        ["a", "b"]
    );
}

#[test]
fn a_paper_is_wanted_for_its_part_in_its_situation_and_else_asked_about() {
    let (procedure, form) = (procedure(), form());
    let needs = |draft: &Draft| -> Vec<Need> {
        let papers = procedure
            .component_groups
            .iter()
            .flat_map(|group| &group.components);
        let papers: Vec<&Component> = papers.collect();
        papers
            .into_iter()
            .map(|paper| need(paper, &procedure, &form, draft, none))
            .collect()
    };
    use Need::{Answer, File, Nothing};
    assert_eq!(
        needs(&draft(json!({}))),
        [File, Nothing, Nothing, Answer, Nothing]
    );
    let all = draft(json!({"apart": true, "insured": true}));
    assert_eq!(needs(&all), [File, File, File, Answer, Nothing]);
    let mut said = draft(json!({}));
    said.needed_components.insert("perhaps".to_owned(), true);
    assert_eq!(needs(&said)[3], File);
    said.needed_components.insert("perhaps".to_owned(), false);
    assert_eq!(needs(&said)[3], Nothing);
    assert_eq!(said.for_whom, ForWhom::Oneself);
    assert!(
        procedure.component_groups[0]
            .components
            .iter()
            .any(|paper| paper.attach == AttachmentRequirement::Nothing)
    );
}

#[test]
fn a_condition_on_a_question_the_form_lacks_never_holds_and_never_panics() {
    let mut procedure = procedure();
    let by = &mut procedure.parts[0].procedures[0];
    by.when = Some(Condition {
        scope: "#/properties/gone".to_owned(),
        schema: json!({"const": 1}),
        fail_when_undefined: false,
    });
    assert!(filed_parts(&procedure, &form(), &Answers::new(), none).is_empty());
}
