//! Beginning a draft with the answers of an earlier dossier («Nộp hồ sơ tương tự»).

use contract::dossier::CitizenAction;
use contract::draft::Draft;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;
use serde_json::{Value, json};

use crate::kit::filing::{BIRTH, COPY, photo, trieu_phong};
use crate::kit::group::{GROUP, get_dossier};
use crate::kit::{TestBackend, TestClient, TestResponse};

async fn begin_copy(client: &TestClient, procedure: &str, code: &str, key: &str) -> TestResponse {
    let body = json!({"procedure": procedure, "copy_of": code}).to_string();
    let request = client
        .request(&endpoints::POST_DRAFT, &[])
        .header("content-type", "application/json")
        .header("idempotency-key", key);
    client.send(request.body(body.into()).unwrap()).await
}

#[tokio::test]
async fn a_copy_has_the_answers_but_neither_files_nor_declarations_nor_delivery() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    lan.upload_file(&draft.id, &photo("file-0001", 100)).await;
    let code = lan.submit(&draft.id, "key").await.json::<Receipt>().code;
    let dossier = get_dossier(&lan, &code).await;
    assert!(dossier.actions.contains(&CitizenAction::Copy));
    let begun = begin_copy(&lan, BIRTH, &code, "copy-1").await;
    assert_eq!(begun.status, 201);
    let copy: Draft = begun.json();
    assert_eq!(copy.answers["child_name"], "Nguyễn Minh Anh");
    assert_eq!(copy.answers["child_birth_date"], "15/03/2026");
    assert_eq!(copy.answers.get("declaration"), None);
    assert!(copy.attachments.is_empty() && copy.delivery.is_none() && copy.agency.is_none());
    let again: Draft = begin_copy(&lan, BIRTH, &code, "copy-1").await.json();
    assert_eq!(again.id, copy.id);
    begin_copy(&lan, BIRTH, "H50.19.624-261122-9999", "copy-1")
        .await
        .assert_problem(409, ProblemCode::IdempotencyConflict);
    assert_eq!(get_dossier(&lan, &code).await, dossier);

    // The copy can be completed and sent.
    let missing = json!({
        "answers": {"declaration": true}, "agency": trieu_phong(), "delivery": {"channel": "counter"}
    });
    let completed = lan.save_draft(&copy.id, copy.version, &missing).await;
    assert_eq!(completed.status, 200, "{}", completed.text());
    lan.upload_file(&copy.id, &photo("file-0002", 100)).await;
    let sent = lan.submit(&copy.id, "key-2").await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let second = get_dossier(&lan, &sent.json::<Receipt>().code).await;
    assert_ne!(second.code, code);
    assert_eq!(second.answers, dossier.answers);
}

#[tokio::test]
async fn a_group_is_copied_as_a_whole_with_ids_for_its_entries() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let copy: Draft = begin_copy(&lan, GROUP, &receipt.code, "copy-1")
        .await
        .json();
    assert_eq!(copy.answers["child_name"], Value::from("Nguyễn Minh Anh"));
}

#[tokio::test]
async fn refuses_to_copy_other_peoples_dossiers_and_other_procedures() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let draft = lan.complete_draft().await;
    let code = lan.submit(&draft.id, "key").await.json::<Receipt>().code;
    begin_copy(&binh, COPY, &code, "copy-1")
        .await
        .assert_problem(404, ProblemCode::NotFound);
    begin_copy(&lan, BIRTH, &code, "copy-1")
        .await
        .assert_problem(422, ProblemCode::InvalidAnswers);
    begin_copy(&lan, COPY, &"x".repeat(65), "copy-1")
        .await
        .assert_problem(422, ProblemCode::InvalidAnswers);
    // A refused request uses up no key.
    assert_eq!(begin_copy(&lan, COPY, &code, "copy-1").await.status, 201);
}
