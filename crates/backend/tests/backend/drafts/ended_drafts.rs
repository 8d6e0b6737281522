//! What the citizen gets for a draft that is gone: each cause has its own code, and a submitted draft leads to its
//! dossier.

use contract::draft::Draft;
use contract::endpoints;
use contract::problem::{Problem, ProblemCode};
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::filing::{COPY, manifest_of, photo};
use crate::kit::{TestBackend, TestClient, TestResponse};

/// Everything that a second device may still do with a draft: read, save, attach a file, submit and delete it.
async fn requests_to(client: &TestClient, draft: &Draft) -> Vec<TestResponse> {
    let patch = json!({"answers": {"note": "x"}});
    let manifest = manifest_of(draft);
    vec![
        client.get_draft(&draft.id).await,
        client.save_draft(&draft.id, draft.version, &patch).await,
        client
            .create_upload(&draft.id, &photo("file-one", 100))
            .await,
        client
            .submit_with_manifest(&draft.id, "another-key", &manifest)
            .await,
        client.call(&endpoints::DELETE_DRAFT, &[&draft.id]).await,
    ]
}

async fn assert_ended(client: &TestClient, draft: &Draft, code: ProblemCode) -> Vec<Problem> {
    let responses = requests_to(client, draft).await;
    let problems = responses
        .iter()
        .map(|response| response.assert_problem(404, code));
    problems.collect()
}

#[tokio::test]
async fn a_draft_that_was_sent_elsewhere_gives_the_code_of_its_dossier() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key-1").await.json();
    for problem in assert_ended(&lan, &draft, ProblemCode::DraftSent).await {
        assert_eq!(problem.dossier_code.as_ref(), Some(&receipt.code));
    }
    let found: Receipt = lan
        .call(&endpoints::GET_RECEIPT, &[&receipt.code])
        .await
        .json();
    assert_eq!(found, receipt);
}

#[tokio::test]
async fn a_draft_that_was_deleted_elsewhere_is_not_called_sent() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let deleted = lan.call(&endpoints::DELETE_DRAFT, &[&draft.id]).await;
    assert_eq!(deleted.status, 204);
    for problem in assert_ended(&lan, &draft, ProblemCode::DraftDeleted).await {
        assert_eq!(problem.dossier_code, None);
    }
}

#[tokio::test]
async fn an_expired_draft_is_called_expired_before_and_after_its_removal() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    backend.pass_days(60).await;
    backend.advance_clock(24 * 3600);
    let lan = backend.sign_in("0912345678").await;
    assert_ended(&lan, &draft, ProblemCode::DraftExpired).await;
    backend.run_housekeeping().await;
    assert_eq!(backend.count_rows("drafts").await, 0);
    assert_ended(&lan, &draft, ProblemCode::DraftExpired).await;
}

#[tokio::test]
async fn nobody_else_learns_how_a_draft_ended() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let sent = lan.complete_draft().await;
    lan.submit(&sent.id, "key-1").await.json::<Receipt>();
    let deleted = lan.create_draft(COPY).await;
    lan.call(&endpoints::DELETE_DRAFT, &[&deleted.id]).await;
    let binh = backend.register_binh().await;
    for draft in [&sent, &deleted] {
        assert_ended(&binh, draft, ProblemCode::NotFound).await;
    }
}

#[tokio::test]
async fn how_a_draft_ended_is_forgotten_after_sixty_days() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(COPY).await;
    lan.call(&endpoints::DELETE_DRAFT, &[&draft.id]).await;
    backend.pass_days(62).await;
    assert_eq!(backend.count_rows("ended_drafts").await, 0);
}
