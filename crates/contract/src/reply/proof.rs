//! The proof that a reply was received.

use serde::{Deserialize, Serialize};

use crate::receipt::ReceivedFile;
use crate::time::Timestamp;

/// Proof of a reply: what the server has received, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ReplyReceipt {
    /// Code of the dossier.
    pub dossier: String,
    /// When the server accepted the reply.
    pub sent_at: Timestamp,
    /// Number of answers that differ from those in the dossier.
    pub answers: u32,
    /// The files that the server has received with the reply.
    pub files: Vec<ReceivedFile>,
}
