//! Creating a draft («Thêm mới»). Requests with the same idempotency key create one draft. The procedure and the agency
//! must exist.

use contract::ProblemCode;
use contract::draft::Draft;
use contract::endpoints;
use serde_json::{Value, json};

use crate::kit::TestBackend;
use crate::kit::filing::{BIRTH, COPY, trieu_phong};

#[tokio::test]
async fn a_new_draft_is_empty_and_names_its_procedure_and_agency() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    assert_eq!(draft.version, 1);
    assert_eq!(draft.procedure_name, "Đăng ký khai sinh");
    assert_eq!(draft.form, "birth-registration");
    let agency = draft.agency_name.clone().unwrap();
    assert!(
        agency.contains("Triệu Phong") && agency.contains("Quảng Trị"),
        "{agency}"
    );
    assert_eq!(draft.expires_on.0, "2027-01-21");
    let read = lan.get_draft(&draft.id).await;
    assert_eq!(read.header("etag"), Some("\"1\""));
    assert_eq!(read.header("cache-control"), Some("no-store"));
    assert_eq!(read.json::<Draft>(), draft);
}

#[tokio::test]
async fn rejects_an_unknown_procedure_or_commune() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for body in [
        json!({"procedure": "9.999999"}),
        json!({"procedure": BIRTH, "agency": {"province": "01", "commune": "19624"}}),
    ] {
        let response = lan.create_draft_with_key("k1", &new_draft(&body)).await;
        response.assert_problem(404, ProblemCode::NotFound);
    }
}

#[tokio::test]
async fn a_repeated_creation_returns_the_same_draft() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let new = new_draft(&json!({"procedure": BIRTH, "agency": trieu_phong()}));
    let first = lan.create_draft_with_key("k1", &new).await;
    assert_eq!(first.status, 201);
    let first: Draft = first.json();
    let patch = json!({"answers": {"child_name": "Trần Minh Anh"}});
    lan.save_draft(&first.id, 1, &patch).await.json::<Draft>();
    let again = lan.create_draft_with_key("k1", &new).await;
    assert_eq!(
        (again.status.as_u16(), again.header("etag")),
        (200, Some("\"2\""))
    );
    let again: Draft = again.json();
    assert_eq!(
        (again.id, &again.answers["child_name"]),
        (first.id, &json!("Trần Minh Anh"))
    );
    assert_eq!(backend.count_rows("drafts").await, 1);

    let with_other_key: Draft = lan.create_draft_with_key("k2", &new).await.json();
    let binhs: Draft = backend
        .register_binh()
        .await
        .create_draft_with_key("k1", &new)
        .await
        .json();
    assert_ne!(with_other_key.id, binhs.id);
    assert_eq!(backend.count_rows("drafts").await, 3);
}

#[tokio::test]
async fn creation_needs_an_idempotency_key_for_one_draft_only() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let new = new_draft(&json!({"procedure": BIRTH, "agency": trieu_phong()}));
    let without_key = lan.post(&endpoints::POST_DRAFT, &[], &new).await;
    without_key.assert_problem(428, ProblemCode::PreconditionRequired);
    for key in ["", " ", "a_b", "<b>", &"k".repeat(256)] {
        lan.create_draft_with_key(key, &new)
            .await
            .assert_problem(400, ProblemCode::InvalidRequest);
    }
    lan.create_draft_with_key("k1", &new).await.json::<Draft>();
    let other = new_draft(&json!({"procedure": COPY, "agency": trieu_phong()}));
    lan.create_draft_with_key("k1", &other)
        .await
        .assert_problem(409, ProblemCode::IdempotencyConflict);
    assert_eq!(backend.count_rows("drafts").await, 1);
}

fn new_draft(body: &Value) -> contract::draft::NewDraft {
    serde_json::from_value(body.clone()).unwrap()
}

#[tokio::test]
async fn limits_new_drafts_per_account_and_day() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.filing.drafts_a_day = 2;
    });
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let new = new_draft(&json!({"procedure": BIRTH, "agency": trieu_phong()}));
    for (key, status) in [("k1", 201), ("k1", 200), ("k1", 200), ("k2", 201)] {
        assert_eq!(lan.create_draft_with_key(key, &new).await.status, status);
    }
    let refused = lan.create_draft_with_key("k3", &new).await;
    refused.assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(refused.header("retry-after"), Some("86400"));
    assert_eq!(lan.create_draft_with_key("k1", &new).await.status, 200);
    assert_eq!(binh.create_draft_with_key("k3", &new).await.status, 201);
    backend.advance_clock(24 * 3600);
    let lan = backend.sign_in("0912345678").await;
    assert_eq!(lan.create_draft_with_key("k3", &new).await.status, 201);
}
