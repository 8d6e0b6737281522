//! What is asked, what counts and what is wrong.

use super::*;

fn whole() -> Value {
    json!({
        "relation": "Mẹ", "name": "Nguyễn Thị Lan", "citizen_id": "045190001234", "born": "15/03/2026",
        "mother": "Nguyễn Thị Lan", "copies_wanted": false, "declaration": true
    })
}

fn with(changes: Value) -> Answers {
    let mut all = answers(whole());
    crate::draft::apply(&mut all, answers(changes));
    all
}

#[track_caller]
fn problems(answers: &Answers, expected: &[(&str, &str)]) {
    let found = check(&loaded(), answers);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|problem| (problem.pointer.as_str(), problem.rule.as_str()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn right_answers_have_no_problems() {
    problems(&with(json!({})), &[]);
}

#[test]
fn an_empty_form_names_what_must_be_answered_in_reading_order() {
    problems(
        &Answers::new(),
        &[
            ("/answers/relation", "required"),
            ("/answers/name", "required"),
            ("/answers/paper", "required"),
            ("/answers/home", "required"),
            ("/answers/born", "required"),
            ("/answers/mother", "anyOf"),
            ("/answers/copies_wanted", "required"),
            ("/answers/declaration", "required"),
        ],
    );
}

#[test]
fn each_wrong_answer_is_named_with_its_rule() {
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
        let found = check(&loaded(), &with(changes.clone()));
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|problem| (problem.pointer.as_str(), problem.rule.as_str()))
            .collect();
        assert_eq!(found, [(pointer, rule)], "{changes}");
    }
}

#[test]
fn a_whole_number_may_be_written_as_a_fraction() {
    let definition = Definition::load(
        &form(
            json!({"type": "object", "properties": {"a": {"type": "integer", "enum": [1, 2]}}}),
            control("a"),
        ),
        patterns,
    )
    .unwrap();
    assert!(check(&definition, &answers(json!({"a": 2.0}))).is_empty());
    assert_eq!(check(&definition, &answers(json!({"a": 2.5}))).len(), 1);
}

#[test]
fn the_father_alone_is_enough() {
    problems(
        &with(json!({"mother": null, "father": "Trần Văn Bình"})),
        &[],
    );
}

#[test]
fn without_an_id_papers_and_home_are_asked_and_required() {
    let definition = loaded();
    let without = with(json!({"citizen_id": ""}));
    let seen = visible(&definition, &without);
    assert!(seen.has("paper") && seen.has("home"));
    assert!(required(&definition, &without).contains("home"));
    let home = json!({"province": "45", "detail": "Thôn 1"});
    problems(
        &with(json!({"citizen_id": null, "paper": "B123", "home": home})),
        &[("/answers/home/commune", "required")],
    );
    let all = with(json!({}));
    assert!(!visible(&definition, &all).has("paper"));
    assert!(!required(&definition, &all).contains("paper"));
    let group = &definition.pages()[0].groups[1];
    assert!(group.is_visible(&seen) && !group.is_visible(&visible(&definition, &all)));
}

#[test]
fn a_hidden_answer_is_not_checked_does_not_count_and_moves_no_rule() {
    let definition = loaded();
    let hidden = with(json!({"copies": 999, "reason": "x", "paper": "y".repeat(99)}));
    problems(&hidden, &[]);
    let counted = counted(&definition, &hidden);
    assert!(!counted.contains_key("copies") && !counted.contains_key("reason"));
    assert!(
        !visible(&definition, &hidden).has("reason"),
        "shown by an answer that is hidden itself"
    );
    let shown = with(json!({"copies": 12, "copies_wanted": true}));
    assert!(visible(&definition, &shown).has("reason"));
}

