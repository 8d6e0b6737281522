//! Rules of the UI schema: what they show, hide and lock.

use super::*;

#[test]
fn enable_and_disable_rules_lock_what_stays_in_view() {
    let schema = json!({"type": "object", "properties": {"a": {"type": "boolean"}, "b": {"type": "string"}, "c": {"type": "string"}}});
    let ruled = |id: &str, effect: &str| {
        let mut element = control(id);
        element["rule"] = json!({"effect": effect, "condition": {"scope": "#/properties/a", "schema": {"const": true}}});
        element
    };
    let ui = json!({"type": "VerticalLayout", "elements": [control("a"), ruled("b", "ENABLE"), ruled("c", "DISABLE")]});
    let definition = Definition::load(&form(schema, ui), patterns).unwrap();
    let locked = |a: Value| {
        let set = disabled(&definition, &answers(json!({ "a": a })));
        (set.has("b"), set.has("c"))
    };
    assert_eq!(
        (locked(json!(true)), locked(json!(false))),
        ((false, true), (true, false))
    );
    assert!(visible(&definition, &Answers::new()).has("b"));
}

#[test]
fn conditions_on_unanswered_questions_hold_as_in_json_forms() {
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
            visible(
                &Definition::load(&form(fields.clone(), ui), patterns).unwrap(),
                &Answers::new(),
            )
            .has("b")
        };
        assert_eq!((rule(false), rule(true)), (holds, false), "{schema}");
    }
}

#[test]
fn rules_may_look_at_all_answers_at_once_and_at_each_other() {
    let fields =
        json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}});
    let mut ruled = control("b");
    ruled["rule"] =
        json!({"effect": "SHOW", "condition": {"scope": "#", "schema": {"required": ["a"]}}});
    let ui = json!({"type": "VerticalLayout", "elements": [control("a"), ruled]});
    let definition = Definition::load(&form(fields.clone(), ui), patterns).unwrap();
    assert!(visible(&definition, &answers(json!({"a": "x"}))).has("b"));
    assert!(!visible(&definition, &answers(json!({"a": " "}))).has("b"));

    let against = |id: &str, other: &str| {
        let mut element = control(id);
        let scope = String::from("#/properties/") + other;
        element["rule"] =
            json!({"effect": "HIDE", "condition": {"scope": scope, "schema": {"type": "string"}}});
        element
    };
    let ui = json!({"type": "VerticalLayout", "elements": [against("a", "b"), against("b", "a")]});
    let definition = Definition::load(&form(fields, ui), patterns).unwrap();
    let _ = check(&definition, &answers(json!({"a": "x", "b": "y"})));
}
