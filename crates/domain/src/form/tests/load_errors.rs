//! Tests of forms that can't be loaded. The error contains the name and the place of the mistake.

use super::*;

#[track_caller]
fn assert_refused(schema: Value, ui: Value, reason: LoadErrorReason, name: &str, pointer: &str) {
    let error = load_form(&form(schema, ui), compile_pattern).unwrap_err();
    assert_eq!(
        (error.reason, error.name.as_str(), error.pointer.as_str()),
        (reason, name, pointer)
    );
    assert!(error.to_string().contains(name) && error.to_string().ends_with(pointer));
}

fn schema_with(field: Value) -> Value {
    json!({"type": "object", "properties": {"a": field}})
}

#[test]
fn refuses_keywords_types_and_formats_outside_the_subset() {
    for keyword in [
        "$ref",
        "$id",
        "$dynamicAnchor",
        "contentEncoding",
        "unevaluatedItems",
        "unevaluatedProperties",
        "x-own",
        "$defs",
    ] {
        let mut field = json!({"type": "string"});
        field[keyword] = json!({});
        let at = String::from("/schema/properties/a/") + keyword;
        assert_refused(
            schema_with(field),
            control("a"),
            LoadErrorReason::UnknownKeyword,
            keyword,
            &at,
        );
    }
    let uuid = schema_with(json!({"type": "string", "format": "uuid"}));
    assert_refused(
        uuid,
        control("a"),
        LoadErrorReason::UnknownFormat,
        "uuid",
        "/schema/properties/a/format",
    );
    let file = schema_with(json!({"type": "file"}));
    assert_refused(
        file,
        control("a"),
        LoadErrorReason::UnknownType,
        "file",
        "/schema/properties/a/type",
    );
    let list = schema_with(json!({"type": "array"}));
    assert_refused(
        list,
        control("a"),
        LoadErrorReason::UnknownType,
        "of these entries",
        "/schema/properties/a/items",
    );
    let pattern = schema_with(json!({"type": "string", "pattern": "("}));
    assert_refused(
        pattern,
        control("a"),
        LoadErrorReason::BadPattern,
        "(",
        "/schema/properties/a/pattern",
    );
    let length = schema_with(json!({"type": "string", "minLength": -1}));
    assert_refused(
        length,
        control("a"),
        LoadErrorReason::BadShape,
        "a length",
        "/schema/properties/a/minLength",
    );
    assert_refused(
        json!({"type": "string"}),
        control("a"),
        LoadErrorReason::BadShape,
        "type object at the root",
        "/schema",
    );
}

#[test]
fn refuses_ui_elements_and_options_outside_the_subset() {
    let text = || schema_with(json!({"type": "string"}));
    let with = |name: &str, value: Value| {
        let mut element = control("a");
        element[name] = value;
        element
    };
    assert_refused(
        text(),
        json!({"type": "ListWithDetail"}),
        LoadErrorReason::UnknownElement,
        "ListWithDetail",
        "/ui_schema",
    );
    assert_refused(
        text(),
        with("i18n", json!("x")),
        LoadErrorReason::UnknownElement,
        "i18n",
        "/ui_schema/i18n",
    );
    assert_refused(
        text(),
        with("options", json!({"slider": true})),
        LoadErrorReason::UnknownOption,
        "slider",
        "/ui_schema/options/slider",
    );
    assert_refused(
        text(),
        with("options", json!({"widget": "map"})),
        LoadErrorReason::UnknownOption,
        "widget",
        "/ui_schema/options/widget",
    );
    let rule = json!({"effect": "BLINK", "condition": {"scope": "#/properties/a", "schema": {}}});
    assert_refused(
        text(),
        with("rule", rule),
        LoadErrorReason::UnknownElement,
        "BLINK",
        "/ui_schema/rule/effect",
    );
    let nested =
        json!({"type": "VerticalLayout", "elements": [{"type": "Category", "elements": []}]});
    let expected = "categories in a Categorization and nowhere else";
    assert_refused(
        text(),
        nested,
        LoadErrorReason::BadShape,
        expected,
        "/ui_schema/elements/0",
    );
}

