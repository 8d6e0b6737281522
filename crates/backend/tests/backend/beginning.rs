//! «Thêm mới»: a draft begins, once, and only for what there is.

use contract::ProblemCode;
use contract::draft::Draft;
use contract::endpoints;
use serde_json::{Value, json};

use crate::kit::Backend;
use crate::kit::filing::{BIRTH, COPY, trieu_phong};

#[tokio::test]
async fn a_draft_begins_empty_and_knows_its_procedure_and_agency() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    assert_eq!(draft.version, 1);
    assert_eq!(draft.procedure_name, "Đăng ký khai sinh");
    assert_eq!(draft.form, "birth-registration");
    let agency = draft.agency_name.clone().unwrap();
    assert!(
        agency.contains("Triệu Phong") && agency.contains("Quảng Trị"),
        "{agency}"
    );
    assert_eq!(draft.expires_on.0, "2027-01-21");
    let read = lan.draft(&draft.id).await;
    assert_eq!(read.header("etag"), Some("\"1\""));
    assert_eq!(read.header("cache-control"), Some("no-store"));
    assert_eq!(read.body::<Draft>(), draft);
}

#[tokio::test]
async fn a_procedure_or_a_commune_that_is_not_there_begins_nothing() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    for body in [
        json!({"procedure": "9.999999"}),
        json!({"procedure": BIRTH, "agency": {"province": "01", "commune": "19624"}}),
    ] {
        let answer = lan.begin_as("k1", &as_new(&body)).await;
        answer.refusal(404, ProblemCode::NotFound);
    }
}

#[tokio::test]
async fn a_draft_whose_answer_was_lost_is_not_begun_a_second_time() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let new = as_new(&json!({"procedure": BIRTH, "agency": trieu_phong()}));
    let lost = lan.begin_as("k1", &new).await;
    assert_eq!(lost.status, 201);
    let lost: Draft = lost.body();
    let patch = json!({"answers": {"child_name": "Trần Minh Anh"}});
    lan.save(&lost.id, 1, &patch).await.body::<Draft>();
    let again = lan.begin_as("k1", &new).await;
    assert_eq!(
        (again.status.as_u16(), again.header("etag")),
        (200, Some("\"2\""))
    );
    let again: Draft = again.body();
    assert_eq!(
        (again.id, &again.answers["child_name"]),
        (lost.id, &json!("Trần Minh Anh"))
    );
    assert_eq!(backend.count("drafts").await, 1);

    let meant: Draft = lan.begin_as("k2", &new).await.body();
    let of_another: Draft = backend.binh().await.begin_as("k1", &new).await.body();
    assert_ne!(meant.id, of_another.id);
    assert_eq!(backend.count("drafts").await, 3);
}

#[tokio::test]
async fn a_draft_begins_only_under_a_key_and_a_key_means_one_draft() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let new = as_new(&json!({"procedure": BIRTH, "agency": trieu_phong()}));
    let keyless = lan.post(&endpoints::POST_DRAFT, &[], &new).await;
    keyless.refusal(428, ProblemCode::PreconditionRequired);
    for key in ["", " ", "a_b", "<b>", &"k".repeat(256)] {
        lan.begin_as(key, &new)
            .await
            .refusal(400, ProblemCode::InvalidRequest);
    }
    lan.begin_as("k1", &new).await.body::<Draft>();
    let other = as_new(&json!({"procedure": COPY, "agency": trieu_phong()}));
    lan.begin_as("k1", &other)
        .await
        .refusal(409, ProblemCode::IdempotencyConflict);
    assert_eq!(backend.count("drafts").await, 1);
}

fn as_new(body: &Value) -> contract::draft::NewDraft {
    serde_json::from_value(body.clone()).unwrap()
}

#[tokio::test]
async fn an_account_begins_so_many_drafts_a_day_and_no_more() {
    let backend = Backend::start_with(|config| {
        config.demo = true;
        config.filing.drafts_a_day = 2;
    });
    let (lan, binh) = (backend.lan().await, backend.binh().await);
    let new = as_new(&json!({"procedure": BIRTH, "agency": trieu_phong()}));
    for (key, status) in [("k1", 201), ("k1", 200), ("k1", 200), ("k2", 201)] {
        assert_eq!(lan.begin_as(key, &new).await.status, status);
    }
    let refused = lan.begin_as("k3", &new).await;
    refused.refusal(429, ProblemCode::TooManyRequests);
    assert_eq!(refused.header("retry-after"), Some("86400"));
    assert_eq!(lan.begin_as("k1", &new).await.status, 200);
    assert_eq!(binh.begin_as("k3", &new).await.status, 201);
    backend.wait(24 * 3600);
    let lan = backend.signed_in_again("0912345678").await;
    assert_eq!(lan.begin_as("k3", &new).await.status, 201);
}
