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

#[test]
fn a_draft_begins_with_what_the_account_knows_and_the_defaults() {
    let account = Account {
        name: "Nguyễn Thị Lan".to_owned(),
        citizen_id: "045190001234".to_owned(),
        phone: "0912345678".to_owned(),
    };
    let begun = starting_answers(&loaded(), Some(&account));
    assert_eq!(
        Value::Object(begun),
        json!({"name": "Nguyễn Thị Lan", "citizen_id": "045190001234", "nationality": "Việt Nam"})
    );
    let old = Account {
        citizen_id: "012345678".to_owned(),
        ..account
    };
    assert!(!starting_answers(&loaded(), Some(&old)).contains_key("citizen_id"));
    assert_eq!(starting_answers(&loaded(), None).len(), 1);
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
fn enable_and_disable_rules_lock_what_stays_in_view() {
    let schema = json!({"type": "object", "properties": {"a": {"type": "boolean"}, "b": {"type": "string"}, "c": {"type": "string"}}});
    let ruled = |id: &str, effect: &str| {
        let mut element = control(id);
        element["rule"] = json!({"effect": effect, "condition": {"scope": "#/properties/a", "schema": {"const": true}}});
        element
    };
    let ui = json!({"type": "VerticalLayout", "elements": [control("a"), ruled("b", "ENABLE"), ruled("c", "DISABLE")]});
    let definition = Definition::load(&form(schema, ui)).unwrap();
    let locked = |a: Value| {
        let set = disabled(&definition, &answers(json!({ "a": a })));
        (set.has("b"), set.has("c"))
    };
    assert_eq!(
        (locked(json!(true)), locked(json!(false))),
        ((false, true), (true, false))
    );
    assert!(visible(&definition, &Answers::new()).has("b"));
}

#[test]
fn conditions_on_unanswered_questions_hold_as_in_json_forms() {
    for (schema, holds) in [
        (json!({}), true),
        (json!(false), false),
        (json!({"const": true}), false),
        (json!({"enum": ["x"]}), false),
        (json!({"type": "string"}), false),
        (json!({"minLength": 1}), true),
        (json!({"not": {"const": true}}), true),
        (json!({"anyOf": [{"const": 1}, {"minimum": 3}]}), true),
        (json!({"allOf": [{"const": 1}, {"minimum": 3}]}), false),
        (json!({"oneOf": [{"minLength": 1}, {"minimum": 3}]}), false),
        (
            json!({"if": {"type": "string"}, "then": true, "else": false}),
            false,
        ),
    ] {
        let fields = json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}});
        let rule = |undefined: bool| {
            let condition = json!({"scope": "#/properties/a", "schema": schema, "failWhenUndefined": undefined});
            let mut ruled = control("b");
            ruled["rule"] = json!({"effect": "SHOW", "condition": condition});
            let ui = json!({"type": "VerticalLayout", "elements": [control("a"), ruled]});
            visible(
                &Definition::load(&form(fields.clone(), ui)).unwrap(),
                &Answers::new(),
            )
            .has("b")
        };
        assert_eq!((rule(false), rule(true)), (holds, false), "{schema}");
    }
}

#[test]
fn rules_may_look_at_all_answers_at_once_and_at_each_other() {
    let fields =
        json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}});
    let mut ruled = control("b");
    ruled["rule"] =
        json!({"effect": "SHOW", "condition": {"scope": "#", "schema": {"required": ["a"]}}});
    let ui = json!({"type": "VerticalLayout", "elements": [control("a"), ruled]});
    let definition = Definition::load(&form(fields.clone(), ui)).unwrap();
    assert!(visible(&definition, &answers(json!({"a": "x"}))).has("b"));
    assert!(!visible(&definition, &answers(json!({"a": " "}))).has("b"));

    let against = |id: &str, other: &str| {
        let mut element = control(id);
        let scope = String::from("#/properties/") + other;
        element["rule"] =
            json!({"effect": "HIDE", "condition": {"scope": scope, "schema": {"type": "string"}}});
        element
    };
    let ui = json!({"type": "VerticalLayout", "elements": [against("a", "b"), against("b", "a")]});
    let definition = Definition::load(&form(fields, ui)).unwrap();
    let _ = check(&definition, &answers(json!({"a": "x", "b": "y"})));
}

