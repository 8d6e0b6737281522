//! What was declared once need not be typed again: by the same citizen, on the same form.

use contract::ProblemCode;
use contract::draft::{Draft, ForWhom};
use contract::endpoints;
use contract::form::EarlierAnswers;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::{TestBackend, TestClient, TestResponse};

#[tokio::test]
async fn offers_the_answers_of_the_newest_dossier_on_the_form() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    assert_eq!(earlier(&lan).await, None);
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
    // Not sent, so not declared.
    lan.complete_draft().await;
    let found = earlier(&lan).await.unwrap();
    assert_eq!(found.code, codes[1]);
    assert_eq!(found.sent_at.0, "2026-11-22T01:20:00Z");
    assert_eq!(found.answers["request"], "Xin 2 bản.");
}

#[tokio::test]
async fn never_offers_answers_given_for_someone_helped() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    assert_eq!(sent_for(&lan, "helped").await, None);
    let own = sent_for(&lan, "oneself").await.unwrap();
    assert_eq!(own.for_whom, ForWhom::Oneself);
    let childs = sent_for(&lan, "child").await.unwrap();
    assert_eq!(childs.for_whom, ForWhom::Child);
    assert_ne!(childs.code, own.code);
    assert_eq!(sent_for(&lan, "helped").await, Some(childs));
}

#[tokio::test]
async fn offers_neither_anothers_answers_nor_declarations_of_parts() {
    let backend = TestBackend::start_with_group();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let receipt = lan.submit_group().await;
    // The declarations of its parts are on this form.
    assert_eq!(earlier(&lan).await, None);
    let of_group = asked(&lan, "newborn-test").await;
    let of_group: Option<EarlierAnswers> = of_group.json();
    assert_eq!(of_group.unwrap().code, receipt.code);
    let his: Option<EarlierAnswers> = asked(&binh, "newborn-test").await.json();
    assert_eq!(his, None);
}

#[tokio::test]
async fn past_answers_need_an_existing_form_and_a_session() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    asked(&lan, "nothing")
        .await
        .assert_problem(404, ProblemCode::NotFound);
    let guest = asked(&backend.client(), "general-declaration").await;
    guest.assert_problem(401, ProblemCode::NotSignedIn);
}

/// What is offered once a dossier for `whom` is sent.
async fn sent_for(client: &TestClient, whom: &str) -> Option<EarlierAnswers> {
    let draft = client.complete_draft().await;
    let patch = json!({"for_whom": whom});
    let saved = client.save_draft(&draft.id, draft.version, &patch).await;
    assert_eq!(saved.status, 200);
    let sent = client.submit(&draft.id, &draft.id.replace('_', "-")).await;
    sent.json::<Receipt>();
    earlier(client).await
}

async fn earlier(client: &TestClient) -> Option<EarlierAnswers> {
    asked(client, "general-declaration").await.json()
}

async fn asked(client: &TestClient, form: &str) -> TestResponse {
    client.call(&endpoints::GET_EARLIER_ANSWERS, &[form]).await
}
