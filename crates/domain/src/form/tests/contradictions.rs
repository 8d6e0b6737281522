//! Tests of schemas that no value can fulfil.

use super::*;

fn load_error(field: Value) -> Option<LoadError> {
    let form = form(
        json!({"type": "object", "properties": {"a": field}}),
        control("a"),
    );
    load_form(&form, compile_pattern).err()
}

#[track_caller]
fn assert_refused(field: Value, keyword: &str) {
    let error = load_error(field.clone());
    let expected = Some((
        LoadErrorReason::Contradiction,
        keyword,
        ["/schema/properties/a/", keyword].concat(),
    ));
    let error = error.map(|error| (error.reason, error.name, error.pointer));
    let error = error
        .as_ref()
        .map(|(reason, name, at)| (*reason, name.as_str(), at.clone()));
    assert_eq!(error, expected, "{field}");
}

#[test]
fn refuses_limits_that_cross() {
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
        assert_refused(field, keyword);
    }
}

#[test]
fn accepts_limits_that_leave_a_value() {
    for field in [
        json!({"type": "integer", "minimum": 2, "maximum": 2}),
        json!({"type": "integer", "exclusiveMinimum": 1, "maximum": 2}),
        json!({"type": "string", "minLength": 2, "maxLength": 2}),
        json!({"type": "boolean", "const": true}),
        json!({"type": "string", "enum": ["x", 7]}),
        json!({"type": "string", "not": {"contains": {}, "minContains": 0, "maxContains": 0}}),
    ] {
        assert_eq!(load_error(field.clone()), None, "{field}");
    }
}

#[test]
fn refuses_constants_and_choices_that_their_own_schema_excludes() {
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
        assert_refused(field, keyword);
    }
}

#[test]
fn finds_contradictions_in_nested_schemas() {
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
        let error = load_error(field.clone()).unwrap();
        assert_eq!(
            error.pointer,
            ["/schema/properties/a/", at].concat(),
            "{field}"
        );
    }
    let mut ruled = control("a");
    ruled["rule"] =
        json!({"effect": "SHOW", "condition": {"scope": "#/properties/a", "schema": wrong}});
    let form = form(
        json!({"type": "object", "properties": {"a": {"type": "string"}}}),
        ruled,
    );
    let error = load_form(&form, compile_pattern).unwrap_err();
    assert_eq!(error.pointer, "/ui_schema/rule/condition/schema/minimum");
}

#[test]
fn does_not_take_a_question_for_a_keyword() {
    let field = json!({"type": "integer", "minimum": 1});
    let form = form(
        json!({"type": "object", "properties": {"minimum": field, "maximum": field, "enum": {"type": "string"}}}),
        json!({"type": "VerticalLayout", "elements": [control("minimum"), control("maximum"), control("enum")]}),
    );
    assert!(load_form(&form, compile_pattern).is_ok());
}
