//! What a backend offers. The app hides what is missing here and never fails on it.

mod first_page;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

pub use self::first_page::{LocalizedText, PopularProcedure, Tile, TilePage};
use crate::account::AccountKind;
use crate::consent::ConsentPurpose;
#[cfg(feature = "openapi")]
use crate::limits;

/// Languages that the app has words in, as BCP 47 tags.
pub const LANGUAGES: [&str; 2] = ["vi", "en"];

/// The capability document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Portal {
    /// Version of the contract: `1`.
    pub contract: String,
    /// The portal's name in its first language: shown in the header, and at the end of each window title but the first
    /// page's.
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::PORTAL_TITLE_CHARS)))]
    pub name: String,
    /// Languages offered, as BCP 47 tags, the portal's first language first: `["vi", "en"]`. The app speaks `vi` and
    /// `en` and ignores others. Where a text below lacks the language on screen, the app shows the first language's.
    pub languages: Vec<String>,
    /// Window title of the first page. Without it the title is made of that page's heading and `name`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend("additionalProperties" = {"type": "string", "maxLength": limits::PORTAL_TITLE_CHARS}))
    )]
    pub title: LocalizedText,
    /// What a search engine shows below the title: one or two sentences. Read when the app is built; the running app
    /// doesn't show it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend("additionalProperties" = {"type": "string", "maxLength": limits::PORTAL_TEXT_CHARS}))
    )]
    pub description: LocalizedText,
    /// The sentence at the foot of every page: who runs this portal, or what it is not. Without it there is none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend("additionalProperties" = {"type": "string", "maxLength": limits::PORTAL_TEXT_CHARS}))
    )]
    pub footer: LocalizedText,
    /// Links below the search field of the first page, in the order shown. Without this member they are `groups` and
    /// `look_up`; an empty list shows none.
    #[serde(default = "first_page::default_tiles")]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::PORTAL_TILES)))]
    pub tiles: Vec<Tile>,
    /// Short list of procedures on the first page, in the order shown. Without it the page links to all procedures alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::PORTAL_POPULAR)))]
    pub popular: Vec<PopularProcedure>,
    /// Ways to sign in, first one first.
    pub sign_in: Vec<SignInMethod>,
    /// Ways to register, first one first.
    pub register: Vec<RegistrationMethod>,
    /// What consent is asked for when an account is made.
    #[serde(default)]
    pub consents: Vec<ConsentPurpose>,
    /// What may be attached.
    pub uploads: UploadLimits,
    /// Which optional parts exist.
    #[serde(default, rename = "parts")]
    pub features: Features,
    /// CSS custom properties that restyle the app: `--color-action` to `#0b5`.
    #[serde(default)]
    pub theme: BTreeMap<String, String>,
    /// Address of the page that shows text messages and acts as the officer; only in a demonstration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demo: Option<String>,
}

impl Portal {
    /// The text in `language`, else in the portal's first language, together with the tag of the language that it is in.
    /// An empty text counts as missing.
    pub fn text<'a>(
        &'a self,
        texts: &'a LocalizedText,
        language: &'a str,
    ) -> Option<(&'a str, &'a str)> {
        let first = self.languages.first().map_or(language, String::as_str);
        [language, first].into_iter().find_map(|tag| {
            let text = texts.get(tag)?;
            (!text.is_empty()).then_some((text.as_str(), tag))
        })
    }

    /// Leaves out the ways through an identity provider: they come back to the backend's own origin with its cookie, so an
    /// app of another origin has nothing of them.
    pub fn remove_single_sign_on(&mut self) {
        self.sign_in
            .retain(|way| !matches!(way, SignInMethod::SingleSignOn { .. }));
        self.register
            .retain(|way| !matches!(way, RegistrationMethod::SingleSignOn { .. }));
    }
}

/// A way to sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "SignInWay")
)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SignInMethod {
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
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "RegisterWay")
)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RegistrationMethod {
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
struct RawMethod {
    kind: String,
    #[serde(default)]
    provider: String,
    #[serde(default)]
    label: String,
    #[serde(default)]
    accounts: Vec<AccountKind>,
}

impl<'de> Deserialize<'de> for SignInMethod {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let way = RawMethod::deserialize(deserializer)?;
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

impl<'de> Deserialize<'de> for RegistrationMethod {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let way = RawMethod::deserialize(deserializer)?;
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
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Parts")
)]
#[serde(default)]
pub struct Features {
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

#[cfg(test)]
mod tests;
