//! Tests with a form that was written for JSON Forms, without the project's own formats and options.

use super::*;

/// A form with properties without titles, an enum as radio buttons, a long text, a rule on a category, and an array
/// with `detail`.
fn order() -> Form {
    form(
        json!({
            "type": "object",
            "properties": {
                "name": {"type": "string", "minLength": 3, "description": "Please enter your name"},
                "vegetarian": {"type": "boolean"},
                "personalData": {"type": "string", "enum": ["Small", "Large"]},
                "kindOfVegetarian": {"type": "string", "oneOf": [
                    {"const": "vegan", "title": "Vegan"}, {"const": "other", "title": "Other"}
                ]},
                "comments": {"type": "array", "items": {"type": "object", "properties": {
                    "message": {"type": "string", "maxLength": 5},
                    "enum": {"type": "string", "enum": ["foo", "bar"]}
                }}},
                "notes": {"type": "string"}
            },
            "required": ["name"]
        }),
        json!({"type": "Categorization", "elements": [
            {"type": "Category", "label": "Private", "elements": [
                {"type": "HorizontalLayout", "elements": [
                    {"type": "Control", "scope": "#/properties/name"},
                    {"type": "Control", "scope": "#/properties/personalData", "options": {"format": "radio"}}
                ]},
                {"type": "Control", "scope": "#/properties/vegetarian", "label": "Vegetarian?"}
            ]},
            {"type": "Category", "label": "Additional",
             "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/vegetarian", "schema": {"const": true}}},
             "elements": [
                {"type": "Label", "text": "Only for vegetarians"},
                {"type": "Group", "label": "AnswerKind", "elements": [
                    {"type": "Control", "scope": "#/properties/kindOfVegetarian"},
                    {"type": "Control", "scope": "#/properties/notes", "options": {"multi": true}}
                ]},
                {"type": "Control", "scope": "#/properties/comments", "options": {"detail": {
                    "type": "HorizontalLayout", "elements": [control("message"), control("enum")]
                }}}
            ]}
        ]}),
    )
}

#[test]
fn loads_a_form_of_json_forms_unchanged() {
    let definition = load_form(&order(), compile_pattern).unwrap();
    let titles: Vec<&str> = definition
        .pages()
        .iter()
        .map(|page| page.title.as_str())
        .collect();
    assert_eq!(titles, ["Private", "Additional"]);
    let kind = |id: &str| definition.question(id).unwrap().kind.clone();
    assert!(matches!(kind("personalData"), AnswerKind::Radio(_)));
    assert!(matches!(kind("kindOfVegetarian"), AnswerKind::Select(_)));
    assert!(matches!(kind("notes"), AnswerKind::LongText(_)));
    assert_eq!(
        definition
            .question("comments")
            .unwrap()
            .entry_questions("0")
            .len(),
        2
    );
    assert_eq!(
        definition.question("vegetarian").unwrap().label,
        "Vegetarian?"
    );
}

#[test]
fn applies_its_rules_and_schema() {
    let definition = load_form(&order(), compile_pattern).unwrap();
    let visible = |given: Value| {
        let visible = visible_elements(&definition, &answers(given));
        definition.pages()[1].is_visible(&visible)
    };
    assert!(!visible(json!({"name": "Ann", "vegetarian": false})));
    assert!(visible(json!({"name": "Ann", "vegetarian": true})));
    let wrong =
        answers(json!({"name": "An", "vegetarian": true, "comments": [{"message": "too long"}]}));
    let rules: Vec<String> = check_answers(&definition, &wrong)
        .into_iter()
        .map(|problem| problem.rule)
        .collect();
    assert_eq!(rules, ["minLength", "maxLength"]);
}

#[test]
fn refuses_options_of_json_forms_outside_the_subset() {
    let mut sortable = order();
    *sortable
        .ui_schema
        .pointer_mut("/elements/1/elements/2/options")
        .unwrap() = json!({"showSortButtons": true});
    let refusal = load_form(&sortable, compile_pattern)
        .unwrap_err()
        .to_string();
    assert!(refusal.contains("showSortButtons"), "{refusal}");
}
