//! Tests that no change is lost between the device and the server, in whatever order responses and errors arrive.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use contract::draft::{Delivery, Draft, DraftPatch, PartPatch};
use contract::form::Answers;
use contract::place::PlaceRef;
use contract::{Day, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::draft::{PendingChanges, add_ids_to_list, apply_answer_changes};

fn server(answers: Value) -> Draft {
    Draft {
        id: "d1".to_owned(),
        version: 3,
        procedure: "1.001193".to_owned(),
        procedure_name: "Đăng ký khai sinh".to_owned(),
        form: "birth-registration".to_owned(),
        form_version: 1,
        agency: None,
        agency_name: Some("Ủy ban nhân dân Xã Triệu Phong".to_owned()),
        answers: answers.as_object().unwrap().clone(),
        attachments: Vec::new(),
        for_whom: contract::draft::ForWhom::Oneself,
        needed_components: std::collections::BTreeMap::new(),
        reply: None,
        parts: std::collections::BTreeMap::new(),
        delivery: None,
        created_at: Timestamp("2026-11-22T01:20:00Z".to_owned()),
        updated_at: Timestamp("2026-11-22T01:20:00Z".to_owned()),
        expires_on: Day("2026-12-22".to_owned()),
    }
}

#[test]
fn sends_a_change_again_after_a_failed_request() {
    let mut pending = PendingChanges::default();
    pending.set_answer("name", json!("An"), None);
    assert!(pending.take_patch().is_some());
    assert!(pending.take_patch().is_none(), "only one patch at a time");
    pending.set_answer("phone", json!("0912345678"), None);
    pending.mark_failed();
    let again = pending.take_patch().unwrap();
    assert_eq!(
        Value::Object(again.answers),
        json!({"name": "An", "phone": "0912345678"})
    );
}

fn members(names: &[&str]) -> Value {
    let members = names.iter().map(|name| json!({ "name": name }));
    Value::from(members.collect::<Vec<_>>())
}

fn members_answer(list: Value) -> Answers {
    json!({ "members": list }).as_object().unwrap().clone()
}

#[test]
fn keeps_a_member_added_on_another_device_beside_one_added_here() {
    let mut pending = PendingChanges::default();
    let server = members(&["An"]);
    pending.set_answer("members", members(&["An", "B"]), Some(&server));
    pending.set_answer("members", members(&["An", "Bình"]), Some(&server));
    pending.take_patch();
    pending.mark_failed();
    pending.rebase(&members_answer(members(&["An", "Chi"])));
    let patch = pending.take_patch().unwrap();
    assert_eq!(
        patch.answers,
        members_answer(members(&["An", "Bình", "Chi"]))
    );
    pending.confirm();
    assert!(pending.is_empty());
}

#[test]
fn rebases_a_list_on_the_saved_one_without_duplicates() {
    let mut pending = PendingChanges::default();
    pending.set_answer("members", members(&["An"]), None);
    pending.take_patch();
    pending.set_answer("members", members(&["An", "Bình"]), None);
    pending.confirm();
    pending.rebase(&members_answer(members(&["An"])));
    assert_eq!(
        pending.unconfirmed_patch().answers,
        members_answer(members(&["An", "Bình"]))
    );
}

#[test]
fn does_not_take_its_own_unconfirmed_list_for_one_of_another_device() {
    let with_ids = |names: &[&str]| {
        let mut list = members(names);
        add_ids_to_list(&mut list);
        list
    };
    let mut pending = PendingChanges::default();
    pending.set_answer("members", with_ids(&["A"]), None);
    pending.take_patch();
    pending.set_answer("members", with_ids(&["An"]), None);
    pending.mark_failed();
    let mut reloaded = PendingChanges::from_stored(pending.to_stored());
    reloaded.rebase(&members_answer(with_ids(&["A"])));
    assert_eq!(
        reloaded.unconfirmed_patch().answers,
        members_answer(with_ids(&["An"]))
    );
}

#[test]
fn prefers_an_answer_typed_during_a_request_to_the_sent_one() {
    let mut pending = PendingChanges::default();
    pending.set_answer("name", json!("An"), None);
    pending.take_patch();
    pending.set_answer("name", json!("Ân"), None);
    pending.mark_failed();
    assert_eq!(
        pending.unconfirmed_patch().answers.get("name"),
        Some(&json!("Ân"))
    );
}

#[test]
fn drops_a_confirmed_change_and_keeps_later_ones() {
    let mut pending = PendingChanges::default();
    pending.set_answer("name", json!("An"), None);
    pending.take_patch();
    pending.set_answer("name", json!("Ân"), None);
    pending.confirm();
    assert!(!pending.is_empty());
    assert_eq!(
        pending.take_patch().unwrap().answers.get("name"),
        Some(&json!("Ân"))
    );
    pending.confirm();
    assert!(pending.is_empty());
}

#[test]
fn keeps_a_refused_answer_without_blocking_others() {
    let mut pending = PendingChanges::default();
    pending.set_answer("note", json!("far too long"), None);
    pending.set_answer("name", json!("An"), None);
    pending.take_patch();
    pending.mark_failed();
    assert!(pending.quarantine("/answers/note"));
    let patch = pending.take_patch().unwrap();
    assert_eq!(Value::Object(patch.answers), json!({"name": "An"}));
    pending.confirm();
    assert!(!pending.is_empty() && !pending.has_unsent() && pending.take_patch().is_none());
    assert_eq!(
        pending.apply_to(&server(json!({}))).answers.get("note"),
        Some(&json!("far too long"))
    );
    pending.set_answer("note", json!("short"), None);
    assert_eq!(
        pending.take_patch().unwrap().answers.get("note"),
        Some(&json!("short"))
    );
}

#[test]
fn keeps_a_refused_choice_until_it_is_changed() {
    let place = |commune: &str| PlaceRef {
        province: "44".to_owned(),
        commune: commune.to_owned(),
    };
    let mut pending = PendingChanges::default();
    pending.set_agency(place("99999"));
    pending.set_delivery(Delivery::Online);
    pending.set_part("residence", agency_patch(Some(place("99999"))));
    pending.set_component_needed("KQ1", true);
    pending.set_answer("name", json!("An"), None);
    pending.take_patch();
    pending.mark_failed();
    for pointer in [
        "/agency",
        "/delivery/phone",
        "/parts/residence/agency",
        "/papers/KQ1",
    ] {
        assert!(pending.quarantine(pointer), "{pointer}");
        assert!(
            !pending.quarantine(pointer),
            "{pointer} is no longer unsent"
        );
    }
    assert!(!pending.quarantine("/answers/other") && !pending.quarantine(""));
    let patch = pending.take_patch().unwrap();
    assert_eq!((patch.agency, patch.answers.len()), (None, 1));
    pending.confirm();
    let shown = pending.apply_to(&server(json!({})));
    assert_eq!(
        shown.agency,
        Some(place("99999")),
        "the choice is still shown"
    );
    assert!(shown.needed_components.contains_key("KQ1") && shown.parts.contains_key("residence"));
    pending.set_agency(place("19624"));
    assert_eq!(pending.take_patch().unwrap().agency, Some(place("19624")));
}

fn agency_patch(agency: Option<PlaceRef>) -> PartPatch {
    PartPatch {
        agency: Some(agency),
        ..PartPatch::default()
    }
}

#[test]
fn keeps_an_agency_chosen_here_and_a_delivery_chosen_elsewhere() {
    let mine = PlaceRef {
        province: "44".to_owned(),
        commune: "19624".to_owned(),
    };
    let mut pending = PendingChanges::default();
    pending.set_part("residence", agency_patch(None));
    pending.set_part("residence", agency_patch(Some(mine.clone())));
    let mut elsewhere = server(json!({}));
    let choice = elsewhere.parts.entry("residence".to_owned()).or_default();
    choice.delivery = Some(Delivery::Counter);
    let shown = &pending.apply_to(&elsewhere).parts["residence"];
    assert_eq!(shown.agency, Some(mine));
    assert_eq!(shown.delivery, Some(Delivery::Counter));
    let sent = serde_json::to_value(pending.take_patch().unwrap()).unwrap();
    let agency = json!({"province": "44", "commune": "19624"});
    assert_eq!(sent, json!({"parts": {"residence": {"agency": agency}}}));
}

#[test]
fn stores_the_reset_of_a_part_as_null() {
    let mut pending = PendingChanges::default();
    pending.set_part("residence", agency_patch(None));
    let json = serde_json::to_string(&pending.unconfirmed_patch()).unwrap();
    assert_eq!(json, r#"{"parts":{"residence":{"agency":null}}}"#);
    let stored: DraftPatch = serde_json::from_str(&json).unwrap();
    assert_eq!(stored, pending.unconfirmed_patch());
}

#[test]
fn applies_changed_and_removed_answers_to_the_server_draft() {
    let mut pending = PendingChanges::default();
    pending.set_answer("name", json!("Ân"), None);
    pending.set_answer("note", Value::Null, None);
    pending.set_delivery(Delivery::Online);
    let place = PlaceRef {
        province: "45".to_owned(),
        commune: "19360".to_owned(),
    };
    pending.set_agency(place.clone());
    let merged = pending.apply_to(&server(
        json!({"name": "An", "note": "x", "phone": "0912345678"}),
    ));
    assert_eq!(
        Value::Object(merged.answers),
        json!({"name": "Ân", "phone": "0912345678"})
    );
    assert_eq!(merged.delivery, Some(Delivery::Online));
    assert_eq!((merged.agency, merged.agency_name), (Some(place), None));
}

proptest! {
    /// Whichever requests fail, the server finally holds the answers that were typed last.
    #[test]
    fn loses_no_answer_in_any_order_of_failures(steps in prop::collection::vec((0..4u8, 0..3u8, 0..9u8), 0..60)) {
        let mut pending = PendingChanges::default();
        let mut server = Answers::new();
        let mut typed = Answers::new();
        let mut in_flight = None;
        for (step, question, value) in steps {
            let question = question.to_string();
            match step {
                0 => {
                    pending.set_answer(&question, json!(value), None);
                    typed.insert(question, json!(value));
                }
                1 => in_flight = pending.take_patch().or(in_flight),
                2 => if let Some(patch) = in_flight.take() {
                    apply_answer_changes(&mut server, patch.answers);
                    pending.confirm();
                },
                _ => { in_flight = None; pending.mark_failed(); }
            }
        }
        pending.mark_failed();
        apply_answer_changes(&mut server, pending.unconfirmed_patch().answers);
        prop_assert_eq!(server, typed);
    }
}
