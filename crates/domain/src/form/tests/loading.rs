//! What a form becomes once it is loaded.

use super::*;

#[test]
fn a_form_becomes_pages_groups_and_questions_in_reading_order() {
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
            "paper",
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
    assert_eq!(definition.page_of("born"), Some(1));
    let born = definition.question("born").unwrap();
    assert_eq!(
        (born.label.as_str(), born.hint.as_deref()),
        ("Ngày sinh", Some("Ví dụ: 15/3/2026."))
    );
}

#[test]
fn every_property_becomes_its_kind_of_question() {
    let definition = loaded();
    let kind = |id: &str| definition.question(id).unwrap().kind.clone();
    assert_eq!(kind("name"), Kind::PersonName);
    assert_eq!(kind("citizen_id"), Kind::CitizenId);
    assert_eq!(kind("paper"), Kind::Text(50));
    assert_eq!(kind("home"), Kind::Place);
    assert_eq!(kind("born"), Kind::Date);
    assert_eq!(kind("born_words"), Kind::WordsOf("born".to_owned()));
    assert_eq!(kind("copies_wanted"), Kind::YesNo);
    assert_eq!(kind("copies"), Kind::Count);
    assert_eq!(kind("reason"), Kind::LongText(4000));
    assert_eq!(kind("declaration"), Kind::Declaration);
    let Kind::Select(choices) = kind("relation") else {
        unreachable!()
    };
    assert_eq!(choices.len(), 2);
    let Kind::Radio(choices) = kind("status") else {
        unreachable!()
    };
    assert_eq!(
        (choices[1].key(), choices[1].label.clone()),
        ("b".to_owned(), "Đã ly hôn".to_owned())
    );
}

#[test]
fn a_group_among_controls_ends_where_it_ends() {
    let schema = json!({"type": "object", "properties":
        {"a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"}}});
    let ui = json!({"type": "VerticalLayout", "elements": [
        control("a"), {"type": "Group", "label": "G", "elements": [control("b")]}, control("c")]});
    let definition = Definition::load(&form(schema, ui), patterns).unwrap();
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
fn a_question_names_those_whose_answer_may_be_its_own() {
    let place = json!({"type": "object", "format": "place"});
    let mut birthplace = control("birthplace");
    birthplace["options"] = json!({"same_as": ["home", "mother_home"]});
    let definition = Definition::load(
        &form(
            json!({"type": "object", "properties": {"home": place, "mother_home": place, "birthplace": place}}),
            json!({"type": "VerticalLayout", "elements": [control("home"), control("mother_home"), birthplace]}),
        ),
        patterns,
    )
    .unwrap();
    let offered = |id: &str| definition.question(id).unwrap().same_as.clone();
    assert_eq!(offered("birthplace"), ["home", "mother_home"]);
    assert!(offered("home").is_empty());
}
