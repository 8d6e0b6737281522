//! Tests of the parts of a loaded form.

use super::*;

#[test]
fn reads_pages_groups_and_questions_in_order() {
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
            "document",
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
    assert_eq!(definition.page_number("born"), Some(1));
    let born = definition.question("born").unwrap();
    assert_eq!(
        (born.label.as_str(), born.hint.as_deref()),
        ("Ngày sinh", Some("Ví dụ: 15/3/2026."))
    );
}

#[test]
fn reads_the_kind_of_answer_from_each_property() {
    let definition = loaded();
    let kind = |id: &str| definition.question(id).unwrap().kind.clone();
    assert_eq!(kind("name"), AnswerKind::PersonName);
    assert_eq!(kind("citizen_id"), AnswerKind::CitizenId);
    assert_eq!(kind("document"), AnswerKind::Text(50));
    assert_eq!(kind("home"), AnswerKind::Place);
    assert_eq!(kind("born"), AnswerKind::Date);
    assert_eq!(
        kind("born_words"),
        AnswerKind::DateInWords("born".to_owned())
    );
    assert_eq!(kind("copies_wanted"), AnswerKind::YesNo);
    assert_eq!(kind("copies"), AnswerKind::Count);
    assert_eq!(kind("reason"), AnswerKind::LongText(4000));
    assert_eq!(kind("declaration"), AnswerKind::Declaration);
    let AnswerKind::Select(choices) = kind("relation") else {
        unreachable!()
    };
    assert_eq!(choices.len(), 2);
    let AnswerKind::Radio(choices) = kind("status") else {
        unreachable!()
    };
    assert_eq!(
        (choices[1].key(), choices[1].label.clone()),
        ("b".to_owned(), "Đã ly hôn".to_owned())
    );
}

#[test]
fn begins_a_new_group_after_the_end_of_a_group() {
    let schema = json!({"type": "object", "properties":
        {"a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"}}});
    let ui = json!({"type": "VerticalLayout", "elements": [
        control("a"), {"type": "Group", "label": "G", "elements": [control("b")]}, control("c")]});
    let definition = load_form(&form(schema, ui), compile_pattern).unwrap();
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

#[test]
fn reads_the_questions_whose_answers_are_offered() {
    let place = json!({"type": "object", "format": "place"});
    let mut birthplace = control("birthplace");
    birthplace["options"] = json!({"same_as": ["home", "mother_home"]});
    let definition = load_form(
        &form(
            json!({"type": "object", "properties": {"home": place, "mother_home": place, "birthplace": place}}),
            json!({"type": "VerticalLayout", "elements": [control("home"), control("mother_home"), birthplace]}),
        ),
        compile_pattern,
    )
    .unwrap();
    let offered = |id: &str| definition.question(id).unwrap().same_as.clone();
    assert_eq!(offered("birthplace"), ["home", "mother_home"]);
    assert!(offered("home").is_empty());
}
