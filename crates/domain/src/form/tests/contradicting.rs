//! Forms with a schema that nothing could fulfil.

use super::*;

fn fault_of(field: Value) -> Option<LoadFault> {
    let form = form(
        json!({"type": "object", "properties": {"a": field}}),
        control("a"),
    );
    Definition::load(&form, patterns).err()
}

#[track_caller]
fn refused(field: Value, keyword: &str) {
    let fault = fault_of(field.clone());
    let expected = Some((
        LoadReason::Contradiction,
        keyword,
        ["/schema/properties/a/", keyword].concat(),
    ));
    let fault = fault.map(|fault| (fault.reason, fault.name, fault.at));
    let fault = fault
        .as_ref()
        .map(|(reason, name, at)| (*reason, name.as_str(), at.clone()));
    assert_eq!(fault, expected, "{field}");
}

#[test]
fn limits_that_cross_are_refused_by_name() {
    for (field, keyword) in [
        (
            json!({"type": "integer", "minimum": 3, "maximum": 2}),
            "minimum",
        ),
        (
            json!({"type": "integer", "exclusiveMinimum": 2, "maximum": 2}),
            "exclusiveMinimum",
        ),
        (
            json!({"type": "integer", "minimum": 2, "exclusiveMaximum": 2}),
            "minimum",
        ),
        (
            json!({"type": "integer", "exclusiveMinimum": 5, "exclusiveMaximum": 2}),
            "exclusiveMinimum",
        ),
        (
            json!({"type": "string", "minLength": 3, "maxLength": 2}),
            "minLength",
        ),
        (
            json!({"type": "array", "minItems": 3, "maxItems": 2}),
            "minItems",
        ),
        (
            json!({"type": "array", "contains": {}, "minContains": 3, "maxContains": 2}),
            "minContains",
        ),
        (
            json!({"type": "array", "contains": {}, "maxContains": 0}),
            "maxContains",
        ),
        (
            json!({"type": "object", "minProperties": 3, "maxProperties": 2}),
            "minProperties",
        ),
        (
            json!({"type": "object", "required": ["x", "y"], "maxProperties": 1}),
            "required",
        ),
    ] {
        refused(field, keyword);
    }
}

#[test]
fn limits_that_leave_one_value_are_none_of_that() {
    for field in [
        json!({"type": "integer", "minimum": 2, "maximum": 2}),
        json!({"type": "integer", "exclusiveMinimum": 1, "maximum": 2}),
        json!({"type": "string", "minLength": 2, "maxLength": 2}),
        json!({"type": "boolean", "const": true}),
        json!({"type": "string", "enum": ["x", 7]}),
        json!({"type": "string", "not": {"contains": {}, "minContains": 0, "maxContains": 0}}),
    ] {
        assert_eq!(fault_of(field.clone()), None, "{field}");
    }
}

#[test]
fn a_constant_and_choices_that_their_own_schema_refuses_are_refused_by_name() {
    for (field, keyword) in [
        (json!({"type": "string", "enum": []}), "enum"),
        (json!({"type": "string", "enum": [1, 2]}), "enum"),
        (
            json!({"type": "string", "enum": ["aa", "bb"], "maxLength": 1}),
            "enum",
        ),
        (json!({"type": "string", "const": 1}), "const"),
        (
            json!({"type": "string", "enum": ["x"], "const": "y"}),
            "const",
        ),
        (
            json!({"type": "string", "format": "vn-date", "const": "5/3/2026"}),
            "const",
        ),
        (
            json!({"type": "string", "pattern": "^a", "const": "b"}),
            "const",
        ),
    ] {
        refused(field, keyword);
    }
}

#[test]
fn a_contradiction_is_found_wherever_a_schema_stands() {
    let wrong = json!({"minimum": 3, "maximum": 2});
    for (field, at) in [
        (json!({"type": "string", "not": wrong}), "not/minimum"),
        (
            json!({"type": "string", "allOf": [{}, wrong]}),
            "allOf/1/minimum",
        ),
        (
            json!({"type": "string", "if": {}, "then": wrong}),
            "then/minimum",
        ),
        (
            json!({"type": "object", "properties": {"x/y": wrong}}),
            "properties/x~1y/minimum",
        ),
        (json!({"type": "array", "items": wrong}), "items/minimum"),
    ] {
        let fault = fault_of(field.clone()).unwrap();
        assert_eq!(fault.at, ["/schema/properties/a/", at].concat(), "{field}");
    }
    let mut ruled = control("a");
    ruled["rule"] =
        json!({"effect": "SHOW", "condition": {"scope": "#/properties/a", "schema": wrong}});
    let form = form(
        json!({"type": "object", "properties": {"a": {"type": "string"}}}),
        ruled,
    );
    let fault = Definition::load(&form, patterns).unwrap_err();
    assert_eq!(fault.at, "/ui_schema/rule/condition/schema/minimum");
}

#[test]
fn a_question_called_like_a_keyword_is_none() {
    let field = json!({"type": "integer", "minimum": 1});
    let form = form(
        json!({"type": "object", "properties": {"minimum": field, "maximum": field, "enum": {"type": "string"}}}),
        json!({"type": "VerticalLayout", "elements": [control("minimum"), control("maximum"), control("enum")]}),
    );
    assert!(Definition::load(&form, patterns).is_ok());
}
