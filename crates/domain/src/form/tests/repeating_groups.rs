//! Tests of repeating groups: «Thành viên 1», «Thành viên 2», each with the same questions.

use super::*;

fn household() -> Form {
    form(
        json!({
            "type": "object",
            "properties": {
                "owner": {"title": "Chủ hộ", "type": "string", "format": "person-name"},
                "members": {
                    "title": "Thành viên cùng thay đổi", "type": "array", "maxItems": 2,
                    "items": {
                        "type": "object",
                        "properties": {
                            "name": {"title": "Họ tên", "type": "string", "format": "person-name"},
                            "born": {"title": "Ngày sinh", "type": "string", "format": "vn-date"},
                            "sex": {"title": "Giới tính", "type": "string", "enum": ["Nam", "Nữ"]},
                            "note": {"title": "Ghi chú", "type": "string"}
                        },
                        "required": ["born", "name"],
                        "additionalProperties": false
                    }
                }
            },
            "required": ["owner"],
            "additionalProperties": false
        }),
        json!({"type": "VerticalLayout", "elements": [
            control("owner"),
            {"type": "Control", "scope": "#/properties/members", "options": {
                "add": "Thêm thành viên", "item": "Thành viên",
                "detail": {"type": "VerticalLayout", "elements": [
                    control("name"), {"type": "HorizontalLayout", "elements": [control("born"), control("sex")]}, control("note")
                ]}
            }}
        ]}),
    )
}

fn definition() -> FormDefinition {
    load_form(&household(), compile_pattern).unwrap()
}

fn problems(given: Value) -> Vec<(String, String)> {
    let definition = definition();
    let problems = check_answers(&definition, &answers(given));
    problems
        .into_iter()
        .map(|problem| {
            (
                problem_question_id(&definition, &problem).unwrap(),
                problem.rule,
            )
        })
        .collect()
}

#[test]
fn reads_the_questions_of_an_entry_in_the_order_of_its_layout() {
    let definition = definition();
    let list = definition.question("members").unwrap();
    let entries = match &list.kind {
        AnswerKind::List(entries) => Some(entries),
        _ => None,
    };
    let entries = entries.unwrap();
    assert_eq!(entries.add_label.as_deref(), Some("Thêm thành viên"));
    assert_eq!(entries.entry_label.as_deref(), Some("Thành viên"));
    assert_eq!(entries.max_entries, Some(2));
    let second: Vec<String> = list
        .entry_questions("1")
        .into_iter()
        .map(|question| question.id)
        .collect();
    assert_eq!(
        second,
        [
            "members/1/name",
            "members/1/born",
            "members/1/sex",
            "members/1/note"
        ]
    );
    assert_eq!(
        definition.question("members/7/born").unwrap().label,
        "Ngày sinh"
    );
    assert_eq!(definition.page_number("members/0/name"), Some(0));
}

#[test]
fn reports_problems_at_the_question_of_the_entry() {
    let given = json!({"owner": "An", "members": [
        {"name": "Bình", "born": "31/02/2020"},
        {"sex": "Khác", "note": "x"}
    ]});
    let expected = [
        ("members/0/born", "vn-date"),
        ("members/1/name", "required"),
        ("members/1/born", "required"),
        ("members/1/sex", "enum"),
    ];
    assert_eq!(
        problems(given),
        expected.map(|(id, rule)| (id.to_owned(), rule.to_owned()))
    );
}

#[test]
fn reports_missing_answers_of_entries_on_the_page_of_the_list() {
    let given = answers(json!({"owner": "An", "members": [{}]}));
    let problems = check_page(&definition(), 0, &given);
    let pointers: Vec<&str> = problems
        .iter()
        .map(|problem| problem.pointer.as_str())
        .collect();
    assert_eq!(
        pointers,
        ["/answers/members/0/name", "/answers/members/0/born"]
    );
}

#[test]
fn reports_too_many_entries_at_the_list_and_keeps_blank_entries() {
    let good = json!({"name": "Bình", "born": "01/02/2020"});
    assert_eq!(
        problems(json!({"owner": "An", "members": [good, good, good]})),
        [("members".to_owned(), "maxItems".to_owned())]
    );
    let blank = problems(json!({"owner": "An", "members": [{"name": " ", "note": ""}, good]}));
    assert_eq!(blank[0].0, "members/0/name");
    assert!(blank.iter().all(|(id, _)| id.starts_with("members/0/")));
    assert!(problems(json!({"owner": "An", "members": []})).is_empty());
}