#[test]
fn refuses_unknown_question_names() {
    let text = || schema_with(json!({"type": "string"}));
    assert_refused(
        text(),
        control("b"),
        LoadErrorReason::UnknownQuestion,
        "#/properties/b",
        "/ui_schema/scope",
    );
    let mut ruled = control("a");
    ruled["rule"] =
        json!({"effect": "SHOW", "condition": {"scope": "#/properties/b", "schema": {}}});
    let at = "/ui_schema/rule/condition/scope";
    assert_refused(
        text(),
        ruled,
        LoadErrorReason::UnknownQuestion,
        "#/properties/b",
        at,
    );
    let mut whole = control("a");
    let condition = json!({"scope": "#", "schema": {"required": ["b"]}});
    whole["rule"] = json!({"effect": "SHOW", "condition": condition});
    let at = "/ui_schema/rule/condition/schema";
    assert_refused(text(), whole, LoadErrorReason::UnknownQuestion, "b", at);
    let mut derived = control("a");
    derived["options"] = json!({"derive": {"words-of": "b"}});
    assert_refused(
        text(),
        derived,
        LoadErrorReason::UnknownQuestion,
        "b",
        "/ui_schema/options/derive",
    );
    let mut alike = control("a");
    alike["options"] = json!({"same_as": ["a", "b"]});
    assert_refused(
        text(),
        alike,
        LoadErrorReason::UnknownQuestion,
        "b",
        "/ui_schema/options/same_as",
    );
    let mut schema = text();
    schema["allOf"] = json!([{"if": {"required": ["b"]}}]);
    assert_refused(
        schema,
        control("a"),
        LoadErrorReason::UnknownQuestion,
        "b",
        "/schema/allOf/0/if",
    );
}

#[test]
fn refuses_a_form_with_a_hidden_required_question() {
    let mut schema = json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["b"]});
    let at = "/schema/required";
    assert_refused(
        schema.clone(),
        control("a"),
        LoadErrorReason::HiddenRequired,
        "b",
        at,
    );
    let mut hidden = control("b");
    hidden["rule"] = json!({"effect": "SHOW", "condition": {"scope": "#/properties/a", "schema": {"const": "x"}}});
    let ui = json!({"type": "VerticalLayout", "elements": [control("a"), hidden]});
    assert_refused(schema.clone(), ui, LoadErrorReason::HiddenRequired, "b", at);
    let twice = json!({"type": "VerticalLayout", "elements": [control("b"), control("b")]});
    assert_refused(
        schema.clone(),
        twice,
        LoadErrorReason::AskedTwice,
        "b",
        "/ui_schema",
    );
    schema["properties"]["b"]["default"] = json!(3);
    assert_refused(
        schema,
        control("b"),
        LoadErrorReason::BadDefault,
        "b",
        "/schema/properties/b/default",
    );
}

#[test]
fn limits_depth_and_number_of_fields() {
    let mut deep = json!({"type": "string"});
    for _ in 0..100 {
        deep = json!({"not": deep});
    }
    let error = load_form(&form(schema_with(deep), control("a")), compile_pattern).unwrap_err();
    assert_eq!(error.reason, LoadErrorReason::TooDeep);
    let mut layout = control("a");
    for _ in 0..100 {
        layout = json!({"type": "VerticalLayout", "elements": [layout]});
    }
    let error = load_form(
        &form(schema_with(json!({"type": "string"})), layout),
        compile_pattern,
    )
    .unwrap_err();
    assert_eq!(error.reason, LoadErrorReason::TooDeep);

    let fields = |count: usize| {
        let properties: Answers = (0..count)
            .map(|i| {
                (
                    String::from("f") + &i.to_string(),
                    json!({"type": "string"}),
                )
            })
            .collect();
        let controls: Vec<Value> = properties.keys().map(|id| control(id)).collect();
        form(
            json!({"type": "object", "properties": properties}),
            json!({"type": "VerticalLayout", "elements": controls}),
        )
    };
    let largest = load_form(&fields(5_000), compile_pattern).unwrap();
    assert_eq!(largest.questions().count(), 5_000);
    assert!(check_answers(&largest, &Answers::new()).is_empty());
    assert_eq!(
        load_form(&fields(5_001), compile_pattern)
            .unwrap_err()
            .reason,
        LoadErrorReason::TooManyFields
    );
}

#[test]
fn refuses_a_form_without_questions() {
    let empty = json!({"type": "VerticalLayout", "elements": []});
    let note = json!({"type": "Label", "text": "Không hỏi gì."});
    for layout in [empty, note] {
        assert_refused(
            json!({"type": "object", "properties": {}}),
            layout,
            LoadErrorReason::BadShape,
            "at least one question",
            "/ui_schema",
        );
    }
}
