//! The outbox: messages are sent once, and again after a failure.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use backend::messages::{Delivering, Gateway, Messages, TextMessage};
use backend::notices::deliver_due;
use backend::refusal::Refusal;
use contract::receipt::Receipt;
use std::sync::Mutex;

use crate::kit::TestBackend;

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
    let mut backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let gateway = FailingGateway::default();
    gateway.failures.store(failures, Ordering::SeqCst);
    backend.state.messages = Messages::through(gateway.clone());
    let client = backend.client();
    client.set_cookie(lan.cookie());
    let draft = client.complete_draft().await;
    let sent: Receipt = client.submit(&draft.id, "key-1").await.json();
    assert!(!sent.code.is_empty());
    (backend, gateway)
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
