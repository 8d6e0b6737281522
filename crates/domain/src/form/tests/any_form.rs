//! Any JSON at all as a form or as answers: a fault or a verdict, never a panic.

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

/// Words that mean something to the engine, so that what is generated comes near to a form.
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

/// Schemas inside the subset over the properties `a` and `b`.
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

fn use_whole(definition: &Definition, answers: &Answers) {
    let seen = visible(definition, answers);
    let counted = counted(definition, answers);
    assert!(counted.keys().all(|id| seen.has(id)));
    let problems = check(definition, answers);
    assert_eq!(
        problems,
        check(definition, &counted),
        "what counts is judged as the whole was"
    );
    let pages: usize = (0..definition.pages().len())
        .map(|page| check_page(definition, page, answers).len())
        .sum();
    assert!(pages <= problems.len());
    let together = standing(definition, answers);
    assert_eq!(together.seen, seen);
    assert_eq!(together.required, required(definition, answers));
    assert_eq!(together.locked, disabled(definition, answers));
    let _ = in_future(definition, answers, Date::new(2026, 11, 22).unwrap());
    for question in definition.questions() {
        if let Some(answer) = answers.get(&question.id) {
            let typed = show(&question.kind, answer);
            let _ = read(&question.kind, &typed);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_json_as_a_form_loads_or_says_why_not(schema in any_json(), ui_schema in any_json(), given in any_json()) {
        let given = given.as_object().cloned().unwrap_or_default();
        if let Ok(definition) = Definition::load(&form(schema.clone(), ui_schema.clone()), patterns) {
            use_whole(&definition, &given);
        }
        let _ = Definition::load(&form(birth().schema, ui_schema), patterns);
        let _ = Definition::load(&form(schema, birth().ui_schema), patterns);
    }

    #[test]
    fn any_answers_to_a_form_get_a_verdict(ids in prop::collection::vec(0..15_usize, 0..15), given in prop::collection::vec(any_json(), 15)) {
        let definition = loaded();
        let known: Vec<String> = definition.questions().map(|question| question.id.clone()).collect();
        let answers: Answers = ids.iter().map(|index| (known[*index].clone(), given[*index].clone())).collect();
        use_whole(&definition, &answers);
    }

    #[test]
    fn any_rule_and_any_schema_of_the_subset_give_a_verdict(
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
        let definition = Definition::load(&form(schema, ui), patterns).unwrap();
        let mut answers = Answers::new();
        answers.extend(a.map(|a| ("a".to_owned(), json!(a))));
        answers.extend(b.map(|b| ("b".to_owned(), json!(b))));
        let _ = check(&definition, &answers);
        let _ = required(&definition, &answers);
    }

    #[test]
    fn what_is_read_is_canonical_and_shows_again(typed in ".{0,40}") {
        for question in loaded().questions() {
            if let Ok(value) = read(&question.kind, &typed) {
                let _ = show(&question.kind, &value);
                prop_assert!(!value.is_null());
            }
        }
    }
}
