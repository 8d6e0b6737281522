//! The export of everything that is stored about an account, «Dữ liệu của tôi». The owner of the account can read and
//! save it.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::consent::Consent;
use crate::dossier::{Dossier, Message};
use crate::draft::Draft;
use crate::notice::CitizenNotice;
use crate::session::Device;
use crate::time::Timestamp;

/// Everything that is stored about an account: the export of personal data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct AccountData {
    /// When the server created this export.
    pub made_at: Timestamp,
    /// The data of the account itself.
    pub account: Account,
    /// When the account was created.
    pub registered_at: Timestamp,
    /// The owner's identities at identity providers. Each of them is linked to the account.
    #[serde(default)]
    pub identities: Vec<LinkedIdentity>,
    /// Every consent that the owner gave, including withdrawn consents.
    pub consents: Vec<Consent>,
    /// Devices that are signed in to the account: one for each open session.
    pub devices: Vec<Device>,
    /// Notices to the owner, the newest first.
    #[serde(default)]
    pub notices: Vec<CitizenNotice>,
    /// Every message that the owner and the offices have exchanged, the oldest first. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<DossierMessage>,
    /// Drafts that are not submitted yet.
    pub drafts: Vec<Draft>,
    /// Submitted dossiers with their answers, file names and history.
    pub dossiers: Vec<Dossier>,
}

/// A message, with the dossier that it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DossierMessage {
    /// Code of the dossier.
    pub dossier: String,
    /// The message.
    pub message: Message,
}

/// An identity of the account's owner at one identity provider (OpenID Connect Core 1.0, section 2: `iss` and `sub`).
/// It is linked to the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct LinkedIdentity {
    /// Key of the identity provider, as in the path of `getSingleSignOn`.
    pub provider: String,
    /// Identifier of the account's owner at this identity provider (`sub`). It never changes, and is meaningless to
    /// other providers.
    pub subject: String,
}
