//! The form of the death registration: which questions it asks in which situation. The form engine and the JSON Schema
//! validator must agree.

use contract::form::Answers;
use serde_json::{Value, json};

use super::real;
use super::real_forms::{answers, problems};

const DEATH: &str = "death-registration";

/// Answers of a daughter with a citizen id who registers the death of her father. The father had no identity document.
fn death() -> Answers {
    answers(json!({
        "requester_relation": "Con",
        "requester_name": "Nguyễn Thị Thử",
        "requester_birth_date": "15/03/1975",
        "requester_citizen_id": "045175000001",
        "deceased_surname": "Nguyễn",
        "deceased_given_name": "Thử",
        "deceased_birth_date": "1940",
        "deceased_sex": "Nam",
        "deceased_ethnicity": "Kinh",
        "deceased_nationality": "Việt Nam",
        "deceased_residence_kind": "Thường trú",
        "deceased_residence": {"province": "44", "commune": "19624", "detail": "Thôn 1"},
        "death_date": "20/11/2026",
        "death_place": {"province": "44", "commune": "19624"},
        "death_cause": "Già yếu",
        "notice_kind": "Không có",
        "copies_wanted": false,
        "declaration": true
    }))
}

fn with(more: Value) -> Answers {
    let mut changed = death();
    changed.extend(answers(more));
    changed
}

#[test]
fn accepts_a_death_at_home_without_a_death_notice() {
    assert_eq!(problems(real(), DEATH, &death()), Vec::<String>::new());
}

#[test]
fn a_death_notice_needs_all_its_details() {
    let hospital = with(json!({"notice_kind": "Giấy báo tử"}));
    assert_eq!(
        problems(real(), DEATH, &hospital),
        [
            "/answers/notice_number",
            "/answers/notice_issued_on",
            "/answers/notice_issued_by"
        ]
    );
}

#[test]
fn the_time_of_death_must_be_complete_and_valid() {
    let minute = with(json!({"death_minute": 30}));
    assert_eq!(problems(real(), DEATH, &minute), ["/answers/death_hour"]);
    let late = with(json!({"death_hour": 24, "death_minute": 0}));
    assert_eq!(problems(real(), DEATH, &late), ["/answers/death_hour"]);
    let midnight = with(json!({"death_hour": 0, "death_minute": 0}));
    assert_eq!(problems(real(), DEATH, &midnight), Vec::<String>::new());
}

#[test]
fn asks_for_an_identity_document_only_without_an_identity_number() {
    let kind = with(json!({"deceased_paper_kind": "Hộ chiếu"}));
    assert_eq!(
        problems(real(), DEATH, &kind),
        ["/answers/deceased_paper_number"]
    );
    let known =
        with(json!({"deceased_paper_kind": "Hộ chiếu", "deceased_identity_number": "190123456"}));
    assert_eq!(problems(real(), DEATH, &known), Vec::<String>::new());
}
