//! Tests of the forms in `crates/backend/data`: which answers they require and accept. The form engine and the JSON
//! Schema validator must agree.

use contract::form::Answers;
use domain::form::{check_answers, effective_answers, required_questions, visible_elements};
use serde_json::{Value, json};

use super::real;
use crate::data::Data;

const BIRTH: &str = "birth-registration";

pub(super) fn answers(value: Value) -> Answers {
    value.as_object().unwrap().clone()
}

/// Answers of a mother with a citizen id who registers a birth. The father isn't named.
fn birth() -> Answers {
    answers(json!({
        "requester_relation": "Mẹ",
        "requester_name": "Nguyễn Thị Thử",
        "requester_birth_date": "15/03/1995",
        "requester_citizen_id": "045195000001",
        "child_name": "Nguyễn Minh Thử",
        "child_birth_date": "01/11/2026",
        "child_sex": "Nữ",
        "child_ethnicity": "Kinh",
        "child_nationality": "Việt Nam",
        "child_birthplace": {"province": "44", "commune": "19624", "detail": "Trạm y tế"},
        "child_home_place": {"province": "44", "commune": "19624"},
        "mother_name": "Nguyễn Thị Thử",
        "mother_birth_date": "15/03/1995",
        "mother_ethnicity": "Kinh",
        "mother_nationality": "Việt Nam",
        "mother_citizen_id": "045195000001",
        "parents_married": false,
        "copies_wanted": false,
        "declaration": true
    }))
}

/// Checks answers with the form engine and returns the JSON Pointers of the invalid answers. Asserts that the JSON
/// Schema validator agrees.
pub(super) fn problems(data: &Data, key: &str, answers: &Answers) -> Vec<String> {
    let definition = data.definition(key).unwrap();
    let problems = check_answers(definition, answers);
    let counted = Value::Object(effective_answers(definition, answers));
    assert_eq!(
        problems.is_empty(),
        data.validator(key).unwrap().is_valid(&counted),
        "{problems:?} for {counted}"
    );
    problems
        .into_iter()
        .map(|problem| problem.pointer)
        .collect()
}

/// The answers of [`birth`] without those in `without`, and with those in `with`.
fn changed(without: &[&str], with: Value) -> Answers {
    let mut changed = birth();
    changed.retain(|id, _| !without.contains(&id.as_str()));
    changed.extend(answers(with));
    changed
}

#[test]
fn accepts_a_complete_birth_registration() {
    let data = real();
    assert_eq!(problems(data, BIRTH, &birth()), Vec::<String>::new());
}

#[test]
fn the_birth_registration_has_five_pages_in_official_order() {
    let data = real();
    let titles: Vec<&str> = data
        .definition(BIRTH)
        .unwrap()
        .pages()
        .iter()
        .map(|page| page.title.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "Người yêu cầu",
            "Người được khai sinh",
            "Mẹ",
            "Cha",
            "Kết hôn, bản sao và cam đoan"
        ]
    );
}

#[test]
fn an_old_person_whose_card_shows_only_the_year_of_birth_can_fill_in_every_form() {
    let data = real();
    for key in data.forms.keys() {
        let properties = &data.form(key).unwrap().schema["properties"];
        let members = &properties["members"]["items"]["properties"];
        let all = [properties, members]
            .into_iter()
            .filter_map(Value::as_object);
        for (id, question) in all.flatten() {
            // The paper of a birth always shows the whole date.
            if id.ends_with("birth_date") && id != "child_birth_date" {
                assert_eq!(question["format"], "partial-date", "{key}: {id}");
            }
        }
    }
}

#[test]
fn every_question_of_every_form_is_shown_and_labelled() {
    let data = real();
    for key in data.forms.keys() {
        let form = data.form(key).unwrap();
        let definition = data.definition(key).unwrap();
        for id in form.schema["properties"].as_object().unwrap().keys() {
            let question = definition.question(id);
            assert!(
                question.is_some_and(|question| !question.label.is_empty()),
                "{id}"
            );
        }
    }
}

#[test]
fn asks_for_documents_and_residence_only_without_a_citizen_id() {
    let data = real();
    let definition = data.definition(BIRTH).unwrap();
    let with_id = visible_elements(definition, &birth());
    assert!(!with_id.contains("requester_paper_kind"));
    assert!(!with_id.contains("requester_residence"));

    let without = changed(&["requester_citizen_id"], json!({}));
    let visible = visible_elements(definition, &without);
    assert!(visible.contains("requester_paper_issued_on"));
    assert_eq!(
        problems(data, BIRTH, &without),
        [
            "/answers/requester_paper_kind",
            "/answers/requester_paper_number",
            "/answers/requester_residence_kind",
            "/answers/requester_residence"
        ]
    );
}

#[test]
fn at_least_one_parent_must_be_named() {
    let data = real();
    let without = changed(&["mother_name"], json!({}));
    let found = problems(data, BIRTH, &without);
    assert!(
        found.iter().any(|pointer| pointer.ends_with("_name")),
        "{found:?}"
    );
    let father = changed(
        &["mother_name"],
        json!({
            "father_name": "Trần Văn Thử", "father_birth_date": "1990", "father_ethnicity": "Tày",
            "father_nationality": "Việt Nam", "father_citizen_id": "045090000001"
        }),
    );
    assert_eq!(problems(data, BIRTH, &father), Vec::<String>::new());
}

