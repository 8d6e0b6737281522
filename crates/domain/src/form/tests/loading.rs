//! What loads, and what is refused with its name and place.

use super::*;

#[test]
fn a_form_becomes_pages_groups_and_questions_in_reading_order() {
    let definition = loaded();
    let titles: Vec<&str> = definition
        .pages()
        .iter()
        .map(|page| page.title.as_str())
        .collect();
    assert_eq!(titles, ["Người yêu cầu", "Trẻ", "Bản sao"]);
    let ids: Vec<&str> = definition
        .questions()
        .map(|question| question.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "relation",
            "name",
            "citizen_id",
            "paper",
            "home",
            "born",
            "born_words",
            "nationality",
            "mother",
            "father",
            "status",
            "copies_wanted",
            "copies",
            "reason",
            "declaration"
        ]
    );
    let groups: Vec<Option<&str>> = definition
        .pages()
        .iter()
        .flat_map(|p| &p.groups)
        .map(|g| g.title.as_deref())
        .collect();
    assert_eq!(groups, [None, Some("Giấy tờ"), None, None]);
    assert_eq!(definition.page_of("born"), Some(1));
    let born = definition.question("born").unwrap();
    assert_eq!(
        (born.label.as_str(), born.hint.as_deref()),
        ("Ngày sinh", Some("Ví dụ: 15/3/2026."))
    );
}

#[test]
fn every_property_becomes_its_kind_of_question() {
    let definition = loaded();
    let kind = |id: &str| definition.question(id).unwrap().kind.clone();
    assert_eq!(kind("name"), Kind::PersonName);
    assert_eq!(kind("citizen_id"), Kind::CitizenId);
    assert_eq!(kind("paper"), Kind::Text(50));
    assert_eq!(kind("home"), Kind::Place);
    assert_eq!(kind("born"), Kind::Date);
    assert_eq!(kind("born_words"), Kind::WordsOf("born".to_owned()));
    assert_eq!(kind("copies_wanted"), Kind::YesNo);
    assert_eq!(kind("copies"), Kind::Count);
    assert_eq!(kind("reason"), Kind::LongText(4000));
    assert_eq!(kind("declaration"), Kind::Declaration);
    let Kind::Select(choices) = kind("relation") else {
        unreachable!()
    };
    assert_eq!(choices.len(), 2);
    let Kind::Radio(choices) = kind("status") else {
        unreachable!()
    };
    assert_eq!(
        (choices[1].key(), choices[1].label.clone()),
        ("b".to_owned(), "Đã ly hôn".to_owned())
    );
}

#[test]
fn a_group_among_controls_ends_where_it_ends() {
    let schema = json!({"type": "object", "properties":
        {"a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"}}});
    let ui = json!({"type": "VerticalLayout", "elements": [
        control("a"), {"type": "Group", "label": "G", "elements": [control("b")]}, control("c")]});
    let definition = Definition::load(&form(schema, ui)).unwrap();
    let [page] = definition.pages() else {
        unreachable!()
    };
    assert_eq!(page.title, "Tờ khai");
    let titles: Vec<Option<&str>> = page
        .groups
        .iter()
        .map(|group| group.title.as_deref())
        .collect();
    assert_eq!(titles, [None, Some("G"), None]);
}

#[track_caller]
fn refused(schema: Value, ui: Value, reason: LoadReason, name: &str, at: &str) {
    let fault = Definition::load(&form(schema, ui)).unwrap_err();
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
        "pattern",
        "$ref",
        "items",
        "dependentRequired",
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
    let email = one(json!({"type": "string", "format": "email"}));
    refused(
        email,
        control("a"),
        LoadReason::UnknownFormat,
        "email",
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
        "of this question",
        "/schema/properties/a",
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
    let mut derived = control("a");
    derived["options"] = json!({"derive": {"words-of": "b"}});
    refused(
        text(),
        derived,
        LoadReason::UnknownQuestion,
        "b",
        "/ui_schema/options/derive",
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
    let fault = Definition::load(&form(one(deep), control("a"))).unwrap_err();
    assert_eq!(fault.reason, LoadReason::TooDeep);
    let mut layout = control("a");
    for _ in 0..100 {
        layout = json!({"type": "VerticalLayout", "elements": [layout]});
    }
    let fault = Definition::load(&form(one(json!({"type": "string"})), layout)).unwrap_err();
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
    let largest = Definition::load(&fields(5_000)).unwrap();
    assert_eq!(largest.questions().count(), 5_000);
    assert!(check(&largest, &Answers::new()).is_empty());
    assert_eq!(
        Definition::load(&fields(5_001)).unwrap_err().reason,
        LoadReason::TooManyFields
    );
}
