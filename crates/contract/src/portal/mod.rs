//! What a backend offers. The app hides what is missing, and works without it.

mod first_page;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

pub use self::first_page::{LocalizedText, PopularProcedure, Tile, TilePage};
use crate::account::AccountKind;
use crate::consent::ConsentPurpose;
#[cfg(feature = "openapi")]
use crate::limits;

/// Languages that the app has texts in, as BCP 47 tags.
pub const LANGUAGES: [&str; 2] = ["vi", "en"];

/// The capability document: what this backend offers. A client hides what is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Portal {
    /// Version of the contract: `1`.
    pub contract: String,
    /// Name of the portal in its first language, at most 100 characters. Shown in the header, and at the end of each
    /// window title except that of the first page.
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::PORTAL_TITLE_CHARS)))]
    pub name: String,
    /// Languages offered, as BCP 47 tags, the portal's first language first: `["vi", "en"]`. The app has texts in `vi`
    /// and `en` and ignores others. Where a text below lacks the current language, the app shows the first one.
    pub languages: Vec<String>,
    /// Window title of the first page by language, each at most 100 characters. Absent: made from the heading of that
    /// page and `name`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend("additionalProperties" = {"type": "string", "maxLength": limits::PORTAL_TITLE_CHARS}))
    )]
    pub title: LocalizedText,
    /// What a search engine shows below the title, by language: one or two sentences, each text at most 300 characters.
    /// Read when the app is built; the running app doesn't show it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend("additionalProperties" = {"type": "string", "maxLength": limits::PORTAL_TEXT_CHARS}))
    )]
    pub description: LocalizedText,
    /// The sentence at the foot of every page, by language: who runs this portal, or what it is not. Each text at most
    /// 300 characters. Absent: no such sentence.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend("additionalProperties" = {"type": "string", "maxLength": limits::PORTAL_TEXT_CHARS}))
    )]
    pub footer: LocalizedText,
    /// Links below the search field of the first page, in the order shown; at most 6. Absent: `groups` and `look_up`.
    /// An empty list shows none.
    #[serde(default = "first_page::default_tiles")]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::PORTAL_TILES)))]
    pub tiles: Vec<Tile>,
    /// Short list of procedures on the first page, in the order shown; at most 12. Absent: the page only links to all
    /// procedures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::PORTAL_POPULAR)))]
    pub popular: Vec<PopularProcedure>,
    /// Methods to sign in, the preferred one first.
    pub sign_in: Vec<SignInMethod>,
    /// Methods to register, the preferred one first.
    pub register: Vec<RegistrationMethod>,
    /// The purposes that consent is asked for when an account is created. Absent: none.
    #[serde(default)]
    pub consents: Vec<ConsentPurpose>,
    /// What may be uploaded.
    pub uploads: UploadLimits,
    /// Which optional features exist. Absent: none.
    #[serde(default, rename = "parts")]
    pub features: Features,
    /// CSS custom properties that restyle the app, by name: `--color-action` to `#0b5`. Absent: the app's own style.
    #[serde(default)]
    pub theme: BTreeMap<String, String>,
    /// URL of the page that shows text messages and plays the officer. Only in a demonstration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demo: Option<String>,
}

impl Portal {
    /// The text in `language`, or else in the portal's first language, with the tag of the language that it is in. An
    /// empty text counts as missing.
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

    /// Removes the methods that use an identity provider. They return to the backend's own origin and set its cookie
    /// there, so an app of another origin can't use them.
    pub fn remove_single_sign_on(&mut self) {
        self.sign_in
            .retain(|method| !matches!(method, SignInMethod::SingleSignOn { .. }));
        self.register
            .retain(|method| !matches!(method, RegistrationMethod::SingleSignOn { .. }));
    }
}

/// A method to sign in. The member `kind` tells which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "SignInWay")
)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SignInMethod {
    /// Through an identity provider with OpenID Connect: «Đăng nhập bằng cổng DVC Quốc gia» (R0.14), VNeID. The browser
    /// leaves for the provider's pages and returns.
    SingleSignOn {
        /// Key of the provider, for the path of `getSingleSignOn`.
        provider: String,
        /// Text of the button, in the portal's first language.
        label: String,
    },
    /// With identifier, password and a one-time code (R4.3–R4.4).
    Password {
        /// Kinds of account that can sign in this way, the preferred one first (R2.7).
        accounts: Vec<AccountKind>,
    },
    /// A method that this client doesn't know; the client ignores it.
    Other,
}

/// A method to register (R2.4). The member `kind` tells which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "RegisterWay")
)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RegistrationMethod {
    /// Through an identity provider, which verifies name and citizen id. The account is created at the first sign-in.
    SingleSignOn {
        /// Key of the provider, for the path of `getSingleSignOn`.
        provider: String,
        /// Text of the button, in the portal's first language.
        label: String,
    },
    /// With a mobile phone number and a one-time code, «Thuê bao di động» (R0.9).
    Phone {
        /// Kinds of account that can register this way, the preferred one first.
        accounts: Vec<AccountKind>,
    },
    /// A method that this client doesn't know; the client ignores it.
    Other,
}

/// One shape for both kinds of method, so that the app contains the code that reads it only once.
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
        let method = RawMethod::deserialize(deserializer)?;
        Ok(match method.kind.as_str() {
            "single_sign_on" => Self::SingleSignOn {
                provider: method.provider,
                label: method.label,
            },
            "password" => Self::Password {
                accounts: method.accounts,
            },
            _ => Self::Other,
        })
    }
}

impl<'de> Deserialize<'de> for RegistrationMethod {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let method = RawMethod::deserialize(deserializer)?;
        Ok(match method.kind.as_str() {
            "single_sign_on" => Self::SingleSignOn {
                provider: method.provider,
                label: method.label,
            },
            "phone" => Self::Phone {
                accounts: method.accounts,
            },
            _ => Self::Other,
        })
    }
}

/// What may be uploaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct UploadLimits {
    /// Maximum size of one file, in bytes.
    pub max_bytes: u64,
    /// Maximum number of files of one component.
    pub max_files: u32,
    /// Accepted media types: `image/jpeg`, `image/png`, `application/pdf`. The server detects the type from the bytes.
    pub media_types: Vec<String>,
    /// True if uploads use tus 1.0.
    pub tus: bool,
}

/// Optional features of a backend. An absent member means false.
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
    /// The status of a dossier can be looked up without signing in (R4.15).
    pub lookup: bool,
    /// Interlinked groups can be filed (R4.16).
    pub groups: bool,
    /// Messages of the office can be read in the app.
    pub messages: bool,
    /// Feedback can be sent to the operator of the portal, «Góp ý».
    pub feedback: bool,
    /// A finished dossier can be rated.
    pub ratings: bool,
}

#[cfg(test)]
mod tests;
