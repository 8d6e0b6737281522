//! «Dữ liệu của tôi»: everything the account holds, in one document that its owner can read and take along.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::consent::Consent;
use crate::dossier::Dossier;
use crate::draft::Draft;
use crate::session::Device;
use crate::time::Timestamp;

/// Everything the account holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct AccountData {
    /// When it was put together.
    pub made_at: Timestamp,
    /// The account.
    pub account: Account,
    /// When the account was made.
    pub registered_at: Timestamp,
    /// Whom identity providers know its owner as.
    #[serde(default)]
    pub identities: Vec<LinkedIdentity>,
    /// Every consent given, withdrawn ones too.
    pub consents: Vec<Consent>,
    /// Devices that are signed in.
    pub devices: Vec<Device>,
    /// What has been begun and not sent.
    pub drafts: Vec<Draft>,
    /// What was sent, with answers' declarations, papers' names and history.
    pub dossiers: Vec<Dossier>,
}

/// Whom an identity provider knows the account's owner as (OpenID Connect Core 1.0, section 2: `iss` and `sub`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct LinkedIdentity {
    /// The provider, as [`crate::endpoints::GET_SINGLE_SIGN_ON`] names it.
    pub provider: String,
    /// What it calls the owner, for ever; tells nobody else anything.
    pub subject: String,
}
