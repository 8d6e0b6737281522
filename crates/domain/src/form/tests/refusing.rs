//! What is refused, by which name and where.

use super::*;

#[track_caller]
fn refused(schema: Value, ui: Value, reason: LoadReason, name: &str, at: &str) {
    let fault = Definition::load(&form(schema, ui), patterns).unwrap_err();
    assert_eq!(
        (fault.reason, fault.name.as_str(), fault.at.as_str()),
        (reason, name, at)
    );
    assert!(fault.to_string().contains(name) && fault.to_string().ends_with(at));
}

fn one(field: Value) -> Value {
    json!({"type": "object", "properties": {"a": field}})
}

#[test]
fn what_is_outside_the_schema_subset_is_refused_by_name() {
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
        refused(
            one(field),
            control("a"),
            LoadReason::UnknownKeyword,
            keyword,
            &at,
        );
    }
    let uuid = one(json!({"type": "string", "format": "uuid"}));
    refused(
        uuid,
        control("a"),
        LoadReason::UnknownFormat,
        "uuid",
        "/schema/properties/a/format",
    );
    let file = one(json!({"type": "file"}));
    refused(
        file,
        control("a"),
        LoadReason::UnknownType,
        "file",
        "/schema/properties/a/type",
    );
    let list = one(json!({"type": "array"}));
    refused(
        list,
        control("a"),
        LoadReason::UnknownType,
        "of these entries",
        "/schema/properties/a/items",
    );
    let pattern = one(json!({"type": "string", "pattern": "("}));
    refused(
        pattern,
        control("a"),
        LoadReason::BadPattern,
        "(",
        "/schema/properties/a/pattern",
    );
    let length = one(json!({"type": "string", "minLength": -1}));
    refused(
        length,
        control("a"),
        LoadReason::BadShape,
        "a length",
        "/schema/properties/a/minLength",
    );
    refused(
        json!({"type": "string"}),
        control("a"),
        LoadReason::BadShape,
        "type object at the root",
        "/schema",
    );
}

#[test]
fn what_is_outside_the_ui_subset_is_refused_by_name() {
    let text = || one(json!({"type": "string"}));
    let with = |name: &str, value: Value| {
        let mut element = control("a");
        element[name] = value;
        element
    };
    refused(
        text(),
        json!({"type": "ListWithDetail"}),
        LoadReason::UnknownElement,
        "ListWithDetail",
        "/ui_schema",
    );
    refused(
        text(),
        with("i18n", json!("x")),
        LoadReason::UnknownElement,
        "i18n",
        "/ui_schema/i18n",
    );
    refused(
        text(),
        with("options", json!({"slider": true})),
        LoadReason::UnknownOption,
        "slider",
        "/ui_schema/options/slider",
    );
    refused(
        text(),
        with("options", json!({"widget": "map"})),
        LoadReason::UnknownOption,
        "widget",
        "/ui_schema/options/widget",
    );
    let rule = json!({"effect": "BLINK", "condition": {"scope": "#/properties/a", "schema": {}}});
    refused(
        text(),
        with("rule", rule),
        LoadReason::UnknownElement,
        "BLINK",
        "/ui_schema/rule/effect",
    );
    let nested =
        json!({"type": "VerticalLayout", "elements": [{"type": "Category", "elements": []}]});
    let expected = "categories in a Categorization and nowhere else";
    refused(
        text(),
        nested,
        LoadReason::BadShape,
        expected,
        "/ui_schema/elements/0",
    );
}

#[test]
fn names_that_the_schema_lacks_are_refused() {
    let text = || one(json!({"type": "string"}));
    refused(
        text(),
        control("b"),
        LoadReason::UnknownQuestion,
        "#/properties/b",
        "/ui_schema/scope",
    );
    let mut ruled = control("a");
    ruled["rule"] =
        json!({"effect": "SHOW", "condition": {"scope": "#/properties/b", "schema": {}}});
    let at = "/ui_schema/rule/condition/scope";
    refused(
        text(),
        ruled,
        LoadReason::UnknownQuestion,
        "#/properties/b",
        at,
    );
    let mut whole = control("a");
    let condition = json!({"scope": "#", "schema": {"required": ["b"]}});
    whole["rule"] = json!({"effect": "SHOW", "condition": condition});
    let at = "/ui_schema/rule/condition/schema";
    refused(text(), whole, LoadReason::UnknownQuestion, "b", at);
    let mut derived = control("a");
    derived["options"] = json!({"derive": {"words-of": "b"}});
    refused(
        text(),
        derived,
        LoadReason::UnknownQuestion,
        "b",
        "/ui_schema/options/derive",
    );
    let mut alike = control("a");
    alike["options"] = json!({"same_as": ["a", "b"]});
    refused(
        text(),
        alike,
        LoadReason::UnknownQuestion,
        "b",
        "/ui_schema/options/same_as",
    );
    let mut schema = text();
    schema["allOf"] = json!([{"if": {"required": ["b"]}}]);
    refused(
        schema,
        control("a"),
        LoadReason::UnknownQuestion,
        "b",
        "/schema/allOf/0/if",
    );
}

#[test]
fn a_form_that_nobody_could_send_is_refused() {
    let mut schema = json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["b"]});
    let at = "/schema/required";
    refused(
        schema.clone(),
        control("a"),
        LoadReason::HiddenRequired,
        "b",
        at,
    );
    let mut hidden = control("b");
    hidden["rule"] = json!({"effect": "SHOW", "condition": {"scope": "#/properties/a", "schema": {"const": "x"}}});
    let ui = json!({"type": "VerticalLayout", "elements": [control("a"), hidden]});
    refused(schema.clone(), ui, LoadReason::HiddenRequired, "b", at);
    let twice = json!({"type": "VerticalLayout", "elements": [control("b"), control("b")]});
    refused(
        schema.clone(),
        twice,
        LoadReason::AskedTwice,
        "b",
        "/ui_schema",
    );
    schema["properties"]["b"]["default"] = json!(3);
    refused(
        schema,
        control("b"),
        LoadReason::BadDefault,
        "b",
        "/schema/properties/b/default",
    );
}

#[test]
fn depth_and_number_of_fields_are_bounded() {
    let mut deep = json!({"type": "string"});
    for _ in 0..100 {
        deep = json!({"not": deep});
    }
    let fault = Definition::load(&form(one(deep), control("a")), patterns).unwrap_err();
    assert_eq!(fault.reason, LoadReason::TooDeep);
    let mut layout = control("a");
    for _ in 0..100 {
        layout = json!({"type": "VerticalLayout", "elements": [layout]});
    }
    let fault =
        Definition::load(&form(one(json!({"type": "string"})), layout), patterns).unwrap_err();
    assert_eq!(fault.reason, LoadReason::TooDeep);

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
    let largest = Definition::load(&fields(5_000), patterns).unwrap();
    assert_eq!(largest.questions().count(), 5_000);
    assert!(check(&largest, &Answers::new()).is_empty());
    assert_eq!(
        Definition::load(&fields(5_001), patterns)
            .unwrap_err()
            .reason,
        LoadReason::TooManyFields
    );
}

#[test]
fn a_form_that_asks_nothing_is_refused() {
    let empty = json!({"type": "VerticalLayout", "elements": []});
    let note = json!({"type": "Label", "text": "Không hỏi gì."});
    for layout in [empty, note] {
        refused(
            json!({"type": "object", "properties": {}}),
            layout,
            LoadReason::BadShape,
            "at least one question",
            "/ui_schema",
        );
    }
}
