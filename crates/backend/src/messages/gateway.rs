//! Sending a text message through the operator's gateway.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use crate::refusal::Refusal;

/// One text message.
#[derive(Clone, PartialEq, Eq)]
pub struct TextMessage {
    /// Phone in national form.
    pub phone: String,
    /// The text, NFC.
    pub text: String,
    /// When, in unix seconds.
    pub sent_at: i64,
}

/// A way to send text messages; an operator's own gateway implements it.
pub trait Gateway: Send + Sync {
    /// Hands the message over; a refusal reaches the citizen as «try again».
    fn deliver(&self, message: TextMessage) -> Delivering<'_>;
}

/// A message on its way.
pub type Delivering<'a> = Pin<Box<dyn Future<Output = Result<(), Refusal>> + Send + 'a>>;

/// The gateway in use; clones share it.
#[derive(Clone)]
pub struct Messages(Arc<dyn Gateway>);

impl Messages {
    /// Sends through this gateway from now on.
    pub fn through(gateway: impl Gateway + 'static) -> Messages {
        Messages(Arc::new(gateway))
    }

    /// Sends one message. Call it after the transaction that it speaks of has been committed.
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