#[test]
fn a_named_parent_without_a_citizen_id_must_give_a_residence() {
    let data = real();
    let without = changed(&["mother_citizen_id"], json!({}));
    assert_eq!(
        problems(data, BIRTH, &without),
        [
            "/answers/mother_residence_kind",
            "/answers/mother_residence"
        ]
    );
}

#[test]
fn asks_nothing_about_a_parent_who_is_not_named() {
    let data = real();
    let definition = data.definition(BIRTH).unwrap();
    let visible = visible_elements(definition, &birth());
    assert!(visible.contains("father_name"));
    assert!(!visible.contains("father_birth_date"));
    assert!(!visible.contains("father_residence"));
    assert!(!required_questions(definition, &birth()).contains("father_birth_date"));
}

#[test]
fn yes_asks_for_marriage_certificate_and_number_of_copies() {
    let data = real();
    let yes = changed(&[], json!({"parents_married": true, "copies_wanted": true}));
    assert_eq!(
        problems(data, BIRTH, &yes),
        [
            "/answers/marriage_number",
            "/answers/marriage_date",
            "/answers/marriage_place",
            "/answers/copies"
        ]
    );
    let complete = json!({
        "parents_married": true, "marriage_number": "25/2020", "marriage_date": "08/10/2020",
        "marriage_place": "Ủy ban nhân dân xã Triệu Phong", "copies_wanted": true, "copies": 2
    });
    assert_eq!(
        problems(data, BIRTH, &changed(&[], complete)),
        Vec::<String>::new()
    );
}

#[test]
fn validator_and_json_schema_reject_the_same_wrong_answers() {
    let data = real();
    let wrong = [
        ("child_name", json!("Nguyễn Minh 2")),
        ("child_name", json!("")),
        ("child_birth_date", json!("31/02/2026")),
        ("child_birth_date", json!("1/3/2026")),
        ("child_sex", json!("nữ")),
        ("child_ethnicity", json!("Việt")),
        ("child_birthplace", json!({"province": "44"})),
        (
            "child_birthplace",
            json!({"province": "44", "commune": "xã"}),
        ),
        ("child_birthplace", json!("Quảng Trị")),
        ("requester_citizen_id", json!("123456789")),
        ("mother_birth_date", json!("13/1995")),
        ("declaration", json!(false)),
        ("child_birth_certificate_code", json!("38A01-GCS")),
        ("copies_wanted", json!("Có")),
    ];
    for (id, value) in wrong {
        let mut with = birth();
        with.insert(id.to_owned(), value.clone());
        let found = problems(data, BIRTH, &with);
        assert!(
            found
                .iter()
                .any(|pointer| pointer.starts_with(&format!("/answers/{id}"))),
            "{id} {value}: {found:?}"
        );
    }
}

#[test]
fn writes_the_birth_date_in_words() {
    let data = real();
    let counted = effective_answers(data.definition(BIRTH).unwrap(), &birth());
    assert_eq!(
        counted["child_birth_date_words"],
        "Ngày một tháng mười một năm hai nghìn không trăm hai mươi sáu"
    );
}

#[test]
fn offers_all_54_ethnic_groups() {
    let data = real();
    let peoples = &data.form(BIRTH).unwrap().schema["properties"]["child_ethnicity"]["enum"];
    assert_eq!(peoples.as_array().unwrap().len(), 54);
}

#[test]
fn accepts_a_complete_general_declaration() {
    let data = real();
    let key = "general-declaration";
    let complete = answers(json!({
        "owner_name": "Nguyễn Thị Thử",
        "owner_citizen_id": "045195000001",
        "owner_phone": "0912345678",
        "owner_birth_date": "1995",
        "owner_residence": {"province": "44", "commune": "19624", "detail": "Thôn 1"},
        "request": "Đề nghị cấp 2 bản sao trích lục khai sinh.",
        "declaration": true
    }));
    assert_eq!(problems(data, key, &complete), Vec::<String>::new());
    let mut without = complete;
    without.remove("request");
    without.remove("owner_phone");
    assert_eq!(
        problems(data, key, &without),
        ["/answers/owner_phone", "/answers/request"]
    );
}

#[test]
fn no_form_preselects_a_legal_statement() {
    for (key, form) in &real().forms {
        let questions = form.definition.questions();
        for question in questions.filter(|question| question.default.is_some()) {
            let is_harmless = question.id.ends_with("_nationality") || question.id == "copies";
            assert!(is_harmless, "{key} answers {} by itself", question.id);
        }
    }
}

#[test]
fn a_foreign_parent_has_no_vietnamese_ethnicity() {
    let foreigner = changed(
        &["mother_ethnicity"],
        json!({"mother_nationality": "Nhật Bản"}),
    );
    assert_eq!(problems(real(), BIRTH, &foreigner), Vec::<String>::new());
    let vietnamese = changed(&["mother_ethnicity"], json!({}));
    assert_eq!(
        problems(real(), BIRTH, &vietnamese),
        ["/answers/mother_ethnicity"]
    );
}