#[test]
fn typed_answers_become_values_and_values_are_shown() {
    let choices = vec![Choice {
        value: json!(1),
        label: "Một".to_owned(),
    }];
    let place = json!({"province": "45", "commune": "19360", "detail": "Thôn 1"});
    for (kind, typed, value, shown) in [
        (Kind::PersonName, " Lan ", json!("Lan"), "Lan"),
        (
            Kind::CitizenId,
            "045190001234",
            json!("045190001234"),
            "045 190 001 234",
        ),
        (
            Kind::Phone,
            "+84912345678",
            json!("0912345678"),
            "0912 345 678",
        ),
        (Kind::Date, "5/3/2026", json!("05/03/2026"), "05/03/2026"),
        (Kind::PartialDate, "1950", json!("1950"), "1950"),
        (Kind::Count, "02", json!(2), "2"),
        (Kind::Money, "1.000.000 đ", json!(1_000_000), "1.000.000 đ"),
        (Kind::YesNo, "true", json!(true), "Có"),
        (Kind::YesNo, "false", json!(false), "Không"),
        (Kind::Declaration, "true", json!(true), "Có"),
        (Kind::Select(choices.clone()), "1", json!(1), "Một"),
        (Kind::Radio(choices.clone()), "1", json!(1), "Một"),
        (
            Kind::Place,
            r#"{"province":"45","commune":"19360","detail":" Thôn  1"}"#,
            place,
            "Thôn 1",
        ),
        (Kind::LongText(10), "a\r\nb", json!("a\nb"), "a\nb"),
        (Kind::Text(10), "a\r\nb", json!("a b"), "a b"),
    ] {
        assert_eq!(read(&kind, typed), Ok(value.clone()), "{kind:?}");
        assert_eq!(show(&kind, &value), shown, "{kind:?}");
    }
    for (kind, typed, fault) in [
        (Kind::Text(3), "abcd", Fault::TooLong { max: 3 }),
        (Kind::Select(choices.clone()), "2", Fault::NotAChoice),
        (Kind::Select(choices), "", Fault::Empty),
        (Kind::YesNo, "có", Fault::NotAChoice),
        (Kind::Place, "", Fault::Empty),
        (Kind::Place, "Hà Nội", Fault::UnknownPlace),
        (Kind::Count, "hai", Fault::NotANumber),
    ] {
        assert_eq!(read(&kind, typed), Err(fault), "{kind:?}");
    }
    assert_eq!(show(&Kind::Date, &json!({"old": 1})), r#"{"old":1}"#);
    assert_eq!(place_value("45", "", "x"), Err(Fault::UnknownPlace));
}

#[test]
fn named_formats_hold_for_canonical_values_alone() {
    for (name, value, holds) in [
        ("person-name", json!("Lan"), true),
        ("person-name", json!("Lan "), false),
        ("vn-phone", json!("0912345678"), true),
        ("vn-phone", json!("+84912345678"), false),
        ("citizen-id", json!("045190001234"), true),
        ("identity-number", json!("012345678"), true),
        ("vn-date", json!("5/3/2026"), false),
        ("partial-date", json!("03/1950"), true),
        ("place", json!({"province": "45", "commune": "19360"}), true),
        ("place", json!({"province": "4", "commune": "19360"}), false),
        ("place", json!({}), false),
        ("province-code", json!("45"), true),
        ("commune-code", json!("1936"), false),
        ("money", json!(-1), false),
        ("birth-certificate-code", json!("01234.GCS.ABCDE.26"), true),
        ("vn-date", json!(7), true),
    ] {
        assert_eq!(format_holds(name, &value), Some(holds), "{name} {value}");
    }
    assert_eq!(format_holds("email", &json!("")), None);
    assert!(
        FORMATS
            .iter()
            .all(|name| format_holds(name, &Value::Null) == Some(true))
    );
}
