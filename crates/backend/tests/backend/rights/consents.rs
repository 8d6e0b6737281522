//! Consents: giving and withdrawing them, the stored proof, and their effect on past answers and on text messages about
//! a dossier's progress.

use contract::consent::{Consent, ConsentChange};
use contract::earlier_answers::EarlierAnswers;
use contract::endpoints;
use contract::portal::Portal;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;

use crate::kit::{TestBackend, TestClient, TestResponse, officer};

const PHONE: &str = "0912345678";

async fn get_consents(client: &TestClient) -> Vec<Consent> {
    client.call(&endpoints::GET_CONSENTS, &[]).await.json()
}

async fn change(client: &TestClient, purpose: &str, version: u32, given: bool) -> TestResponse {
    let change = ConsentChange {
        purpose: purpose.to_owned(),
        version,
        given,
    };
    client.post(&endpoints::POST_CONSENT, &[], &change).await
}

async fn withdraw(client: &TestClient, purpose: &str) -> Vec<Consent> {
    change(client, purpose, 1, false).await.json()
}

fn active_consents<'a>(consents: &'a [Consent], purpose: &str) -> Vec<&'a Consent> {
    let of_purpose = consents.iter().filter(|consent| consent.purpose == purpose);
    of_purpose
        .filter(|consent| consent.withdrawn_at.is_none())
        .collect()
}

#[tokio::test]
async fn records_consents_and_withdrawals_with_wording_and_time() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    withdraw(&lan, "reuse_answers").await;
    backend.advance_clock(60);
    let given: Vec<Consent> = change(&lan, "reuse_answers", 1, true).await.json();
    let newest = &given[0];
    let portal: Portal = lan.call(&endpoints::GET_PORTAL, &[]).await.json();
    let mut purposes = portal.consents.iter();
    let purpose = purposes
        .find(|purpose| purpose.key == "reuse_answers")
        .unwrap();
    assert_eq!((&newest.wording, newest.version), (&purpose.wording, 1));
    assert_eq!(newest.given_at.0, "2026-11-22T01:21:00Z");
    assert_eq!(newest.withdrawn_at, None);
    backend.advance_clock(60);
    let after = withdraw(&lan, "reuse_answers").await;
    let withdrawn_at = after[0].withdrawn_at.as_ref().unwrap();
    assert_eq!(withdrawn_at.0, "2026-11-22T01:22:00Z");
    assert_eq!(after.len(), given.len());
    assert_eq!(get_consents(&lan).await, after);
}

#[tokio::test]
async fn giving_or_withdrawing_a_consent_twice_changes_nothing() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    withdraw(&lan, "reuse_answers").await;
    let without = withdraw(&lan, "reuse_answers").await;
    assert!(active_consents(&without, "reuse_answers").is_empty());
    for _ in 0..2 {
        let given: Vec<Consent> = change(&lan, "reuse_answers", 1, true).await.json();
        assert_eq!(active_consents(&given, "reuse_answers").len(), 1);
        assert_eq!(given.len(), without.len() + 1);
    }
}

#[tokio::test]
async fn a_required_consent_cannot_be_withdrawn() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    change(&lan, "file_dossiers", 1, true).await;
    let refused = change(&lan, "file_dossiers", 1, false).await;
    let problem = refused.assert_problem(422, ProblemCode::InvalidAnswers);
    assert_eq!(problem.pointer.as_deref(), Some("/given"));
    assert_eq!(
        active_consents(&get_consents(&lan).await, "file_dossiers").len(),
        1
    );
}

#[tokio::test]
async fn rejects_an_unknown_purpose_or_version_with_a_pointer() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for (purpose, version, given, pointer) in [
        ("advertising", 1, true, "/purpose"),
        ("advertising", 1, false, "/purpose"),
        ("reuse_answers", 2, true, "/version"),
        ("reuse_answers", 0, true, "/version"),
        ("reuse_answers", 2, false, "/version"),
    ] {
        let refused = change(&lan, purpose, version, given).await;
        let problem = refused.assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(
            problem.pointer.as_deref(),
            Some(pointer),
            "{purpose} {version}"
        );
    }
}

#[tokio::test]
async fn past_answers_are_offered_only_with_consent() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    change(&lan, "reuse_answers", 1, true).await;
    let draft = lan.complete_draft().await;
    lan.submit(&draft.id, "key-1").await.json::<Receipt>();
    let past_answers = async || -> Option<EarlierAnswers> {
        let form = [draft.form.as_str()];
        lan.call(&endpoints::GET_EARLIER_ANSWERS, &form)
            .await
            .json()
    };
    assert!(past_answers().await.is_some());
    withdraw(&lan, "reuse_answers").await;
    assert_eq!(past_answers().await, None);
    change(&lan, "reuse_answers", 1, true).await;
    assert!(past_answers().await.is_some());
}

#[tokio::test]
async fn progress_messages_need_consent_but_the_receipt_message_does_not() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut sent = backend.messages(PHONE).await.len();
    for (consented, expected) in [(false, 1), (true, 2)] {
        change(&lan, "progress_messages", 1, consented).await;
        let draft = lan.complete_draft().await;
        let key = if consented { "key-1" } else { "key-2" };
        let receipt: Receipt = lan.submit(&draft.id, key).await.json();
        officer::post_decision(&lan, &receipt.code, "move=2").await;
        let messages = backend.messages(PHONE).await;
        let new = &messages[sent..];
        assert!(new[0].contains("đã được gửi tới"), "{new:?}");
        assert_eq!(new.len(), expected, "{new:?}");
        sent = messages.len();
    }
}

#[tokio::test]
async fn withdrawing_a_consent_does_not_affect_other_citizens() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    change(&lan, "reuse_answers", 1, true).await;
    change(&binh, "reuse_answers", 1, true).await;
    withdraw(&lan, "reuse_answers").await;
    assert_eq!(
        active_consents(&get_consents(&binh).await, "reuse_answers").len(),
        1
    );
}
