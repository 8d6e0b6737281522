//! Tests that a merged list contains everything that both devices wrote, and nothing twice.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::draft::add_entry_ids;
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
            json!([{"_id": "a", "name": "An", "sex": "Nam"}]),
            json!([{"_id": "a", "name": "Ân", "sex": "Nam"}]),
            json!([{"_id": "a", "name": "An", "sex": "Nam", "phone": "0912345678"}])
        ),
        json!([{"_id": "a", "name": "Ân", "sex": "Nam", "phone": "0912345678"}])
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

#[test]
fn keeps_my_change_of_the_member_whose_place_the_other_device_changed() {
    let entry = |id: &str, name: &str| json!({"_id": id, "name": name});
    let base = json!([entry("a", "An"), entry("b", "Bình"), entry("c", "Chi")]);
    assert_eq!(
        merged(
            base.clone(),
            json!([entry("a", "An"), entry("b", "Bình Minh"), entry("c", "Chi")]),
            json!([entry("b", "Bình"), entry("c", "Chi")])
        ),
        json!([entry("b", "Bình Minh"), entry("c", "Chi")])
    );
    // Both devices changed every entry, so nothing but the ids says which entry is which.
    assert_eq!(
        merged(
            base.clone(),
            json!([entry("c", "Chi 2"), entry("b", "Bình 2")]),
            json!([entry("a", "An 3"), entry("b", "Bình"), entry("c", "Chi")])
        ),
        json!([
            entry("a", "An 3"),
            entry("c", "Chi 2"),
            entry("b", "Bình 2")
        ])
    );
}

#[test]
fn keeps_two_new_members_apart_although_they_are_still_empty() {
    let (mine, theirs) = (json!([{"_id": "m"}]), json!([{"_id": "t"}]));
    assert_eq!(
        merged(json!([]), mine, theirs),
        json!([{"_id": "m"}, {"_id": "t"}])
    );
}

#[test]
fn gives_ids_to_the_members_of_an_old_draft_and_keeps_valid_ones() {
    let answers = json!({
        "members": [{"name": "An"}, {"_id": "e1", "name": "Bình"}, {"_id": "e1"}, {"_id": "7"}],
        "home": {"province": "44"},
        "ticks": ["a", "b"]
    });
    let mut answers = answers.as_object().cloned().unwrap();
    add_entry_ids(&mut answers);
    let expected = json!({
        "members": [
            {"_id": "e2", "name": "An"}, {"_id": "e1", "name": "Bình"}, {"_id": "e3"}, {"_id": "e4"}
        ],
        "home": {"province": "44"},
        "ticks": ["a", "b"]
    });
    assert_eq!(Value::Object(answers.clone()), expected);
    let again = answers.clone();
    add_entry_ids(&mut answers);
    assert_eq!(answers, again);
}

proptest! {
    #[test]
    fn returns_the_other_list_if_one_device_changed_nothing(base in list(), other in list()) {
        prop_assert_eq!(merged(base.clone(), base.clone(), other.clone()), other.clone());
        prop_assert_eq!(merged(base.clone(), other.clone(), base), other);
    }

    #[test]
    fn loses_no_added_entry(base in entries("b"), mine in entries("m"), theirs in entries("t")) {
        let with = |added: &Value| Value::from([list_entries(&base), list_entries(added)].concat());
        let all = merged(base.clone(), with(&mine), with(&theirs));
        let all = list_entries(&all);
        prop_assert!(all.starts_with(list_entries(&with(&mine))));
        prop_assert!(list_entries(&theirs).iter().all(|entry| all.contains(entry)));
    }
}

/// A list of entries with ids that begin with `prefix`.
fn entries(prefix: &'static str) -> impl Strategy<Value = Value> {
    let entry = move |(index, value)| json!({"_id": format!("{prefix}{index}"), "value": value});
    let entries = prop::collection::vec(0..6_u8, 0..6);
    entries.prop_map(move |values| values.into_iter().enumerate().map(entry).collect())
}

fn list() -> impl Strategy<Value = Value> {
    prop::collection::vec(0..6_u8, 0..6).prop_map(|entries| json!(entries))
}
