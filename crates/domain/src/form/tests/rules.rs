//! Tests of UI schema rules that show, hide, enable and disable questions.

use super::*;

#[test]
fn disables_visible_questions() {
    let schema = json!({"type": "object", "properties": {"a": {"type": "boolean"}, "b": {"type": "string"}, "c": {"type": "string"}}});
    let ruled = |id: &str, effect: &str| {
        let mut element = control(id);
        element["rule"] = json!({"effect": effect, "condition": {"scope": "#/properties/a", "schema": {"const": true}}});
        element
    };
    let ui = json!({"type": "VerticalLayout", "elements": [control("a"), ruled("b", "ENABLE"), ruled("c", "DISABLE")]});
    let definition = load_form(&form(schema, ui), compile_pattern).unwrap();
    let is_disabled = |a: Value| {
        let set = disabled_questions(&definition, &answers(json!({ "a": a })));
        (set.contains("b"), set.contains("c"))
    };
    assert_eq!(
        (is_disabled(json!(true)), is_disabled(json!(false))),
        ((false, true), (true, false))
    );
    assert!(visible_elements(&definition, &Answers::new()).contains("b"));
}

#[test]
fn treats_unanswered_questions_in_conditions_as_json_forms_does() {
    for (schema, holds) in [
        (json!({}), true),
        (json!(false), false),
        (json!({"const": true}), false),
        (json!({"enum": ["x"]}), false),
        (json!({"type": "string"}), false),
        (json!({"minLength": 1}), true),
        (json!({"not": {"const": true}}), true),
        (json!({"anyOf": [{"const": 1}, {"minimum": 3}]}), true),
        (json!({"allOf": [{"const": 1}, {"minimum": 3}]}), false),
        (json!({"oneOf": [{"minLength": 1}, {"minimum": 3}]}), false),
        (
            json!({"if": {"type": "string"}, "then": true, "else": false}),
            false,
        ),
    ] {
        let fields = json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}});
        let rule = |undefined: bool| {
            let condition = json!({"scope": "#/properties/a", "schema": schema, "failWhenUndefined": undefined});
            let mut ruled = control("b");
            ruled["rule"] = json!({"effect": "SHOW", "condition": condition});
            let ui = json!({"type": "VerticalLayout", "elements": [control("a"), ruled]});
            visible_elements(
                &load_form(&form(fields.clone(), ui), compile_pattern).unwrap(),
                &Answers::new(),
            )
            .contains("b")
        };
        assert_eq!((rule(false), rule(true)), (holds, false), "{schema}");
    }
}

#[test]
fn supports_rules_on_all_answers_and_on_each_other() {
    let fields =
        json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}});
    let mut ruled = control("b");
    ruled["rule"] =
        json!({"effect": "SHOW", "condition": {"scope": "#", "schema": {"required": ["a"]}}});
    let ui = json!({"type": "VerticalLayout", "elements": [control("a"), ruled]});
    let definition = load_form(&form(fields.clone(), ui), compile_pattern).unwrap();
    assert!(visible_elements(&definition, &answers(json!({"a": "x"}))).contains("b"));
    assert!(!visible_elements(&definition, &answers(json!({"a": " "}))).contains("b"));

    let against = |id: &str, other: &str| {
        let mut element = control(id);
        let scope = String::from("#/properties/") + other;
        element["rule"] =
            json!({"effect": "HIDE", "condition": {"scope": scope, "schema": {"type": "string"}}});
        element
    };
    let ui = json!({"type": "VerticalLayout", "elements": [against("a", "b"), against("b", "a")]});
    let definition = load_form(&form(fields, ui), compile_pattern).unwrap();
    let _ = check_answers(&definition, &answers(json!({"a": "x", "b": "y"})));
}
