//! What two people wrote into one list is all there afterwards, and nothing twice.

use super::*;
use proptest::prelude::*;
use serde_json::json;

fn together(base: Value, mine: Value, theirs: Value) -> Value {
    brought_together(&base, &mine, &theirs)
}

#[test]
fn a_member_added_on_each_device_is_in_the_list() {
    assert_eq!(
        together(
            json!([{"name": "An"}]),
            json!([{"name": "An"}, {"name": "Bình"}]),
            json!([{"name": "An"}, {"name": "Chi"}])
        ),
        json!([{"name": "An"}, {"name": "Bình"}, {"name": "Chi"}])
    );
    assert_eq!(together(json!(null), json!([1]), json!([2])), json!([1, 2]));
}

#[test]
fn the_same_member_that_both_hold_is_there_once() {
    assert_eq!(
        together(json!([]), json!([{"name": "An"}]), json!([{"name": "An"}])),
        json!([{"name": "An"}])
    );
}

#[test]
fn two_answers_about_one_member_are_both_kept() {
    assert_eq!(
        together(
            json!([{"name": "An", "sex": "Nam"}]),
            json!([{"name": "Ân", "sex": "Nam"}]),
            json!([{"name": "An", "sex": "Nam", "phone": "0912345678"}])
        ),
        json!([{"name": "Ân", "sex": "Nam", "phone": "0912345678"}])
    );
}

#[test]
fn a_removed_member_goes_unless_the_other_has_just_changed_him() {
    let base = json!([{"name": "An"}, {"name": "Bình"}]);
    assert_eq!(
        together(base.clone(), json!([{"name": "Bình"}]), base.clone()),
        json!([{"name": "Bình"}])
    );
    assert_eq!(
        together(
            base.clone(),
            json!([{"name": "Bình"}]),
            json!([{"name": "An Văn"}, {"name": "Bình"}])
        ),
        json!([{"name": "An Văn"}, {"name": "Bình"}])
    );
    assert_eq!(together(base.clone(), json!([]), json!([])), json!([]));
}

proptest! {
    #[test]
    fn whoever_changed_nothing_gets_the_others_list(base in list(), other in list()) {
        prop_assert_eq!(together(base.clone(), base.clone(), other.clone()), other.clone());
        prop_assert_eq!(together(base.clone(), other.clone(), base), other);
    }

    #[test]
    fn nothing_that_was_added_is_lost(base in list(), mine in list(), theirs in list()) {
        let with = |added: &Value| Value::from([entries(&base), entries(added)].concat());
        let all = together(base.clone(), with(&mine), with(&theirs));
        let all = entries(&all);
        prop_assert!(all.starts_with(entries(&with(&mine))));
        prop_assert!(entries(&theirs).iter().all(|entry| all.contains(entry)));
    }
}

fn list() -> impl Strategy<Value = Value> {
    prop::collection::vec(0..6_u8, 0..6).prop_map(|entries| json!(entries))
}
