//! A form written for JSON Forms, with nothing of ours in it, is asked as it stands.

use super::*;

/// Titles derived from names, an enum as radio buttons, a long text, a rule on a category, an array with its detail.
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
                {"type": "Group", "label": "Kind", "elements": [
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
fn a_form_of_json_forms_is_asked_without_change() {
    let definition = Definition::load(&order(), patterns).unwrap();
    let titles: Vec<&str> = definition
        .pages()
        .iter()
        .map(|page| page.title.as_str())
        .collect();
    assert_eq!(titles, ["Private", "Additional"]);
    let kind = |id: &str| definition.question(id).unwrap().kind.clone();
    assert!(matches!(kind("personalData"), Kind::Radio(_)));
    assert!(matches!(kind("kindOfVegetarian"), Kind::Select(_)));
    assert!(matches!(kind("notes"), Kind::LongText(_)));
    assert_eq!(definition.question("comments").unwrap().entry(0).len(), 2);
    assert_eq!(
        definition.question("vegetarian").unwrap().label,
        "Vegetarian?"
    );
}

#[test]
fn its_rule_shows_the_category_and_its_schema_is_kept_to() {
    let definition = Definition::load(&order(), patterns).unwrap();
    let seen = |given: Value| {
        let seen = visible(&definition, &answers(given));
        definition.pages()[1].is_visible(&seen)
    };
    assert!(!seen(json!({"name": "Ann", "vegetarian": false})));
    assert!(seen(json!({"name": "Ann", "vegetarian": true})));
    let wrong =
        answers(json!({"name": "An", "vegetarian": true, "comments": [{"message": "too long"}]}));
    let rules: Vec<String> = check(&definition, &wrong)
        .into_iter()
        .map(|told| told.rule)
        .collect();
    assert_eq!(rules, ["minLength", "maxLength"]);
}

#[test]
fn what_json_forms_has_beyond_the_subset_is_refused_by_its_name() {
    let mut sortable = order();
    *sortable
        .ui_schema
        .pointer_mut("/elements/1/elements/2/options")
        .unwrap() = json!({"showSortButtons": true});
    let refusal = Definition::load(&sortable, patterns)
        .unwrap_err()
        .to_string();
    assert!(refusal.contains("showSortButtons"), "{refusal}");
}
