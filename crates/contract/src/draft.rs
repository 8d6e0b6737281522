//! A dossier not yet sent: saved by «Thêm mới», sent by «Gửi hồ sơ» (R2.11–R2.12).

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::attachment::{Attachment, SealedAttachment};
use crate::form::Answers;
#[cfg(feature = "openapi")]
use crate::limits;
#[cfg(feature = "openapi")]
use crate::openapi::pattern;
use crate::place::PlaceRef;
use crate::time::{Day, Timestamp};

/// What begins a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDraft {
    /// Code of the procedure.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::PROCEDURE_CODE_CHARS)))]
    pub procedure: String,
    /// The agency, where it is chosen already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// Whom the filing is for.
    #[serde(default)]
    pub for_whom: ForWhom,
}

/// Whom a filing is for (R4.21).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ForWhom {
    /// For oneself.
    #[default]
    Oneself,
    /// For one's child.
    Child,
    /// For someone who is helped: the declarant is another person than the one signed in.
    Helped,
}

/// What was chosen for one part of a group; what is absent is as for the first part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartChoice {
    /// Where its agency sits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// How to receive its result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
}

/// A draft as the server holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Draft {
    /// Opaque id.
    pub id: String,
    /// Grows with every change; the `ETag` is this number in quotes.
    pub version: u64,
    /// Code of the procedure.
    pub procedure: String,
    /// Its name.
    pub procedure_name: String,
    /// Key of the form.
    pub form: String,
    /// Version of the form when the draft began.
    pub form_version: u32,
    /// The agency, once chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// The agency's name, once chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency_name: Option<String>,
    /// Answers so far; they may break the form's rules until the dossier is sent.
    pub answers: Answers,
    /// Files, whole or on their way.
    pub attachments: Vec<Attachment>,
    /// How to receive the result, once chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// Whom the filing is for.
    #[serde(default)]
    pub for_whom: ForWhom,
    /// Whether the citizen needs a paper that only some situations ask for, by the component's code, once he said.
    #[serde(default, rename = "papers", skip_serializing_if = "BTreeMap::is_empty")]
    pub needed_components: BTreeMap<String, bool>,
    /// What was chosen for the parts of a group after the first, by their keys.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, PartChoice>,
    /// When it began.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// The day after which it is thrown away.
    pub expires_on: Day,
}

/// What changed in a draft. What is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftPatch {
    /// The agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// Changed answers by field id; `null` removes one (RFC 7396).
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    /// How to receive the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// Whom the filing is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_whom: Option<ForWhom>,
    /// Changed answers to whether a paper is needed, by the component's code.
    #[serde(default, rename = "papers", skip_serializing_if = "BTreeMap::is_empty")]
    pub needed_components: BTreeMap<String, bool>,
    /// Changed choices for parts of a group, by their keys.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, PartPatch>,
}

/// What changed in the choice for one part. What is absent stays as it is; `null` is as for the first part again (RFC 7396).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartPatch {
    /// Where its agency sits.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "deserialize_present"
    )]
    pub agency: Option<Option<PlaceRef>>,
    /// How to receive its result.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "deserialize_present"
    )]
    pub delivery: Option<Option<Delivery>>,
}

/// A member that is there, `null` or not.
fn deserialize_present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// How to receive the result (R1.19, R4.12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(tag = "channel", rename_all = "snake_case", deny_unknown_fields)]
pub enum Delivery {
    /// «Trực tuyến».
    Online,
    /// «Trực tiếp tại nơi nộp».
    Counter,
    /// «Qua bưu chính công ích».
    Post {
        /// Who receives it.
        #[cfg_attr(
            feature = "openapi",
            schemars(length(min = 1, max = limits::NAME_CHARS), extend("format" = "person-name"))
        )]
        recipient: String,
        /// Phone of the recipient.
        #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::PHONE)))]
        phone: String,
        /// Province and commune.
        place: PlaceRef,
        /// House, street, hamlet.
        #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::TEXT_CHARS)))]
        detail: String,
    },
}

/// What «Gửi hồ sơ» sends: which version, and the seal on every attachment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// The version the citizen reviewed.
    #[serde(deserialize_with = "crate::number::deserialize_u64")]
    #[cfg_attr(
        feature = "openapi",
        schemars(with = "u64", range(max = crate::number::MAX_SAFE_INTEGER))
    )]
    pub version: u64,
    /// Every attachment of the draft.
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::SUBMISSION_ATTACHMENTS)))]
    pub attachments: Vec<SealedAttachment>,
}
