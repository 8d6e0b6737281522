//! What a backend offers. The app hides what is missing here and never fails on it.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::account::AccountKind;
use crate::consent::ConsentPurpose;

/// The capability document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Portal {
    /// Version of the contract: `1`.
    pub contract: String,
    /// The portal's name, shown in the header.
    pub name: String,
    /// Languages offered, first one first: `vi`, `en`.
    pub languages: Vec<String>,
    /// Ways to sign in, first one first.
    pub sign_in: Vec<SignInWay>,
    /// Ways to register, first one first.
    pub register: Vec<RegisterWay>,
    /// What consent is asked for when an account is made.
    #[serde(default)]
    pub consents: Vec<ConsentPurpose>,
    /// What may be attached.
    pub uploads: UploadLimits,
    /// Which optional parts exist.
    #[serde(default)]
    pub parts: Parts,
    /// CSS custom properties that restyle the app: `--color-action` to `#0b5`.
    #[serde(default)]
    pub theme: BTreeMap<String, String>,
    /// Address of the page that shows text messages and acts as the officer; only in a demonstration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demo: Option<String>,
}

impl Portal {
    /// Leaves out the ways through an identity provider: they come back to the backend's own origin with its cookie, so an
    /// app of another origin has nothing of them.
    pub fn leave_out_single_sign_on(&mut self) {
        self.sign_in
            .retain(|way| !matches!(way, SignInWay::SingleSignOn { .. }));
        self.register
            .retain(|way| !matches!(way, RegisterWay::SingleSignOn { .. }));
    }
}

/// A way to sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SignInWay {
    /// «Đăng nhập bằng cổng DVC Quốc gia» (R0.14), VNeID: the identity provider's own pages, and back.
    SingleSignOn {
        /// Names the provider in [`crate::endpoints::GET_SINGLE_SIGN_ON`].
        provider: String,
        /// What stands on the button, in the portal's first language.
        label: String,
    },
    /// Identifier, password, then a one-time code (R4.3–R4.4).
    Password {
        /// Which accounts, first one first (R2.7).
        accounts: Vec<AccountKind>,
    },
    /// A way this client doesn't know; it is not shown.
    Other,
}

/// A way to register (R2.4: the method, and how far it verifies who one is).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RegisterWay {
    /// The identity provider vouches for the citizen; the account is made at the first sign-in.
    SingleSignOn {
        /// Names the provider in [`crate::endpoints::GET_SINGLE_SIGN_ON`].
        provider: String,
        /// What stands on the button, in the portal's first language.
        label: String,
    },
    /// «Thuê bao di động» (R0.9).
    Phone {
        /// Which accounts, first one first.
        accounts: Vec<AccountKind>,
    },
    /// A way this client doesn't know; it is not shown.
    Other,
}

/// A way as it is read: one shape for both kinds, so that the app carries the code that reads it once.
#[derive(Deserialize)]
struct WayRead {
    kind: String,
    #[serde(default)]
    provider: String,
    #[serde(default)]
    label: String,
    #[serde(default)]
    accounts: Vec<AccountKind>,
}

impl<'de> Deserialize<'de> for SignInWay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let way = WayRead::deserialize(deserializer)?;
        Ok(match way.kind.as_str() {
            "single_sign_on" => Self::SingleSignOn {
                provider: way.provider,
                label: way.label,
            },
            "password" => Self::Password {
                accounts: way.accounts,
            },
            _ => Self::Other,
        })
    }
}

impl<'de> Deserialize<'de> for RegisterWay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let way = WayRead::deserialize(deserializer)?;
        Ok(match way.kind.as_str() {
            "single_sign_on" => Self::SingleSignOn {
                provider: way.provider,
                label: way.label,
            },
            "phone" => Self::Phone {
                accounts: way.accounts,
            },
            _ => Self::Other,
        })
    }
}

/// What may be attached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct UploadLimits {
    /// Largest file, in bytes.
    pub max_bytes: u64,
    /// Most files on one component.
    pub max_files: u32,
    /// Accepted kinds of file.
    pub media_types: Vec<String>,
    /// Whether uploads speak tus 1.0.
    pub tus: bool,
}

/// Optional parts of a backend.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Parts {
    /// Fees can be paid online.
    pub payments: bool,
    /// A dossier can be looked up without signing in (R4.15).
    pub lookup: bool,
    /// Interlinked groups can be filed (R4.16).
    pub groups: bool,
    /// Messages from the office can be read in the app.
    pub messages: bool,
    /// Whoever keeps the portal can be written to («Góp ý»).
    pub feedback: bool,
    /// A finished dossier can be rated.
    pub ratings: bool,
}
