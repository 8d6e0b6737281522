//! Tests that any JSON as a form or as answers gives an error or a result, but never a panic.

use super::*;

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(word(), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// A word that has a meaning in forms, so that the generated JSON resembles a form.
fn word() -> impl Strategy<Value = String> {
    const WORDS: [&str; 60] = [
        "type",
        "object",
        "string",
        "integer",
        "boolean",
        "properties",
        "required",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
        "then",
        "else",
        "const",
        "enum",
        "minimum",
        "maxLength",
        "format",
        "vn-date",
        "place",
        "default",
        "title",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "dependentRequired",
        "dependentSchemas",
        "minProperties",
        "array",
        "items",
        "prefixItems",
        "contains",
        "uniqueItems",
        "pattern",
        "multipleOf",
        "a",
        "b",
        "#/properties/a",
        "#/properties/b",
        "#",
        "Control",
        "Group",
        "VerticalLayout",
        "Categorization",
        "Category",
        "Label",
        "elements",
        "scope",
        "rule",
        "effect",
        "SHOW",
        "HIDE",
        "condition",
        "schema",
        "options",
        "widget",
        "radio",
        "label",
        "text",
    ];
    prop::sample::select(WORDS.as_slice()).prop_map(str::to_owned)
}

/// Schemas of the supported subset for the properties `a` and `b`.
fn any_schema() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!({})),
        any::<bool>().prop_map(Value::Bool),
        Just(json!({"required": ["a"]})),
        Just(json!({"required": ["b"]})),
        Just(json!({"properties": {"a": {"const": "x"}}})),
        Just(json!({"properties": {"b": {"minimum": 3}}})),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|all| json!({ "allOf": all })),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|all| json!({ "anyOf": all })),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|all| json!({ "oneOf": all })),
            inner.clone().prop_map(|one| json!({ "not": one })),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(a, b, c)| json!({"if": a, "then": b, "else": c})),
        ]
    })
}

fn use_all_functions(definition: &FormDefinition, answers: &Answers) {
    let visible = visible_elements(definition, answers);
    let counted = effective_answers(definition, answers);
    assert!(counted.keys().all(|id| visible.contains(id)));
    let problems = check_answers(definition, answers);
    assert_eq!(
        problems,
        check_answers(definition, &counted),
        "effective answers have the same problems"
    );
    let pages: usize = (0..definition.pages().len())
        .map(|page| check_page(definition, page, answers).len())
        .sum();
    assert!(pages <= problems.len());
    let states = question_states(definition, answers);
    assert_eq!(states.visible, visible);
    assert_eq!(states.required, required_questions(definition, answers));
    assert_eq!(states.disabled, disabled_questions(definition, answers));
    let _ = check_future_dates(definition, answers, Date::new(2026, 11, 22).unwrap());
    for question in definition.questions() {
        if let Some(answer) = answers.get(&question.id) {
            let typed = display_answer(&question.kind, answer);
            let _ = parse_typed_answer(&question.kind, &typed);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn loads_any_json_as_a_form_or_returns_an_error(schema in any_json(), ui_schema in any_json(), given in any_json()) {
        let given = given.as_object().cloned().unwrap_or_default();
        if let Ok(definition) = load_form(&form(schema.clone(), ui_schema.clone()), compile_pattern) {
            use_all_functions(&definition, &given);
        }
        let _ = load_form(&form(birth().schema, ui_schema), compile_pattern);
        let _ = load_form(&form(schema, birth().ui_schema), compile_pattern);
    }

    #[test]
    fn checks_any_answers(ids in prop::collection::vec(0..15_usize, 0..15), given in prop::collection::vec(any_json(), 15)) {
        let definition = loaded();
        let known: Vec<String> = definition.questions().map(|question| question.id.clone()).collect();
        let answers: Answers = ids.iter().map(|index| (known[*index].clone(), given[*index].clone())).collect();
        use_all_functions(&definition, &answers);
    }

    #[test]
    fn checks_answers_with_any_rule_and_schema(
        extra in any_schema(), shows in any_schema(), hides in any_schema(),
        a in prop::option::of("[xy ]{0,2}"), b in prop::option::of(0..6),
    ) {
        let schema = json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}, "allOf": [extra]});
        let ruled = |id: &str, effect: &str, schema: &Value| {
            let mut element = control(id);
            element["rule"] = json!({"effect": effect, "condition": {"scope": "#", "schema": schema}});
            element
        };
        let ui = json!({"type": "VerticalLayout", "elements": [ruled("a", "SHOW", &shows), ruled("b", "HIDE", &hides)]});
        let definition = load_form(&form(schema, ui), compile_pattern).unwrap();
        let mut answers = Answers::new();
        answers.extend(a.map(|a| ("a".to_owned(), json!(a))));
        answers.extend(b.map(|b| ("b".to_owned(), json!(b))));
        let _ = check_answers(&definition, &answers);
        let _ = required_questions(&definition, &answers);
    }

    #[test]
    fn displays_every_parsed_answer(typed in ".{0,40}") {
        for question in loaded().questions() {
            if let Ok(value) = parse_typed_answer(&question.kind, &typed) {
                let _ = display_answer(&question.kind, &value);
                prop_assert!(!value.is_null());
            }
        }
    }
}
