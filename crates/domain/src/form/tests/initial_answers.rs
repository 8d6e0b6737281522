//! Tests of the answers with which a new draft begins.

use super::*;

#[test]
fn fills_a_new_draft_with_account_data_and_defaults() {
    let account = Account {
        name: "Nguyễn Thị Lan".to_owned(),
        citizen_id: "045190001234".to_owned(),
        birth_date: Some("15/03/1990".to_owned()),
        phone: Some("0912345678".to_owned()),
        verification: contract::account::Verification::Phone,
        organisation: None,
        lacks_password: false,
        email: None,
        phone_leaves_on: None,
    };
    let initial = initial_answers(&loaded(), Some(&account));
    assert_eq!(
        Value::Object(initial),
        json!({"name": "Nguyễn Thị Lan", "citizen_id": "045190001234", "nationality": "Việt Nam"})
    );
    let old = Account {
        citizen_id: "012345678".to_owned(),
        ..account
    };
    assert!(!initial_answers(&loaded(), Some(&old)).contains_key("citizen_id"));
    assert_eq!(initial_answers(&loaded(), None).len(), 1);
}
