//! The outbox: messages are sent once, and again after a failure.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use backend::messages::{Delivering, Gateway, Messages, TextMessage};
use backend::notices::deliver_due;
use backend::refusal::Refusal;
use contract::consent::ConsentChange;
use contract::endpoints;
use contract::notice::NoticeSettingsChange;
use contract::receipt::Receipt;

use crate::kit::officer::post_decision;
use crate::kit::{LogBuffer, TestBackend, TestClient};

/// A gateway that fails at first.
#[derive(Clone, Default)]
struct FailingGateway {
    failures: Arc<AtomicUsize>,
    texts: Arc<Mutex<Vec<String>>>,
}

impl Gateway for FailingGateway {
    fn deliver(&self, message: TextMessage) -> Delivering<'_> {
        Box::pin(async move {
            if self.failures.load(Ordering::SeqCst) > 0 {
                self.failures.fetch_sub(1, Ordering::SeqCst);
                return Err(Refusal::internal("no connection"));
            }
            self.texts.lock().unwrap().push(message.text);
            Ok(())
        })
    }
}

/// A backend in which Lan has sent a dossier, whose message is still in the outbox.
async fn backend_with_waiting_message(failures: usize) -> (TestBackend, FailingGateway) {
    let (backend, gateway, _, _) = backend_with_dossier(failures).await;
    (backend, gateway)
}

/// The same, with Lan's client and the code of the dossier.
async fn backend_with_dossier(
    failures: usize,
) -> (TestBackend, FailingGateway, TestClient, String) {
    let mut backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let gateway = FailingGateway::default();
    gateway.failures.store(failures, Ordering::SeqCst);
    backend.state.messages = Messages::through(gateway.clone());
    let client = backend.client();
    client.set_cookie(lan.cookie());
    let draft = client.complete_draft().await;
    let sent: Receipt = client.submit(&draft.id, "key-1").await.json();
    (backend, gateway, client, sent.code)
}

#[tokio::test]
async fn a_failed_message_is_sent_later_and_then_no_more() {
    let (backend, gateway) = backend_with_waiting_message(2).await;
    assert_eq!(backend.count_rows("deliveries").await, 1);
    // It isn't tried again at once.
    deliver_due(&backend.state).await.unwrap();
    assert_eq!(gateway.texts.lock().unwrap().len(), 0);
    backend.advance_clock(2 * 60);
    deliver_due(&backend.state).await.unwrap();
    assert_eq!(gateway.texts.lock().unwrap().len(), 0);
    backend.advance_clock(10 * 60);
    for _ in 0..3 {
        deliver_due(&backend.state).await.unwrap();
        backend.advance_clock(24 * 3600);
    }
    assert_eq!(gateway.texts.lock().unwrap().len(), 1);
    assert_eq!(backend.count_rows("deliveries").await, 0);
}

#[tokio::test]
async fn a_message_survives_a_restart() {
    let (backend, _) = backend_with_waiting_message(1).await;
    let backend = backend.restart();
    backend.advance_clock(3600);
    deliver_due(&backend.state).await.unwrap();
    let messages = backend.messages("0912345678").await;
    assert!(messages.last().unwrap().contains("đã được gửi tới"));
}

#[tokio::test]
async fn a_message_that_always_fails_is_given_up() {
    let (backend, gateway) = backend_with_waiting_message(usize::MAX).await;
    for _ in 0..20 {
        backend.advance_clock(24 * 3600);
        deliver_due(&backend.state).await.unwrap();
    }
    assert_eq!(usize::MAX - gateway.failures.load(Ordering::SeqCst), 8);
    assert_eq!(backend.count_rows("deliveries").await, 0);
}

#[tokio::test]
async fn two_tasks_never_send_the_same_message() {
    let (backend, gateway) = backend_with_waiting_message(1).await;
    backend.advance_clock(3600);
    let (one, other) = tokio::join!(deliver_due(&backend.state), deliver_due(&backend.state));
    assert!(one.is_ok() && other.is_ok());
    assert_eq!(gateway.texts.lock().unwrap().len(), 1);
}

/// Withdraws Lan's consent to messages about progress.
async fn withdraw_consent(lan: &TestClient) {
    let change = ConsentChange {
        purpose: "progress_messages".to_owned(),
        version: 1,
        given: false,
    };
    let changed = lan.post(&endpoints::POST_CONSENT, &[], &change).await;
    assert_eq!(changed.status, 200, "{}", changed.text());
}

#[tokio::test]
async fn a_message_that_waits_is_not_sent_after_the_consent_was_withdrawn() {
    // The message about the sent dossier fails once, and that about its acceptance as well.
    let (backend, gateway, lan, code) = backend_with_dossier(2).await;
    post_decision(&backend.client(), &code, "move=2").await;
    assert_eq!(backend.count_rows("deliveries").await, 2);
    withdraw_consent(&lan).await;
    backend.advance_clock(2 * 60);
    deliver_due(&backend.state).await.unwrap();
    // The wording of the consent says that the message about the sent dossier comes in any case.
    let texts = gateway.texts.lock().unwrap().clone();
    assert_eq!(texts.len(), 1, "{texts:?}");
    assert!(texts[0].contains("đã được gửi tới"), "{texts:?}");
    assert_eq!(backend.count_rows("deliveries").await, 0);
}

#[tokio::test]
async fn a_message_that_waits_is_not_sent_on_a_channel_that_was_switched_off() {
    let (backend, gateway, lan, _) = backend_with_dossier(1).await;
    let off = NoticeSettingsChange {
        sms: Some(false),
        ..NoticeSettingsChange::default()
    };
    lan.post(&endpoints::PATCH_NOTICE_SETTINGS, &[], &off).await;
    backend.advance_clock(2 * 60);
    deliver_due(&backend.state).await.unwrap();
    assert_eq!(gateway.texts.lock().unwrap().len(), 0);
    assert_eq!(backend.count_rows("deliveries").await, 0);
}

#[tokio::test]
async fn the_log_says_that_a_message_was_given_up_only_if_it_was() {
    for (failures, is_given_up) in [(7, false), (8, true)] {
        let (backend, gateway) = backend_with_waiting_message(failures).await;
        let lines = LogBuffer::default();
        let recording = lines.record();
        for _ in 0..10 {
            backend.advance_clock(24 * 3600);
            deliver_due(&backend.state).await.unwrap();
        }
        drop(recording);
        let log = lines.take();
        assert_eq!(log.contains("is given up"), is_given_up, "{log}");
        let sent = usize::from(!is_given_up);
        assert_eq!(gateway.texts.lock().unwrap().len(), sent);
    }
}
