//! The body of `GET /portal`: what a portal offers, and its own texts.

use std::collections::BTreeMap;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::first_page::{LocalizedText, PopularProcedure, Tile};
use super::methods::{RegistrationMethod, SignInMethod};
use crate::consent::ConsentPurpose;
#[cfg(feature = "openapi")]
use crate::limits;
use crate::link::read_link;

/// Languages in which the app has texts, as BCP 47 tags.
pub const LANGUAGES: [&str; 2] = ["vi", "en"];

/// Version of the contract that this crate describes.
pub const VERSION: &str = "1";

/// The capability document: what this backend offers. A client hides the features that are missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Portal {
    /// Version of the contract: `1`. A later version with more members is `1.1`; one that an older client can't use is `2`,
    /// and the client tells the citizen to reload the page.
    pub contract: String,
    /// Name of the portal in its first language, at most 100 characters. The app shows it in the header, and at the end
    /// of the window title of every page except the first page.
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::PORTAL_TITLE_CHARS)))]
    pub name: String,
    /// Languages that the portal offers, as BCP 47 tags, the portal's first language first: `["vi", "en"]`. The app has
    /// texts in `vi` and `en` and ignores other languages. If a text in this document lacks the current language, the
    /// app shows the text in the portal's first language.
    pub languages: Vec<String>,
    /// Window title of the first page by language, each at most 100 characters. If it is absent, the app combines the
    /// heading of the first page with `name`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend("additionalProperties" = {"type": "string", "maxLength": limits::PORTAL_TITLE_CHARS}))
    )]
    pub title: LocalizedText,
    /// Description of the portal by language, each at most 300 characters: one or two sentences that a search engine
    /// shows below the title. Only the build of the app reads it; the running app doesn't show it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend("additionalProperties" = {"type": "string", "maxLength": limits::PORTAL_TEXT_CHARS}))
    )]
    pub description: LocalizedText,
    /// Sentence at the foot of every page by language, each at most 300 characters: who runs this portal, or what the
    /// portal is not. If it is absent, the pages have no such sentence.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend("additionalProperties" = {"type": "string", "maxLength": limits::PORTAL_TEXT_CHARS}))
    )]
    pub footer: LocalizedText,
    /// Links below the search field of the first page, in this order; at most 6. If the member is absent, the app shows
    /// `groups` and `look_up`. If the list is empty, the app shows no links.
    #[serde(default = "super::first_page::default_tiles")]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::PORTAL_TILES)))]
    pub tiles: Vec<Tile>,
    /// Short list of procedures on the first page, in this order; at most 12. If it is absent, the first page only has
    /// a link to all procedures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::PORTAL_POPULAR)))]
    pub popular: Vec<PopularProcedure>,
    /// Methods to sign in, in order of preference.
    pub sign_in: Vec<SignInMethod>,
    /// Methods to register, in order of preference.
    pub register: Vec<RegistrationMethod>,
    /// The purposes for which the portal asks consent when an account is created. Absent means that there are none.
    #[serde(default)]
    pub consents: Vec<ConsentPurpose>,
    /// Limits for uploaded files.
    pub uploads: UploadLimits,
    /// The optional features that this backend has. Absent means that there are none.
    #[serde(default, rename = "parts")]
    pub features: Features,
    /// CSS custom properties that change the style of the app, by name, for example `--color-action` with the value
    /// `#0b5`. If it is absent, the app uses its own style.
    #[serde(default)]
    pub theme: BTreeMap<String, String>,
    /// URL of a page that shows the sent text messages and simulates the officer. Only in a demonstration.
    #[serde(
        default,
        deserialize_with = "read_link",
        skip_serializing_if = "Option::is_none"
    )]
    pub demo: Option<String>,
}

impl Portal {
    /// Returns the text of `texts` in `language`, together with its language tag. If that text is missing or empty,
    /// returns the text in the portal's first language.
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

