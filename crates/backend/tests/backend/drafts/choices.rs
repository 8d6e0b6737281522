//! Choices that a draft stores beside the answers: the person it is for, the optional components that are needed, and,
//! for each part of a group, the agency and the kind of delivery.

use contract::ProblemCode;
use contract::draft::{Delivery, Draft, ForWhom, NewDraft};
use serde_json::json;

use crate::kit::TestBackend;
use crate::kit::filing::{BIRTH, OPTIONAL_COMPONENT, trieu_phong};
use crate::kit::group::GROUP;

#[tokio::test]
async fn stores_whom_a_draft_is_for_and_counts_each_change() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let new = NewDraft {
        procedure: BIRTH.to_owned(),
        agency: None,
        for_whom: ForWhom::Child,
        copy_of: None,
    };
    let draft: Draft = lan.create_draft_with_key("k1", &new).await.json();
    assert_eq!(draft.for_whom, ForWhom::Child);
    let patch = json!({"for_whom": "helped"});
    let saved: Draft = lan.save_draft(&draft.id, 1, &patch).await.json();
    assert_eq!((saved.version, saved.for_whom), (2, ForWhom::Helped));
    let other = json!({"answers": {"child_name": "Anh"}});
    let changed: Draft = lan.save_draft(&draft.id, 2, &other).await.json();
    assert_eq!(changed.for_whom, ForWhom::Helped);
}

#[tokio::test]
async fn stores_and_changes_whether_a_component_is_needed() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    for (version, needed) in [(1, true), (2, false)] {
        let patch = json!({"papers": {OPTIONAL_COMPONENT: needed}});
        let saved: Draft = lan.save_draft(&draft.id, version, &patch).await.json();
        assert_eq!(
            saved.needed_components.get(OPTIONAL_COMPONENT),
            Some(&needed)
        );
        assert_eq!(saved.version, version + 1);
    }
    let again = json!({"papers": {OPTIONAL_COMPONENT: false}});
    let same: Draft = lan.save_draft(&draft.id, 3, &again).await.json();
    assert_eq!(same.version, 3);
}

#[tokio::test]
async fn stores_agency_and_delivery_for_each_part_of_a_group() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(GROUP).await;
    let patch = json!({"parts": {
        "residence": {"agency": {"province": "01", "commune": "00004"}},
        "card": {"delivery": {
            "channel": "post", "recipient": "Nguye\u{302}\u{303}n Thị Lan", "phone": "0912345678",
            "place": trieu_phong(), "detail": "Thôn Một"
        }}
    }});
    let saved: Draft = lan.save_draft(&draft.id, 1, &patch).await.json();
    assert_eq!(saved.version, 2);
    let residence = saved.parts["residence"].agency.clone().unwrap();
    assert_eq!(residence.commune, "00004");
    let Some(Delivery::Post { recipient, .. }) = &saved.parts["card"].delivery else {
        panic!("{:?}", saved.parts);
    };
    assert_eq!(recipient, "Nguyễn Thị Lan");
    // Agency and delivery of a part are saved independently. A property that is absent from the patch keeps its value.
    let patch = json!({"parts": {"residence": {"delivery": {"channel": "counter"}}}});
    let saved: Draft = lan.save_draft(&draft.id, 2, &patch).await.json();
    assert_eq!(saved.parts["residence"].agency, Some(residence));
    let patch = json!({"parts": {"residence": {"agency": null}}});
    let saved: Draft = lan.save_draft(&draft.id, 3, &patch).await.json();
    assert_eq!(saved.parts["residence"].agency, None);
    assert!(saved.parts["card"].delivery.is_some());
}

#[tokio::test]
async fn rejects_unknown_choices_with_a_pointer_and_saves_nothing() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(GROUP).await;
    let nowhere = json!({"province": "01", "commune": "19624"});
    let post = json!({
        "channel": "post", "recipient": "Nguyễn Thị Lan", "phone": "0112345678",
        "place": nowhere, "detail": "Thôn Một"
    });
    for (patch, pointers) in [
        (json!({"papers": {"P/9": true}}), vec!["/papers/P~19"]),
        (json!({"parts": {"tax": {}}}), vec!["/parts/tax"]),
        (
            json!({"parts": {"card": {"agency": nowhere}}}),
            vec!["/parts/card/agency"],
        ),
        (
            json!({"parts": {"card": {"delivery": post}}}),
            vec!["/parts/card/delivery/phone", "/parts/card/delivery/place"],
        ),
    ] {
        let mut patch = patch;
        patch["for_whom"] = json!("child");
        patch["answers"] = json!({"child_name": "Anh"});
        let refused = lan.save_draft(&draft.id, 1, &patch).await;
        let problem = refused.assert_problem(422, ProblemCode::InvalidAnswers);
        let reported: Vec<_> = problem
            .errors
            .iter()
            .map(|error| error.pointer.as_str())
            .collect();
        assert_eq!(reported, pointers);
    }
    assert_eq!(lan.get_draft(&draft.id).await.json::<Draft>(), draft);
}

#[tokio::test]
async fn rejects_choices_for_parts_of_a_single_procedure() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let patch = json!({"parts": {"birth": {}}});
    let problem = lan
        .save_draft(&draft.id, 1, &patch)
        .await
        .assert_problem(422, ProblemCode::InvalidAnswers);
    assert_eq!(problem.pointer.as_deref(), Some("/parts/birth"));
}
