//! The export of everything stored about an account, «Dữ liệu của tôi», for its owner to read and keep.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::consent::Consent;
use crate::dossier::Dossier;
use crate::draft::Draft;
use crate::session::Device;
use crate::time::Timestamp;

/// Everything that is stored about an account: the export of personal data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct AccountData {
    /// When this document was created.
    pub made_at: Timestamp,
    /// The account.
    pub account: Account,
    /// When the account was created.
    pub registered_at: Timestamp,
    /// The identities at identity providers that are linked to the account.
    #[serde(default)]
    pub identities: Vec<LinkedIdentity>,
    /// Every consent given, including withdrawn ones.
    pub consents: Vec<Consent>,
    /// Devices with an open session.
    pub devices: Vec<Device>,
    /// Drafts, not submitted yet.
    pub drafts: Vec<Draft>,
    /// Submitted dossiers with answers, names of files, and history.
    pub dossiers: Vec<Dossier>,
}

/// An identity at an identity provider that is linked to the account (OpenID Connect Core 1.0, section 2: `iss` and
/// `sub`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct LinkedIdentity {
    /// Key of the provider, as in the path of `getSingleSignOn`.
    pub provider: String,
    /// Identifier of the owner at this provider (`sub`). Never changes and has no meaning elsewhere.
    pub subject: String,
}