#[test]
fn lists_the_required_questions_of_each_entry() {
    let definition = definition();
    let given = answers(json!({"owner": "An", "members": [{}, {}]}));
    let names: Vec<String> = required_questions(&definition, &given)
        .into_iter()
        .collect();
    assert_eq!(
        names,
        [
            "members/0/born",
            "members/0/name",
            "members/1/born",
            "members/1/name",
            "owner"
        ]
    );
}

#[test]
fn reports_a_future_date_in_an_entry() {
    let given =
        answers(json!({"owner": "An", "members": [{"name": "Bình", "born": "23/11/2026"}]}));
    let problems = check_future_dates(&definition(), &given, Date::new(2026, 11, 22).unwrap());
    assert_eq!(problems[0].pointer, "/answers/members/0/born");
}

#[test]
fn stores_the_answer_of_an_entry_in_its_list() {
    let given = answers(json!({"owner": "An", "members": [{"name": "Bình"}]}));
    let (id, value) = to_stored_answer(&given, "members/1/name", json!("Chi"));
    assert_eq!(
        (id.as_str(), &value),
        ("members", &json!([{"name": "Bình"}, {"name": "Chi"}]))
    );
    let (_, without) = to_stored_answer(&given, "members/0/name", Value::Null);
    assert_eq!(without, json!([{}]));
    assert_eq!(
        to_stored_answer(&given, "owner", json!("Dung")),
        ("owner".to_owned(), json!("Dung"))
    );
    assert_eq!(find_answer(&given, "members/0/name"), Some(&json!("Bình")));
    assert_eq!(find_answer(&given, "members/4/name"), None);
}

#[test]
fn refuses_lists_rules_and_derived_answers_in_entries() {
    let change = |path: &str, value: Value| {
        let mut household = household();
        *household
            .ui_schema
            .pointer_mut("/elements/1/options/detail")
            .unwrap() =
            json!({"type": "VerticalLayout", "elements": [control("name"), control("born")]});
        match path.strip_prefix("/ui") {
            Some(path) => *household.ui_schema.pointer_mut(path).unwrap() = value,
            None => *household.schema.pointer_mut(path).unwrap() = value,
        }
        load_form(&household, compile_pattern)
            .unwrap_err()
            .to_string()
    };
    let detail = "/ui/elements/1/options/detail/elements/0";
    let ruled = json!({"type": "Control", "scope": "#/properties/name", "rule": {}});
    assert!(change(detail, ruled).contains("rule"));
    let derived = json!({"type": "Control", "scope": "#/properties/name", "options": {"derive": {"words-of": "born"}}});
    assert!(change(detail, derived).contains("derive"));
    let list = json!({"type": "array", "items": {"type": "object"}});
    assert!(change("/properties/members/items/properties/name", list).contains("items"));
    assert!(
        change(detail, control("sex")).contains("name"),
        "required but never asked"
    );
    assert!(change("/properties/members/items", json!({"type": "string"})).contains("items"));
}

#[test]
fn asks_for_every_property_without_a_layout() {
    let mut household = household();
    household.ui_schema["elements"][1]
        .as_object_mut()
        .unwrap()
        .remove("options");
    let definition = load_form(&household, compile_pattern).unwrap();
    assert_eq!(
        definition
            .question("members")
            .unwrap()
            .entry_questions("0")
            .len(),
        4
    );
}

