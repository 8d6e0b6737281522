//! Answers that the app takes over from an earlier dossier into a new draft. In the forms in `crates/backend/data`,
//! only answers about the citizen and the parents may be reused. Answers about a child, a deceased person or the
//! request itself must never be reused.

use std::collections::BTreeSet;

use contract::draft::ForWhom;
use domain::form::{CarryOver, carry_over_answers};
use serde_json::json;

use super::real;
use super::real_forms::answers;

#[test]
fn does_not_reuse_answers_about_a_child_a_deceased_or_a_request() {
    let forms = [
        ("birth-group", "requester_"),
        ("birth-registration", "requester_"),
        ("death-group", "requester_"),
        ("death-registration", "requester_"),
        ("marital-status", "requester_"),
        ("funeral-allowance", "applicant_"),
        ("residence-change", "declarant_"),
        ("health-insurance-card", "declarant_"),
        ("general-declaration", "owner_"),
    ];
    let listed: BTreeSet<&str> = forms.iter().map(|(key, _)| *key).collect();
    // Replies about a dossier are no declarations, so nothing in them is about the citizen.
    let replies = ["reply-text", "draft-certificate"];
    let existing = real().forms.keys().map(String::as_str);
    let existing: BTreeSet<&str> = existing.filter(|key| !replies.contains(key)).collect();
    assert_eq!(listed, existing);
    for key in replies {
        let mut questions = real().definition(key).unwrap().questions();
        assert!(questions.all(|question| question.carry_over == CarryOver::Never));
    }
    for (key, person) in forms {
        let form = real().definition(key).unwrap();
        let reused = form
            .questions()
            .filter(|question| question.carry_over != CarryOver::Never);
        let mut about_citizen = 0;
        for question in reused {
            let is_about = |person: &str| question.id.starts_with(person);
            assert!(
                is_about(person)
                    || is_about("mother_")
                    || is_about("father_")
                    || question.id == "declarant_sex",
                "{key}: {}",
                question.id
            );
            assert!(
                !question.id.ends_with("_relation"),
                "{key}: {}",
                question.id
            );
            about_citizen += usize::from(is_about(person));
        }
        assert!(
            about_citizen > 2,
            "{key} reuses too few answers about the citizen"
        );
    }
}

#[test]
fn reuses_the_mothers_details_but_not_the_childs() {
    let form = real().definition("birth-group").unwrap();
    let first = answers(json!({
        "requester_name": "Nguyễn Thị Thử", "mother_name": "Nguyễn Thị Thử", "mother_citizen_id": "045195000001",
        "child_name": "Nguyễn Minh Thử", "child_sex": "Nữ", "child_birth_certificate_code": "38A01.GCS.0B1C2.26",
        "copies_wanted": true, "copies": 2, "apart_from_parents": false, "clinic": "Trạm y tế"
    }));
    let second = answers(json!({}));
    let offered = carry_over_answers(form, (&first, ForWhom::Child), (&second, ForWhom::Child));
    let ids: Vec<String> = offered.into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["requester_name", "mother_name", "mother_citizen_id"]);
}
