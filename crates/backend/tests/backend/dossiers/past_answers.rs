//! Past answers: for a new draft, the backend offers the answers of the citizen's latest dossier with the same form.

use contract::ProblemCode;
use contract::draft::{Draft, ForWhom};
use contract::earlier_answers::EarlierAnswers;
use contract::endpoints;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::{TestBackend, TestClient, TestResponse};

#[tokio::test]
async fn offers_the_answers_of_the_newest_dossier_on_the_form() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    assert_eq!(offered_answers(&lan).await, None);
    let mut codes = Vec::new();
    for (key, request) in [("key-1", "Xin 1 bản."), ("key-2", "Xin 2 bản.")] {
        let draft = lan.complete_draft().await;
        let patch = json!({"answers": {"request": request}});
        lan.save_draft(&draft.id, draft.version, &patch)
            .await
            .json::<Draft>();
        let receipt: Receipt = lan.submit(&draft.id, key).await.json();
        codes.push(receipt.code);
    }
    // The answers of a draft that wasn't submitted are not offered.
    lan.complete_draft().await;
    let found = offered_answers(&lan).await.unwrap();
    assert_eq!(found.code, codes[1]);
    assert_eq!(found.sent_at.0, "2026-11-22T01:20:00Z");
    assert_eq!(found.answers["request"], "Xin 2 bản.");
}

#[tokio::test]
async fn never_offers_answers_given_for_someone_helped() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    assert_eq!(offered_after_submission_for(&lan, "helped").await, None);
    let for_oneself = offered_after_submission_for(&lan, "oneself").await.unwrap();
    assert_eq!(for_oneself.for_whom, ForWhom::Oneself);
    let for_child = offered_after_submission_for(&lan, "child").await.unwrap();
    assert_eq!(for_child.for_whom, ForWhom::Child);
    assert_ne!(for_child.code, for_oneself.code);
    assert_eq!(
        offered_after_submission_for(&lan, "helped").await,
        Some(for_child)
    );
}

#[tokio::test]
async fn offers_neither_anothers_answers_nor_declarations_of_parts() {
    let backend = TestBackend::start_with_group();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let receipt = lan.submit_group().await;
    // The parts of the group have their declarations on the form "general declaration". But the citizen filled in only
    // the group's own form. So the backend offers no past answers for the general declaration.
    assert_eq!(offered_answers(&lan).await, None);
    let offered = get_earlier_answers(&lan, "newborn-test").await;
    let offered: Option<EarlierAnswers> = offered.json();
    assert_eq!(offered.unwrap().code, receipt.code);
    let offered_to_binh: Option<EarlierAnswers> =
        get_earlier_answers(&binh, "newborn-test").await.json();
    assert_eq!(offered_to_binh, None);
}

#[tokio::test]
async fn past_answers_need_an_existing_form_and_a_session() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    get_earlier_answers(&lan, "nothing")
        .await
        .assert_problem(404, ProblemCode::NotFound);
    let guest = get_earlier_answers(&backend.client(), "general-declaration").await;
    guest.assert_problem(401, ProblemCode::NotSignedIn);
}

/// Submits a dossier for the person `whom`, and returns the past answers that the backend offers afterwards.
async fn offered_after_submission_for(client: &TestClient, whom: &str) -> Option<EarlierAnswers> {
    let draft = client.complete_draft().await;
    let patch = json!({"for_whom": whom});
    let saved = client.save_draft(&draft.id, draft.version, &patch).await;
    assert_eq!(saved.status, 200);
    let sent = client.submit(&draft.id, &draft.id.replace('_', "-")).await;
    sent.json::<Receipt>();
    offered_answers(client).await
}

async fn offered_answers(client: &TestClient) -> Option<EarlierAnswers> {
    get_earlier_answers(client, "general-declaration")
        .await
        .json()
}

async fn get_earlier_answers(client: &TestClient, form: &str) -> TestResponse {
    client.call(&endpoints::GET_EARLIER_ANSWERS, &[form]).await
}
