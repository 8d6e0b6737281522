//! Messages between the citizen and the office that handles a dossier.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;
use crate::open_enum::open_enum;
use crate::receipt::ReceivedFile;
use crate::time::Timestamp;

open_enum! {
    /// Who wrote a message.
    pub enum MessageAuthor {
        /// The citizen who filed the dossier.
        Citizen = "citizen",
        /// An officer of the office that handles the dossier.
        Office = "office",
    }
}

/// A message about a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Message {
    /// Id of the message, unique within the dossier.
    pub id: String,
    /// Who wrote the message.
    pub author: MessageAuthor,
    /// Name of the office that wrote the message. Absent if the citizen wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// When the message was sent.
    pub sent_at: Timestamp,
    /// The text. It may have several lines.
    pub text: String,
    /// The files of the message. `getDossierFile` returns their bytes. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<ReceivedFile>,
    /// True if the citizen hasn't read this message of the office yet. Absent means false.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub unread: bool,
}

/// One page of the messages of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct MessagePage {
    /// At most 20 messages, the newest first.
    pub items: Vec<Message>,
    /// Number of this page, from 1.
    pub page: u32,
    /// Number of pages, at least 1.
    pub pages: u32,
}

/// How many messages a dossier has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct MessageCount {
    /// Number of all messages.
    pub total: u32,
    /// Number of messages of the office that the citizen hasn't read yet.
    pub unread: u32,
}

/// Body of the request that sends a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewMessage {
    /// The text, at most 4,000 characters. It may have several lines.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::LONG_TEXT_CHARS)))]
    pub text: String,
}

/// Body of the request that marks messages as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MessagesRead {
    /// Id of the newest message that the citizen has seen, at most 64 characters. It and all older messages are then
    /// read.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::MESSAGE_ID_CHARS)))]
    pub last: String,
}
