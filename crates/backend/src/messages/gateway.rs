//! The interface of a text message gateway.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use crate::refusal::Refusal;

/// A text message.
#[derive(Clone, PartialEq, Eq)]
pub struct TextMessage {
    /// The phone in national format.
    pub phone: String,
    /// The text, in NFC.
    pub text: String,
    /// The time of sending, in Unix seconds.
    pub sent_at: i64,
}

/// A gateway for text messages. An operator can add an implementation.
pub trait Gateway: Send + Sync {
    /// Sends a message. On an error, the citizen is asked to try again.
    fn deliver(&self, message: TextMessage) -> Delivering<'_>;
}

/// The future that [`Gateway::deliver`] returns.
pub type Delivering<'a> = Pin<Box<dyn Future<Output = Result<(), Refusal>> + Send + 'a>>;

/// The gateway of this backend. Clones share it.
#[derive(Clone)]
pub struct Messages(Arc<dyn Gateway>);

impl Messages {
    /// Uses this gateway.
    pub fn through(gateway: impl Gateway + 'static) -> Messages {
        Messages(Arc::new(gateway))
    }

    /// Sends a message. Call this only after the transaction that the message reports has been committed.
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
