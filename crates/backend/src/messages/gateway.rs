//! The interface that all text message gateways implement.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use crate::refusal::Refusal;

/// A text message to one phone.
#[derive(Clone, PartialEq, Eq)]
pub struct TextMessage {
    /// The phone that the message is sent to, in national format.
    pub phone: String,
    /// The text of the message, in NFC.
    pub text: String,
    /// The time of sending, in Unix seconds.
    pub sent_at: i64,
}

/// A gateway that sends text messages. An operator can add another implementation.
pub trait Gateway: Send + Sync {
    /// Sends a message. If it fails, the app asks the citizen to try again.
    fn deliver(&self, message: TextMessage) -> Delivering<'_>;
}

/// The future that [`Gateway::deliver`] returns.
pub type Delivering<'a> = Pin<Box<dyn Future<Output = Result<(), Refusal>> + Send + 'a>>;

/// Sends text messages through the configured gateway. Clones share the gateway.
#[derive(Clone)]
pub struct Messages(Arc<dyn Gateway>);

impl Messages {
    /// Creates a sender that uses this gateway.
    pub fn through(gateway: impl Gateway + 'static) -> Messages {
        Messages(Arc::new(gateway))
    }

    /// Sends a message. Call this only after the transaction that the message is about has been committed.
    pub async fn send(&self, phone: &str, text: String, sent_at: i64) -> Result<(), Refusal> {
        let phone = phone.to_owned();
        self.0
            .deliver(TextMessage {
                phone,
                text,
                sent_at,
            })
            .await
    }
}
