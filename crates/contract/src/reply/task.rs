//! What a reply is for, and what it must contain.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;
use crate::open_enum::open_enum;
use crate::procedure::Component;
use crate::time::Day;

open_enum! {
    /// What a reply is for.
    pub enum ReplyKind {
        /// The answers and files that the office asks for, or the answer to its draft certificate.
        Supplement = "supplement",
        /// A message to the office, with files.
        Message = "message",
        /// The receipt of a bank for a financial obligation.
        PaymentProof = "payment_proof",
    }
}

/// Body of the request that begins a reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewReply {
    /// What the reply is for.
    pub kind: ReplyKind,
    /// Id of the office's request that the reply answers, at most 64 characters. If it is absent, the reply answers the
    /// request of this kind that is open now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::REPLY_REQUEST_CHARS)))]
    pub request: Option<String>,
}

/// What a draft replies to, and what it must contain. A client asks only for this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Reply {
    /// Code of the dossier.
    pub dossier: String,
    /// What the reply is for.
    pub kind: ReplyKind,
    /// Id of the office's request that the reply answers. Absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// Ids of the questions to answer, in the order of the form. A client also asks the questions that become visible
    /// because of the new answers. All other answers stay as they are in the dossier.
    #[serde(default)]
    pub questions: Vec<String>,
    /// The components to which files are attached. `attach` tells whether the reply needs a file.
    #[serde(default)]
    pub components: Vec<Component>,
    /// Why the office asks. Absent if it gave no reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Last day on which the reply can be sent. Absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}