#[test]
fn the_date_in_words_follows_the_date() {
    let definition = loaded();
    let words = "Ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi sáu";
    let stale = with(json!({"born_words": "Ngày một"}));
    assert_eq!(
        counted(&definition, &stale).get("born_words"),
        Some(&json!(words))
    );
    assert_eq!(
        derived(&definition, &stale),
        [("born_words".to_owned(), json!(words))]
    );
    assert_eq!(
        derived(&definition, &Answers::new()),
        [("born_words".to_owned(), Value::Null)]
    );
}

#[test]
fn what_no_question_asks_does_not_count() {
    let counted = counted(&loaded(), &with(json!({"gone": "từ mẫu cũ"})));
    assert!(!counted.contains_key("gone"));
}

#[test]
fn one_page_is_checked_alone() {
    let definition = loaded();
    let on_page = |page| check_page(&definition, page, &Answers::new()).len();
    assert_eq!(
        [on_page(0), on_page(1), on_page(2), on_page(3)],
        [4, 2, 2, 0]
    );
}

/// The mother on one page and the father on the next, one of whom is to be declared.
fn parents() -> Definition {
    let name = json!({"type": "string", "format": "person-name"});
    let category = |id: &str| json!({"type": "Category", "label": id, "elements": [control(id)]});
    Definition::load(
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
        patterns,
    )
    .unwrap()
}

#[test]
fn one_of_two_parents_is_asked_for_on_the_page_of_the_second() {
    let definition = parents();
    let told = |given: Value| -> Vec<(usize, String)> {
        let given = answers(given);
        let page = |page| check_page(&definition, page, &given).into_iter();
        (0..3)
            .flat_map(|number| page(number).map(move |problem| (number, problem.pointer)))
            .collect()
    };
    assert_eq!(
        told(json!({"mother": "   "})),
        [(1, "/answers/father".to_owned())]
    );
    assert_eq!(told(json!({"mother": "Lan"})), []);
    assert_eq!(told(json!({"father": "Bình"})), []);
    assert_eq!(
        told(json!({"mother": "123"})),
        [(0, "/answers/mother".to_owned())]
    );
}

#[test]
fn a_birth_to_come_is_told() {
    let definition = loaded();
    let today = Date::new(2026, 3, 14).unwrap();
    let ahead = in_future(&definition, &with(json!({})), today);
    assert_eq!(
        (ahead[0].pointer.as_str(), ahead[0].rule.as_str()),
        ("/answers/born", "in-future")
    );
    assert!(in_future(&definition, &with(json!({})), today.add_days(1)).is_empty());
}

#[test]
fn who_may_be_named_instead_is_known() {
    let nobody = with(json!({"mother": null}));
    assert_eq!(instead_of(&loaded(), &nobody, "father"), ["mother"]);
    assert_eq!(instead_of(&loaded(), &nobody, "mother"), ["father"]);
    assert_eq!(instead_of(&loaded(), &nobody, "name"), [""; 0]);
    assert_eq!(instead_of(&loaded(), &with(json!({})), "father"), [""; 0]);
}

#[test]
fn the_limit_of_a_number_is_the_tightest_that_the_answers_set() {
    let schema = json!({"type": "object", "properties":
        {"married": {"type": "boolean"}, "copies": {"type": "integer", "minimum": 1, "maximum": 50}},
        "if": {"properties": {"married": {"const": true}}, "required": ["married"]},
        "then": {"properties": {"copies": {"maximum": 1}}}});
    let ui = json!({"type": "VerticalLayout", "elements": [control("married"), control("copies")]});
    let definition = Definition::load(&form(schema, ui), patterns).unwrap();
    let of = |given: Value, rule: &str| limit(&definition, &answers(given), "copies", rule);
    assert_eq!(of(json!({"copies": 100}), "maximum"), Some(50.0));
    assert_eq!(
        of(json!({"copies": 2, "married": true}), "maximum"),
        Some(1.0)
    );
    assert_eq!(of(json!({"copies": 0}), "minimum"), Some(1.0));
    assert_eq!(of(json!({"copies": 0}), "type"), None);
}
