//! The interface that all e-mail gateways implement.

use std::sync::Arc;

use super::gateway::Delivering;
use crate::refusal::Refusal;

/// An e-mail to one address.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailMessage {
    /// The address that the e-mail is sent to.
    pub address: String,
    /// The subject, in NFC.
    pub subject: String,
    /// The plain text, in NFC.
    pub text: String,
    /// An id that stays the same when the e-mail is sent again after a failure. Mail programs show such copies once.
    pub id: String,
    /// The time of sending, in Unix seconds.
    pub sent_at: i64,
}

/// A gateway that sends e-mails. An operator can add another implementation.
pub trait EmailGateway: Send + Sync {
    /// Sends an e-mail.
    fn deliver(&self, message: EmailMessage) -> Delivering<'_>;
}

/// Sends e-mails through the configured gateway, if there is one. Clones share the gateway.
#[derive(Clone, Default)]
pub struct Emails(Option<Arc<dyn EmailGateway>>);

impl Emails {
    /// Creates a sender that uses this gateway.
    pub fn through(gateway: impl EmailGateway + 'static) -> Emails {
        Emails(Some(Arc::new(gateway)))
    }

    /// Whether e-mails can be sent.
    pub fn is_available(&self) -> bool {
        self.0.is_some()
    }

    /// Sends an e-mail. Call this only after the transaction that the e-mail is about has been committed.
    ///
    /// # Errors
    ///
    /// `Internal` if no gateway is configured, or if it fails.
    pub async fn send(&self, message: EmailMessage) -> Result<(), Refusal> {
        match &self.0 {
            Some(gateway) => gateway.deliver(message).await,
            None => Err(Refusal::internal("no e-mail gateway is configured")),
        }
    }
}
