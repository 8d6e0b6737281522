//! Repeating groups: «Thành viên 1», «Thành viên 2», each with the same questions.

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

fn definition() -> Definition {
    Definition::load(&household(), patterns).unwrap()
}

fn told(given: Value) -> Vec<(String, String)> {
    let definition = definition();
    let problems = check(&definition, &answers(given));
    problems
        .into_iter()
        .map(|problem| (question_of(&definition, &problem).unwrap(), problem.rule))
        .collect()
}

#[test]
fn each_entry_asks_the_questions_of_the_detail_in_its_order() {
    let definition = definition();
    let list = definition.question("members").unwrap();
    let entries = match &list.kind {
        Kind::List(entries) => Some(entries),
        _ => None,
    };
    let entries = entries.unwrap();
    assert_eq!(entries.add.as_deref(), Some("Thêm thành viên"));
    assert_eq!(entries.item.as_deref(), Some("Thành viên"));
    assert_eq!(entries.most, Some(2));
    let second: Vec<String> = list
        .entry(1)
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
    assert_eq!(definition.page_of("members/0/name"), Some(0));
}

#[test]
fn a_fault_is_told_at_its_question_of_its_entry_in_reading_order() {
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
        told(given),
        expected.map(|(id, rule)| (id.to_owned(), rule.to_owned()))
    );
}

#[test]
fn the_page_of_the_list_tells_what_its_entries_lack() {
    let given = answers(json!({"owner": "An", "members": [{}]}));
    let told = check_page(&definition(), 0, &given);
    let pointers: Vec<&str> = told.iter().map(|told| told.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        ["/answers/members/0/name", "/answers/members/0/born"]
    );
}

#[test]
fn too_many_entries_are_told_at_the_list_and_an_entry_added_by_mistake_keeps_its_number() {
    let good = json!({"name": "Bình", "born": "01/02/2020"});
    assert_eq!(
        told(json!({"owner": "An", "members": [good, good, good]})),
        [("members".to_owned(), "maxItems".to_owned())]
    );
    let blank = told(json!({"owner": "An", "members": [{"name": " ", "note": ""}, good]}));
    assert_eq!(blank[0].0, "members/0/name");
    assert!(blank.iter().all(|(id, _)| id.starts_with("members/0/")));
    assert!(told(json!({"owner": "An", "members": []})).is_empty());
}

#[test]
fn what_each_entry_must_answer_is_known() {
    let definition = definition();
    let given = answers(json!({"owner": "An", "members": [{}, {}]}));
    let names: Vec<String> = required(&definition, &given).into_iter().collect();
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
fn a_birth_date_to_come_is_told_in_the_entry_too() {
    let given =
        answers(json!({"owner": "An", "members": [{"name": "Bình", "born": "23/11/2026"}]}));
    let ahead = in_future(&definition(), &given, Date::new(2026, 11, 22).unwrap());
    assert_eq!(ahead[0].pointer, "/answers/members/0/born");
}

#[test]
fn answering_in_an_entry_changes_the_list_and_nothing_else() {
    let held = answers(json!({"owner": "An", "members": [{"name": "Bình"}]}));
    let (id, value) = with_answer(&held, "members/1/name", json!("Chi"));
    assert_eq!(
        (id.as_str(), &value),
        ("members", &json!([{"name": "Bình"}, {"name": "Chi"}]))
    );
    let (_, without) = with_answer(&held, "members/0/name", Value::Null);
    assert_eq!(without, json!([{}]));
    assert_eq!(
        with_answer(&held, "owner", json!("Dung")),
        ("owner".to_owned(), json!("Dung"))
    );
    assert_eq!(answer_of(&held, "members/0/name"), Some(&json!("Bình")));
    assert_eq!(answer_of(&held, "members/4/name"), None);
}

#[test]
fn lists_in_lists_rules_and_derived_answers_of_entries_are_refused_by_name() {
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
        Definition::load(&household, patterns)
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
        "required and never asked"
    );
    assert!(change("/properties/members/items", json!({"type": "string"})).contains("items"));
}

#[test]
fn a_list_without_a_detail_asks_for_every_property_of_its_entries() {
    let mut household = household();
    household.ui_schema["elements"][1]
        .as_object_mut()
        .unwrap()
        .remove("options");
    let definition = Definition::load(&household, patterns).unwrap();
    assert_eq!(definition.question("members").unwrap().entry(0).len(), 4);
}

#[test]
fn an_old_answer_that_has_no_place_any_more_is_kept_to_be_read() {
    let given = answers(json!({
        "owner": "An", "district": "Huyện Triệu Phong", "members": "Bình và Chi", "seen": true,
        "guests": [{"name": "Lê Thị Một", "sex": "Nữ", "home": {"province": "44", "commune": "19624", "detail": "Thôn 1"}}]
    }));
    let found = misfits(&definition(), &given);
    let words = |text: &str| OldAnswer::Words(text.to_owned());
    let told: Vec<(&str, Option<&str>, Vec<OldAnswer>)> = found
        .iter()
        .map(|misfit| {
            let lines = misfit.lines.clone();
            (misfit.id.as_str(), misfit.label.as_deref(), lines)
        })
        .collect();
    let home = OldAnswer::Place {
        province: "44".to_owned(),
        commune: "19624".to_owned(),
        detail: "Thôn 1".to_owned(),
    };
    assert_eq!(
        told,
        [
            ("district", None, vec![words("Huyện Triệu Phong")]),
            ("guests", None, vec![words("Lê Thị Một, Nữ"), home]),
            (
                "members",
                Some("Thành viên cùng thay đổi"),
                vec![words("Bình và Chi")]
            ),
            ("seen", None, vec![words("Có")]),
        ]
    );
    let within = answers(
        json!({"owner": "An", "members": [{"name": "Bình", "born": "01/02/2020", "village": "Hà Tây"}]}),
    );
    let found = misfits(&definition(), &within);
    assert_eq!(
        (found[0].id.as_str(), &found[0].lines),
        ("members/0/village", &vec![words("Hà Tây")])
    );
    assert!(
        check(&definition(), &within).is_empty(),
        "what has no question holds nothing back"
    );
    let half = answers(json!({"owner": "chưa đọc được 123"}));
    assert!(misfits(&definition(), &half).is_empty());
}

proptest! {
    #[test]
    fn any_entries_get_a_verdict_and_pointers_to_real_questions(
        names in prop::collection::vec(prop::option::of(".{0,6}"), 0..4), odd in any::<bool>()
    ) {
        let entries: Vec<Value> = names.into_iter().map(|name| match name {
            Some(name) => json!({"name": name, "born": 3}),
            None if odd => json!(7),
            None => json!({}),
        }).collect();
        let definition = definition();
        let given = answers(json!({"owner": "An", "members": entries}));
        for problem in check(&definition, &given) {
            let id = question_of(&definition, &problem).unwrap();
            prop_assert!(definition.question(&id).is_some(), "{id}");
        }
        let _ = (required(&definition, &given), misfits(&definition, &given));
    }
}
