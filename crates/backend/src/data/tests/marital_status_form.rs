//! The form for a certificate of marital status. It must not ask twice for personal details if citizens request a
//! certificate about themselves.

use contract::form::Answers;
use domain::form::visible_elements;
use serde_json::{Value, json};

use super::real;
use super::real_forms::{answers, problems};

const MARITAL_STATUS: &str = "marital-status";

/// Answers of a woman who was never married and requests a certificate about herself in order to marry.
fn own() -> Answers {
    answers(json!({
        "requester_relation": "Bản thân",
        "requester_name": "Nguyễn Thị Thử",
        "requester_birth_date": "15/03/2000",
        "requester_citizen_id": "045300000001",
        "subject_sex": "Nữ",
        "subject_ethnicity": "Kinh",
        "subject_nationality": "Việt Nam",
        "subject_residence_kind": "Thường trú",
        "subject_residence": {"province": "44", "commune": "19624", "detail": "Thôn 1"},
        "marital_status": "never",
        "for_marriage": true,
        "partner_name": "Trần Văn Thử",
        "partner_citizen_id": "045200000001",
        "marriage_planned_at": "Ủy ban nhân dân xã Triệu Phong",
        "copies": 1,
        "declaration": true
    }))
}

fn changed(without: &[&str], more: Value) -> Answers {
    let mut changed = own();
    changed.retain(|id, _| !without.contains(&id.as_str()));
    changed.extend(answers(more));
    changed
}

#[test]
fn does_not_ask_for_the_name_twice_when_requesting_for_oneself() {
    let data = real();
    assert_eq!(problems(data, MARITAL_STATUS, &own()), Vec::<String>::new());
    let visible = visible_elements(data.definition(MARITAL_STATUS).unwrap(), &own());
    assert!(!visible.contains("subject_name") && !visible.contains("subject_citizen_id"));
    assert!(visible.contains("subject_residence"));
    let without_id = changed(&["requester_citizen_id"], json!({}));
    let visible = visible_elements(data.definition(MARITAL_STATUS).unwrap(), &without_id);
    assert!(visible.contains("requester_residence") && !visible.contains("subject_residence"));
}

#[test]
fn asks_for_the_persons_details_when_requesting_for_someone_else() {
    let son = changed(&[], json!({"requester_relation": "Mẹ"}));
    assert_eq!(
        problems(real(), MARITAL_STATUS, &son),
        [
            "/answers/subject_name",
            "/answers/subject_birth_date",
            "/answers/subject_paper_kind",
            "/answers/subject_paper_number"
        ]
    );
}

#[test]
fn each_marital_status_asks_for_its_own_documents() {
    for (status, questions) in [
        (
            "married",
            ["marriage_number", "marriage_date", "marriage_place"],
        ),
        (
            "divorced",
            ["divorce_number", "divorce_date", "divorce_court"],
        ),
        (
            "widowed",
            [
                "spouse_death_number",
                "spouse_death_date",
                "spouse_death_place",
            ],
        ),
    ] {
        let answers = changed(&[], json!({"marital_status": status}));
        let expected = ["spouse_name"].into_iter().chain(questions);
        let expected: Vec<String> = expected.map(|id| format!("/answers/{id}")).collect();
        assert_eq!(
            problems(real(), MARITAL_STATUS, &answers),
            expected,
            "{status}"
        );
    }
    let period = changed(&[], json!({"marital_status": "period"}));
    let expected = ["period_place", "period_from", "period_to"].map(|id| format!("/answers/{id}"));
    assert_eq!(problems(real(), MARITAL_STATUS, &period), expected);
    let place = changed(&[], json!({"period_place": "xã Triệu Phong"}));
    let expected = ["period_from", "period_to"].map(|id| format!("/answers/{id}"));
    assert_eq!(problems(real(), MARITAL_STATUS, &place), expected);
}

#[test]
fn a_marriage_gets_one_copy_and_other_purposes_must_be_stated() {
    let three = changed(&[], json!({"copies": 3}));
    assert_eq!(
        problems(real(), MARITAL_STATUS, &three),
        ["/answers/copies"]
    );
    let loan = changed(
        &["partner_name", "partner_citizen_id", "marriage_planned_at"],
        json!({"for_marriage": false, "copies": 3}),
    );
    assert_eq!(
        problems(real(), MARITAL_STATUS, &loan),
        ["/answers/purpose"]
    );
}

#[test]
fn somebody_who_marries_a_foreigner_gives_the_foreigners_passport_instead_of_a_citizen_id() {
    let foreigner = changed(
        &["partner_citizen_id"],
        json!({"partner_name": "John Smith"}),
    );
    assert_eq!(
        problems(real(), MARITAL_STATUS, &foreigner),
        [
            "/answers/partner_paper_kind",
            "/answers/partner_paper_number"
        ]
    );
    let passport = changed(
        &["partner_citizen_id"],
        json!({"partner_paper_kind": "Hộ chiếu", "partner_paper_number": "C1234567"}),
    );
    assert_eq!(
        problems(real(), MARITAL_STATUS, &passport),
        Vec::<String>::new()
    );
}
