//! «Bổ sung hồ sơ»: what the office asks the citizen to correct or to hand in later, and what they sent.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::open_enum::open_enum;
use crate::receipt::ReceivedFile;
use crate::time::{Day, Timestamp};

open_enum! {
    /// What the office asks for.
    #[derive(Default)]
    pub enum SupplementKind {
        /// Answers and components.
        #[default]
        Supplement = "supplement",
        /// Whether the draft of a certificate is right. No answer until the last day means that the citizen agrees.
        Certificate = "certificate",
    }
}

/// A request of the office that the citizen hasn't answered yet. The reply of the kind `supplement` answers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct SupplementRequest {
    /// Opaque id of the request.
    pub id: String,
    /// What the office asks for.
    #[serde(default)]
    pub kind: SupplementKind,
    /// Why the office asks, in its own words.
    pub reason: String,
    /// The answers and components that the office asks for. In a draft certificate: the answers that it shows. Empty if
    /// the office only wrote the reason; the citizen then replies with a text, files or both.
    #[serde(default)]
    pub items: Vec<SupplementItem>,
    /// Last day on which the citizen can reply. Absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// When the office asked.
    pub asked_at: Timestamp,
    /// When the citizen's unfinished reply was last saved. Absent if they haven't begun one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saved_at: Option<Timestamp>,
}

/// One answer or component that the office asks for. Exactly one of `question` and `component` is present.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct SupplementItem {
    /// Id of the question whose answer the office asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// Code of the component that the office asks for. Its new files replace the earlier ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// Name of the question or component.
    pub label: String,
    /// What is wrong or missing. Absent if the office gave no reason for this item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A request of the office with the reply that the citizen sent. It keeps the answers and files that the reply replaced.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct SentSupplement {
    /// The request of the office.
    pub request: SupplementRequest,
    /// When the citizen sent the reply.
    pub sent_at: Timestamp,
    /// The answers that the reply changed.
    #[serde(default)]
    pub answers: Vec<ChangedAnswer>,
    /// The files of the reply.
    #[serde(default)]
    pub files: Vec<ReceivedFile>,
    /// The earlier files that the files of the reply replaced.
    #[serde(default)]
    pub replaced_files: Vec<ReceivedFile>,
    /// What the citizen wrote. Absent if they wrote nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether the citizen agrees to the draft certificate. Absent if the office asked for something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<bool>,
}

/// An answer of a dossier that a reply changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ChangedAnswer {
    /// Id of the question.
    pub question: String,
    /// Title of the question.
    pub label: String,
    /// The answer before the reply. Absent if there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// The answer after the reply. Absent if the reply removed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}
