//! Nothing typed is lost between the phone and the server, in whatever order answers and refusals come.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use super::*;
use contract::{Day, Timestamp};
use proptest::prelude::*;
use serde_json::json;

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
        parts: std::collections::BTreeMap::new(),
        delivery: None,
        created_at: Timestamp("2026-11-22T01:20:00Z".to_owned()),
        updated_at: Timestamp("2026-11-22T01:20:00Z".to_owned()),
        expires_on: Day("2026-12-22".to_owned()),
    }
}

#[test]
fn a_taken_change_is_not_lost_when_sending_fails() {
    let mut pending = Pending::default();
    pending.answer("name", json!("An"), None);
    assert!(pending.take().is_some());
    assert!(pending.take().is_none(), "one patch at a time");
    pending.answer("phone", json!("0912345678"), None);
    pending.failed();
    let again = pending.take().unwrap();
    assert_eq!(
        Value::Object(again.answers),
        json!({"name": "An", "phone": "0912345678"})
    );
}

fn members(names: &[&str]) -> Value {
    let members = names.iter().map(|name| json!({ "name": name }));
    Value::from(members.collect::<Vec<_>>())
}

fn holds(list: Value) -> Answers {
    json!({ "members": list }).as_object().unwrap().clone()
}

#[test]
fn a_member_added_on_another_device_meanwhile_stays_beside_the_one_added_here() {
    let mut pending = Pending::default();
    let server = members(&["An"]);
    pending.answer("members", members(&["An", "B"]), Some(&server));
    pending.answer("members", members(&["An", "Bình"]), Some(&server));
    pending.take();
    pending.failed();
    pending.meet(&holds(members(&["An", "Chi"])));
    let patch = pending.take().unwrap();
    assert_eq!(patch.answers, holds(members(&["An", "Bình", "Chi"])));
    pending.acknowledge();
    assert!(pending.is_empty());
}

#[test]
fn a_list_goes_on_from_what_was_saved_and_doubles_nobody() {
    let mut pending = Pending::default();
    pending.answer("members", members(&["An"]), None);
    pending.take();
    pending.answer("members", members(&["An", "Bình"]), None);
    pending.acknowledge();
    pending.meet(&holds(members(&["An"])));
    assert_eq!(
        pending.unconfirmed().answers,
        holds(members(&["An", "Bình"]))
    );
}

#[test]
fn a_list_whose_confirmation_was_lost_is_not_taken_for_another_devices() {
    let mut pending = Pending::default();
    pending.answer("members", members(&["A"]), None);
    pending.take();
    pending.answer("members", members(&["An"]), None);
    pending.failed();
    let mut reloaded = Pending::from_kept(pending.kept());
    reloaded.meet(&holds(members(&["A"])));
    assert_eq!(reloaded.unconfirmed().answers, holds(members(&["An"])));
}

#[test]
fn what_was_typed_while_sending_beats_what_was_sent() {
    let mut pending = Pending::default();
    pending.answer("name", json!("An"), None);
    pending.take();
    pending.answer("name", json!("Ân"), None);
    pending.failed();
    assert_eq!(
        pending.unconfirmed().answers.get("name"),
        Some(&json!("Ân"))
    );
}

#[test]
fn an_acknowledged_change_leaves_and_later_ones_stay() {
    let mut pending = Pending::default();
    pending.answer("name", json!("An"), None);
    pending.take();
    pending.answer("name", json!("Ân"), None);
    pending.acknowledge();
    assert!(!pending.is_empty());
    assert_eq!(
        pending.take().unwrap().answers.get("name"),
        Some(&json!("Ân"))
    );
    pending.acknowledge();
    assert!(pending.is_empty());
}

#[test]
fn a_refused_answer_stays_here_and_holds_back_no_other() {
    let mut pending = Pending::default();
    pending.answer("note", json!("far too long"), None);
    pending.answer("name", json!("An"), None);
    pending.take();
    pending.failed();
    assert!(pending.withhold("/answers/note"));
    let patch = pending.take().unwrap();
    assert_eq!(Value::Object(patch.answers), json!({"name": "An"}));
    pending.acknowledge();
    assert!(!pending.is_empty() && !pending.is_waiting() && pending.take().is_none());
    assert_eq!(
        pending.merge(&server(json!({}))).answers.get("note"),
        Some(&json!("far too long"))
    );
    pending.answer("note", json!("short"), None);
    assert_eq!(
        pending.take().unwrap().answers.get("note"),
        Some(&json!("short"))
    );
}

