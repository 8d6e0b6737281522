//! Tests of visibility, effective answers and problems.

use super::*;

fn valid_answers() -> Value {
    json!({
        "relation": "Mẹ", "name": "Nguyễn Thị Lan", "citizen_id": "045190001234", "born": "15/03/2026",
        "mother": "Nguyễn Thị Lan", "copies_wanted": false, "declaration": true
    })
}

fn valid_with(changes: Value) -> Answers {
    let mut all = answers(valid_answers());
    crate::draft::apply_answer_changes(&mut all, answers(changes));
    all
}

#[track_caller]
fn assert_problems(answers: &Answers, expected: &[(&str, &str)]) {
    let found = check_answers(&loaded(), answers);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|problem| (problem.pointer.as_str(), problem.rule.as_str()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn finds_no_problems_in_valid_answers() {
    assert_problems(&valid_with(json!({})), &[]);
}

#[test]
fn reports_missing_answers_in_reading_order() {
    assert_problems(
        &Answers::new(),
        &[
            ("/answers/relation", "required"),
            ("/answers/name", "required"),
            ("/answers/document", "required"),
            ("/answers/home", "required"),
            ("/answers/born", "required"),
            ("/answers/mother", "anyOf"),
            ("/answers/copies_wanted", "required"),
            ("/answers/declaration", "required"),
        ],
    );
}

#[test]
fn reports_each_wrong_answer_with_its_rule() {
    for (changes, pointer, rule) in [
        (json!({"relation": "Bạn"}), "/answers/relation", "enum"),
        (json!({"name": "An 2"}), "/answers/name", "person-name"),
        (json!({"name": "  "}), "/answers/name", "required"),
        (json!({"name": 7}), "/answers/name", "type"),
        (
            json!({"citizen_id": "123"}),
            "/answers/citizen_id",
            "citizen-id",
        ),
        (json!({"born": "31/02/2026"}), "/answers/born", "vn-date"),
        (json!({"born": "1/3/2026"}), "/answers/born", "vn-date"),
        (json!({"born": null}), "/answers/born", "required"),
        (json!({"mother": null}), "/answers/mother", "anyOf"),
        (
            json!({"copies_wanted": true}),
            "/answers/copies",
            "required",
        ),
        (
            json!({"copies_wanted": true, "copies": 0}),
            "/answers/copies",
            "minimum",
        ),
        (
            json!({"copies_wanted": true, "copies": 51}),
            "/answers/copies",
            "maximum",
        ),
        (
            json!({"copies_wanted": true, "copies": 1.5}),
            "/answers/copies",
            "type",
        ),
        (json!({"status": "c"}), "/answers/status", "oneOf"),
        (
            json!({"declaration": false}),
            "/answers/declaration",
            "const",
        ),
        (
            json!({"copies_wanted": true, "copies": 12, "reason": "a".repeat(4001)}),
            "/answers/reason",
            "maxLength",
        ),
    ] {
        let found = check_answers(&loaded(), &valid_with(changes.clone()));
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|problem| (problem.pointer.as_str(), problem.rule.as_str()))
            .collect();
        assert_eq!(found, [(pointer, rule)], "{changes}");
    }
}

#[test]
fn accepts_an_integer_written_with_a_fraction() {
    let definition = load_form(
        &form(
            json!({"type": "object", "properties": {"a": {"type": "integer", "enum": [1, 2]}}}),
            control("a"),
        ),
        compile_pattern,
    )
    .unwrap();
    assert!(check_answers(&definition, &answers(json!({"a": 2.0}))).is_empty());
    assert_eq!(
        check_answers(&definition, &answers(json!({"a": 2.5}))).len(),
        1
    );
}

#[test]
fn accepts_one_of_two_alternative_answers() {
    assert_problems(
        &valid_with(json!({"mother": null, "father": "Trần Văn Bình"})),
        &[],
    );
}

#[test]
fn shows_and_requires_the_questions_of_a_condition() {
    let definition = loaded();
    let without = valid_with(json!({"citizen_id": ""}));
    let visible = visible_elements(&definition, &without);
    assert!(visible.contains("document") && visible.contains("home"));
    assert!(required_questions(&definition, &without).contains("home"));
    let home = json!({"province": "45", "detail": "Thôn 1"});
    assert_problems(
        &valid_with(json!({"citizen_id": null, "document": "B123", "home": home})),
        &[("/answers/home/commune", "required")],
    );
    let all = valid_with(json!({}));
    assert!(!visible_elements(&definition, &all).contains("document"));
    assert!(!required_questions(&definition, &all).contains("document"));
    let group = &definition.pages()[0].groups[1];
    assert!(group.is_visible(&visible) && !group.is_visible(&visible_elements(&definition, &all)));
}

#[test]
fn ignores_the_answers_to_hidden_questions() {
    let definition = loaded();
    let hidden = valid_with(json!({"copies": 999, "reason": "x", "document": "y".repeat(99)}));
    assert_problems(&hidden, &[]);
    let effective = effective_answers(&definition, &hidden);
    assert!(!effective.contains_key("copies") && !effective.contains_key("reason"));
    assert!(
        !visible_elements(&definition, &hidden).contains("reason"),
        "shown because of an answer that is hidden itself"
    );
    let shown = valid_with(json!({"copies": 12, "copies_wanted": true}));
    assert!(visible_elements(&definition, &shown).contains("reason"));
}

#[test]
fn derives_the_date_in_words_from_the_date() {
    let definition = loaded();
    let words = "Ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi sáu";
    let stale = valid_with(json!({"born_words": "Ngày một"}));
    assert_eq!(
        effective_answers(&definition, &stale).get("born_words"),
        Some(&json!(words))
    );
    assert_eq!(
        derived_answers(&definition, &stale),
        [("born_words".to_owned(), json!(words))]
    );
    assert_eq!(
        derived_answers(&definition, &Answers::new()),
        [("born_words".to_owned(), Value::Null)]
    );
}

#[test]
fn ignores_answers_without_a_question() {
    let effective = effective_answers(&loaded(), &valid_with(json!({"gone": "từ mẫu cũ"})));
    assert!(!effective.contains_key("gone"));
}

#[test]
fn checks_one_page_alone() {
    let definition = loaded();
    let on_page = |page| check_page(&definition, page, &Answers::new()).len();
    assert_eq!(
        [on_page(0), on_page(1), on_page(2), on_page(3)],
        [4, 2, 2, 0]
    );
}

/// A form with a question for the mother on one page and one for the father on the next. One answer is required.
fn parents() -> FormDefinition {
    let name = json!({"type": "string", "format": "person-name"});
    let category = |id: &str| json!({"type": "Category", "label": id, "elements": [control(id)]});
    load_form(
        &form(
            json!({
                "type": "object",
                "properties": {"mother": name, "father": name, "note": {"type": "string"}},
                "anyOf": [{"required": ["mother"]}, {"required": ["father"]}]
            }),
            json!({"type": "Categorization", "elements": [
                category("mother"), category("father"), category("note")
            ]}),
        ),
        compile_pattern,
    )
    .unwrap()
}

#[test]
fn reports_alternative_answers_on_the_last_page_that_asks_for_one() {
    let definition = parents();
    let reported = |given: Value| -> Vec<(usize, String)> {
        let given = answers(given);
        let page = |page| check_page(&definition, page, &given).into_iter();
        (0..3)
            .flat_map(|number| page(number).map(move |problem| (number, problem.pointer)))
            .collect()
    };
    assert_eq!(
        reported(json!({"mother": "   "})),
        [(1, "/answers/father".to_owned())]
    );
    assert_eq!(reported(json!({"mother": "Lan"})), []);
    assert_eq!(reported(json!({"father": "Bình"})), []);
    assert_eq!(
        reported(json!({"mother": "123"})),
        [(0, "/answers/mother".to_owned())]
    );
}

#[test]
fn reports_dates_after_today() {
    let definition = loaded();
    let today = Date::new(2026, 3, 14).unwrap();
    let problems = check_future_dates(&definition, &valid_with(json!({})), today);
    assert_eq!(
        (problems[0].pointer.as_str(), problems[0].rule.as_str()),
        ("/answers/born", "in-future")
    );
    assert!(check_future_dates(&definition, &valid_with(json!({})), today.add_days(1)).is_empty());
}

#[test]
fn lists_alternative_questions() {
    let nobody = valid_with(json!({"mother": null}));
    assert_eq!(
        alternative_questions(&loaded(), &nobody, "father"),
        ["mother"]
    );
    assert_eq!(
        alternative_questions(&loaded(), &nobody, "mother"),
        ["father"]
    );
    assert_eq!(alternative_questions(&loaded(), &nobody, "name"), [""; 0]);
    assert_eq!(
        alternative_questions(&loaded(), &valid_with(json!({})), "father"),
        [""; 0]
    );
}

#[test]
fn finds_the_strictest_limit_of_a_number() {
    let schema = json!({"type": "object", "properties":
        {"married": {"type": "boolean"}, "copies": {"type": "integer", "minimum": 1, "maximum": 50}},
        "if": {"properties": {"married": {"const": true}}, "required": ["married"]},
        "then": {"properties": {"copies": {"maximum": 1}}}});
    let ui = json!({"type": "VerticalLayout", "elements": [control("married"), control("copies")]});
    let definition = load_form(&form(schema, ui), compile_pattern).unwrap();
    let limit_of =
        |given: Value, rule: &str| number_limit(&definition, &answers(given), "copies", rule);
    assert_eq!(limit_of(json!({"copies": 100}), "maximum"), Some(50.0));
    assert_eq!(
        limit_of(json!({"copies": 2, "married": true}), "maximum"),
        Some(1.0)
    );
    assert_eq!(limit_of(json!({"copies": 0}), "minimum"), Some(1.0));
    assert_eq!(limit_of(json!({"copies": 0}), "type"), None);
}