    /// Whether the backend keeps the version of the contract that this client knows. `1.2` extends `1`; `2` breaks it.
    pub fn has_known_version(&self) -> bool {
        self.contract
            .strip_prefix(VERSION)
            .is_some_and(|more| more.is_empty() || more.starts_with('.'))
    }

    /// Removes the methods that use an identity provider. The provider sends the browser back to the backend's origin,
    /// and the session cookie is set for that origin. So an app on another origin can't use these methods.
    pub fn remove_single_sign_on(&mut self) {
        self.sign_in
            .retain(|method| !matches!(method, SignInMethod::SingleSignOn { .. }));
        self.register
            .retain(|method| !matches!(method, RegistrationMethod::SingleSignOn { .. }));
    }
}

/// Limits for uploaded files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct UploadLimits {
    /// Maximum size of one file, in bytes.
    pub max_bytes: u64,
    /// Maximum number of files of one component.
    pub max_files: u32,
    /// Media types that the portal accepts: `image/jpeg`, `image/png`, `application/pdf`. The server detects the type
    /// from the bytes of the file.
    pub media_types: Vec<String>,
    /// True if uploads use tus 1.0.
    pub tus: bool,
}

/// Optional features of a backend. An absent member means false.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Parts", default)
)]
pub struct Features {
    /// True if fees can be paid online.
    pub payments: bool,
    /// True if the status of a dossier can be looked up without signing in (R4.15).
    pub lookup: bool,
    /// True if interlinked groups can be filed (R4.16).
    pub groups: bool,
    /// True if the citizen and the office can exchange messages about a dossier in the app.
    pub messages: bool,
    /// True if the citizen can send in the app what the office asks for («Bổ sung hồ sơ»).
    pub supplements: bool,
    /// True if feedback can be sent to the operator of the portal, «Góp ý».
    pub feedback: bool,
    /// True if «Hồ sơ của tôi» can be searched (`postDossierSearch`).
    pub dossier_search: bool,
    /// True if the backend tells what is under way for a procedure (`getUnderWay`).
    pub under_way: bool,
    /// True if a finished dossier can be rated.
    pub ratings: bool,
    /// True if the citizen can ask to withdraw a dossier.
    pub withdrawals: bool,
    /// True if results are handed over as files that the citizen can view and download.
    pub results: bool,
    /// True if a draft can begin with the answers of a dossier.
    pub copies: bool,
    /// True if there are notices in the app (`getNotices`).
    pub notices: bool,
    /// True if an e-mail address can be set and verified (`postEmailChange`).
    pub email: bool,
    /// True if the server tells of changes as they happen (`getEvents`). Otherwise a client asks from time to time.
    pub events: bool,
}

impl Features {
    /// The feature with this name in JSON. `None` if this client doesn't know it.
    fn by_name(&mut self, name: &str) -> Option<&mut bool> {
        Some(match name {
            "payments" => &mut self.payments,
            "lookup" => &mut self.lookup,
            "groups" => &mut self.groups,
            "messages" => &mut self.messages,
            "supplements" => &mut self.supplements,
            "feedback" => &mut self.feedback,
            "dossier_search" => &mut self.dossier_search,
            "under_way" => &mut self.under_way,
            "ratings" => &mut self.ratings,
            "withdrawals" => &mut self.withdrawals,
            "results" => &mut self.results,
            "copies" => &mut self.copies,
            "notices" => &mut self.notices,
            "email" => &mut self.email,
            "events" => &mut self.events,
            _ => return None,
        })
    }
}

// The derived code would be three times as large, and every visitor of the portal fetches it.
impl<'de> Deserialize<'de> for Features {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FeaturesVisitor)
    }
}

struct FeaturesVisitor;

impl<'de> Visitor<'de> for FeaturesVisitor {
    type Value = Features;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("the features of a backend")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Features, A::Error> {
        let mut features = Features::default();
        while let Some(name) = map.next_key::<String>()? {
            match features.by_name(&name) {
                Some(feature) => *feature = map.next_value()?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(features)
    }
}