#[test]
fn whatever_the_server_refuses_stays_here_until_it_is_chosen_anew() {
    let place = |commune: &str| PlaceRef {
        province: "44".to_owned(),
        commune: commune.to_owned(),
    };
    let mut pending = Pending::default();
    pending.agency(place("99999"));
    pending.delivery(Delivery::Online);
    pending.part("residence", at(Some(place("99999"))));
    pending.paper("KQ1", true);
    pending.answer("name", json!("An"), None);
    pending.take();
    pending.failed();
    for pointer in [
        "/agency",
        "/delivery/phone",
        "/parts/residence/agency",
        "/papers/KQ1",
    ] {
        assert!(pending.withhold(pointer), "{pointer}");
        assert!(!pending.withhold(pointer), "{pointer} waits no more");
    }
    assert!(!pending.withhold("/answers/other") && !pending.withhold(""));
    let patch = pending.take().unwrap();
    assert_eq!((patch.agency, patch.answers.len()), (None, 1));
    pending.acknowledge();
    let shown = pending.merge(&server(json!({})));
    assert_eq!(
        shown.agency,
        Some(place("99999")),
        "what was chosen is still seen"
    );
    assert!(shown.needed_components.contains_key("KQ1") && shown.parts.contains_key("residence"));
    pending.agency(place("19624"));
    assert_eq!(pending.take().unwrap().agency, Some(place("19624")));
}

fn at(agency: Option<PlaceRef>) -> PartPatch {
    PartPatch {
        agency: Some(agency),
        ..PartPatch::default()
    }
}

#[test]
fn an_agency_chosen_here_and_a_delivery_chosen_elsewhere_are_both_kept() {
    let mine = PlaceRef {
        province: "44".to_owned(),
        commune: "19624".to_owned(),
    };
    let mut pending = Pending::default();
    pending.part("residence", at(None));
    pending.part("residence", at(Some(mine.clone())));
    let mut elsewhere = server(json!({}));
    let choice = elsewhere.parts.entry("residence".to_owned()).or_default();
    choice.delivery = Some(Delivery::Counter);
    let shown = &pending.merge(&elsewhere).parts["residence"];
    assert_eq!(shown.agency, Some(mine));
    assert_eq!(shown.delivery, Some(Delivery::Counter));
    let sent = serde_json::to_value(pending.take().unwrap()).unwrap();
    let agency = json!({"province": "44", "commune": "19624"});
    assert_eq!(sent, json!({"parts": {"residence": {"agency": agency}}}));
}

#[test]
fn a_part_as_the_first_one_again_is_said_so_and_survives_being_kept() {
    let mut pending = Pending::default();
    pending.part("residence", at(None));
    let kept = serde_json::to_string(&pending.unconfirmed()).unwrap();
    assert_eq!(kept, r#"{"parts":{"residence":{"agency":null}}}"#);
    let kept: DraftPatch = serde_json::from_str(&kept).unwrap();
    assert_eq!(kept, pending.unconfirmed());
}

#[test]
fn merging_keeps_the_servers_other_answers_and_removes_what_was_removed() {
    let mut pending = Pending::default();
    pending.answer("name", json!("Ân"), None);
    pending.answer("note", Value::Null, None);
    pending.delivery(Delivery::Online);
    let place = PlaceRef {
        province: "45".to_owned(),
        commune: "19360".to_owned(),
    };
    pending.agency(place.clone());
    let merged = pending.merge(&server(
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
    /// Whatever fails or arrives in whatever order, the server ends with what was typed last.
    #[test]
    fn no_order_of_failures_loses_an_answer(steps in prop::collection::vec((0..4u8, 0..3u8, 0..9u8), 0..60)) {
        let mut pending = Pending::default();
        let mut held = Answers::new();
        let mut typed = Answers::new();
        let mut under_way = None;
        for (step, question, value) in steps {
            let question = question.to_string();
            match step {
                0 => {
                    pending.answer(&question, json!(value), None);
                    typed.insert(question, json!(value));
                }
                1 => under_way = pending.take().or(under_way),
                2 => if let Some(patch) = under_way.take() {
                    apply(&mut held, patch.answers);
                    pending.acknowledge();
                },
                _ => { under_way = None; pending.failed(); }
            }
        }
        pending.failed();
        apply(&mut held, pending.unconfirmed().answers);
        prop_assert_eq!(held, typed);
    }
}
