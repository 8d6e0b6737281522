//! Tests that a merged list contains everything that both devices wrote, and nothing twice.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::draft::list_merge::{list_entries, merge_lists};

fn merged(base: Value, mine: Value, theirs: Value) -> Value {
    merge_lists(&base, &mine, &theirs)
}

#[test]
fn keeps_the_members_added_on_both_devices() {
    assert_eq!(
        merged(
            json!([{"name": "An"}]),
            json!([{"name": "An"}, {"name": "Bình"}]),
            json!([{"name": "An"}, {"name": "Chi"}])
        ),
        json!([{"name": "An"}, {"name": "Bình"}, {"name": "Chi"}])
    );
    assert_eq!(merged(json!(null), json!([1]), json!([2])), json!([1, 2]));
}

#[test]
fn keeps_an_identical_member_of_both_devices_once() {
    assert_eq!(
        merged(json!([]), json!([{"name": "An"}]), json!([{"name": "An"}])),
        json!([{"name": "An"}])
    );
}

#[test]
fn merges_two_answers_about_one_member() {
    assert_eq!(
        merged(
            json!([{"name": "An", "sex": "Nam"}]),
            json!([{"name": "Ân", "sex": "Nam"}]),
            json!([{"name": "An", "sex": "Nam", "phone": "0912345678"}])
        ),
        json!([{"name": "Ân", "sex": "Nam", "phone": "0912345678"}])
    );
}

#[test]
fn removes_a_member_unless_the_other_device_changed_it() {
    let base = json!([{"name": "An"}, {"name": "Bình"}]);
    assert_eq!(
        merged(base.clone(), json!([{"name": "Bình"}]), base.clone()),
        json!([{"name": "Bình"}])
    );
    assert_eq!(
        merged(
            base.clone(),
            json!([{"name": "Bình"}]),
            json!([{"name": "An Văn"}, {"name": "Bình"}])
        ),
        json!([{"name": "An Văn"}, {"name": "Bình"}])
    );
    assert_eq!(merged(base.clone(), json!([]), json!([])), json!([]));
}

proptest! {
    #[test]
    fn returns_the_other_list_if_one_device_changed_nothing(base in list(), other in list()) {
        prop_assert_eq!(merged(base.clone(), base.clone(), other.clone()), other.clone());
        prop_assert_eq!(merged(base.clone(), other.clone(), base), other);
    }

    #[test]
    fn loses_no_added_entry(base in list(), mine in list(), theirs in list()) {
        let with = |added: &Value| Value::from([list_entries(&base), list_entries(added)].concat());
        let all = merged(base.clone(), with(&mine), with(&theirs));
        let all = list_entries(&all);
        prop_assert!(all.starts_with(list_entries(&with(&mine))));
        prop_assert!(list_entries(&theirs).iter().all(|entry| all.contains(entry)));
    }
}

fn list() -> impl Strategy<Value = Value> {
    prop::collection::vec(0..6_u8, 0..6).prop_map(|entries| json!(entries))
}