#[test]
fn returns_outdated_answers_line_by_line() {
    let given = answers(json!({
        "owner": "An", "district": "Huyện Triệu Phong", "members": "Bình và Chi", "seen": true,
        "guests": [{"name": "Lê Thị Một", "sex": "Nữ", "home": {"province": "44", "commune": "19624", "detail": "Thôn 1"}}]
    }));
    let found = outdated_answers(&definition(), &given);
    let text = |text: &str| OutdatedLine::Text(text.to_owned());
    let outdated: Vec<(&str, Option<&str>, Vec<OutdatedLine>)> = found
        .iter()
        .map(|answer| {
            let lines = answer.lines.clone();
            (answer.id.as_str(), answer.label.as_deref(), lines)
        })
        .collect();
    let home = OutdatedLine::Place {
        province: "44".to_owned(),
        commune: "19624".to_owned(),
        detail: "Thôn 1".to_owned(),
    };
    assert_eq!(
        outdated,
        [
            ("district", None, vec![text("Huyện Triệu Phong")]),
            ("guests", None, vec![text("Lê Thị Một, Nữ"), home]),
            (
                "members",
                Some("Thành viên cùng thay đổi"),
                vec![text("Bình và Chi")]
            ),
            ("seen", None, vec![text("Có")]),
        ]
    );
    let in_entry = answers(
        json!({"owner": "An", "members": [{"name": "Bình", "born": "01/02/2020", "village": "Hà Tây"}]}),
    );
    let found = outdated_answers(&definition(), &in_entry);
    assert_eq!(
        (found[0].id.as_str(), &found[0].lines),
        ("members/0/village", &vec![text("Hà Tây")])
    );
    assert!(
        check_answers(&definition(), &in_entry).is_empty(),
        "an answer without a question is no problem"
    );
    let unparsable = answers(json!({"owner": "chưa đọc được 123"}));
    assert!(outdated_answers(&definition(), &unparsable).is_empty());
}

proptest! {
    #[test]
    fn reports_problems_of_any_entries_at_existing_questions(
        names in prop::collection::vec(prop::option::of(".{0,6}"), 0..4), odd in any::<bool>()
    ) {
        let entries: Vec<Value> = names.into_iter().map(|name| match name {
            Some(name) => json!({"name": name, "born": 3}),
            None if odd => json!(7),
            None => json!({}),
        }).collect();
        let definition = definition();
        let given = answers(json!({"owner": "An", "members": entries}));
        for problem in check_answers(&definition, &given) {
            let id = problem_question_id(&definition, &problem).unwrap();
            prop_assert!(definition.question(&id).is_some(), "{id}");
        }
        let _ = (required_questions(&definition, &given), outdated_answers(&definition, &given));
    }
}

#[test]
fn the_id_of_an_entry_is_no_answer() {
    let definition = definition();
    let given = answers(json!({
        "owner": "Nguyễn Thị Lan",
        "members": [{"_id": "e5f", "name": "Trần Minh Anh", "born": "15/03/2026"}]
    }));
    assert!(check_answers(&definition, &given).is_empty());
    assert_eq!(outdated_answers(&definition, &given), []);
    let sent = effective_answers(&definition, &given);
    assert_eq!(
        sent["members"],
        json!([{"name": "Trần Minh Anh", "born": "15/03/2026"}])
    );
    // The form no longer has the list.
    let removed = answers(json!({"gone": [{"_id": "e5f", "name": "An"}]}));
    let lines = &outdated_answers(&definition, &removed)[0].lines;
    assert_eq!(lines, &[OutdatedLine::Text("An".to_owned())]);
}

#[test]
fn an_entry_is_found_by_its_own_id_wherever_it_stands() {
    let definition = definition();
    let given =
        answers(json!({"members": [{"_id": "a", "name": "An"}, {"_id": "b", "name": "Bình"}]}));
    assert_eq!(find_answer(&given, "members/b/name"), Some(&json!("Bình")));
    assert_eq!(with_entry_id(&given, "members/1/name"), "members/b/name");
    assert_eq!(with_entry_place(&given, "members/b/name"), "members/1/name");
    assert_eq!(with_entry_id(&given, "owner"), "owner");
    assert_eq!(definition.page_number("members/b/name"), Some(0));
    let (id, list) = to_stored_answer(&given, "members/b/name", json!("Bích"));
    assert_eq!(id, "members");
    assert_eq!(
        list,
        json!([{"_id": "a", "name": "An"}, {"_id": "b", "name": "Bích"}])
    );
}

#[test]
fn an_answer_to_an_entry_that_another_device_removed_brings_the_entry_back() {
    let given = answers(json!({"members": [{"_id": "a", "name": "An"}]}));
    let (_, list) = to_stored_answer(&given, "members/b/name", json!("Bình"));
    assert_eq!(
        list,
        json!([{"_id": "a", "name": "An"}, {"_id": "b", "name": "Bình"}])
    );
}
