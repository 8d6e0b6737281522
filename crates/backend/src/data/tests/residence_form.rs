//! The form for a change of residence (CT01): which questions it asks in which situation. The form engine and the JSON
//! Schema validator must agree.

use contract::form::Answers;
use domain::form::visible_elements;
use serde_json::{Value, json};

use super::real;
use super::real_forms::{answers, problems};

const RESIDENCE: &str = "residence-change";

/// Answers of a woman who moves into the home of her husband.
fn moving() -> Answers {
    answers(json!({
        "declarant_name": "Nguyễn Thị Thử",
        "declarant_birth_date": "15/03/1995",
        "declarant_sex": "Nữ",
        "declarant_citizen_id": "045195000001",
        "declarant_phone": "0912345678",
        "relation_to_head": "Vợ",
        "head_name": "Trần Văn Thử",
        "head_citizen_id": "045090000001",
        "dwelling_case": "Về ở với vợ/chồng/con/cha/mẹ (khoản 2 Điều 20 Luật Cư trú)",
        "request": "Đăng ký thường trú tại thôn 1, xã Triệu Phong."
    }))
}

fn changed(without: &[&str], with: Value) -> Answers {
    let mut changed = moving();
    changed.retain(|id, _| !without.contains(&id.as_str()));
    changed.extend(answers(with));
    changed
}

#[test]
fn accepts_a_complete_residence_registration_of_one_person() {
    assert_eq!(problems(real(), RESIDENCE, &moving()), Vec::<String>::new());
}

#[test]
fn does_not_ask_the_head_of_household_for_personal_details_again() {
    let head = changed(
        &["head_name", "head_citizen_id"],
        json!({"relation_to_head": "Chủ hộ"}),
    );
    assert_eq!(problems(real(), RESIDENCE, &head), Vec::<String>::new());
    let visible = visible_elements(real().definition(RESIDENCE).unwrap(), &head);
    assert!(!visible.contains("head_name") && !visible.contains("head_citizen_id"));
    let wife = changed(&["head_name", "head_citizen_id"], json!({}));
    assert_eq!(
        problems(real(), RESIDENCE, &wife),
        ["/answers/head_name", "/answers/head_citizen_id"]
    );
}

#[test]
fn needs_a_phone_or_an_email() {
    let neither = changed(&["declarant_phone"], json!({}));
    assert_eq!(
        problems(real(), RESIDENCE, &neither),
        ["/answers/declarant_phone"]
    );
    let email = changed(
        &["declarant_phone"],
        json!({"declarant_email": "lan@thu.example"}),
    );
    assert_eq!(problems(real(), RESIDENCE, &email), Vec::<String>::new());
}

#[test]
fn needs_all_details_of_the_person_who_consents() {
    let owner = changed(&[], json!({"consent_role": "Chủ sở hữu chỗ ở hợp pháp"}));
    assert_eq!(
        problems(real(), RESIDENCE, &owner),
        [
            "/answers/consent_name",
            "/answers/consent_citizen_id",
            "/answers/consent_method"
        ]
    );
}

#[test]
fn needs_all_details_of_each_member_who_moves_along() {
    let son = json!({
        "name": "Trần Minh Thử", "birth_date": "01/11/2020", "sex": "Nam",
        "citizen_id": "045220000001", "relation_to_head": "Con đẻ"
    });
    let complete = changed(&[], json!({"members": [son]}));
    assert_eq!(problems(real(), RESIDENCE, &complete), Vec::<String>::new());
    let incomplete = changed(&[], json!({"members": [son, {"name": "Trần Văn Thử"}]}));
    let found = problems(real(), RESIDENCE, &incomplete);
    assert!(
        !found.is_empty()
            && found
                .iter()
                .all(|pointer| pointer.starts_with("/answers/members/1")),
        "{found:?}"
    );
}
