//! Drafts: dossiers that are not submitted yet. «Thêm mới» saves one, «Gửi hồ sơ» submits it (R2.11–R2.12).

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

/// Body of the request that creates a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDraft {
    /// Code of the procedure or group to file, at most 40 characters: `1.001193`.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::PROCEDURE_CODE_CHARS)))]
    pub procedure: String,
    /// Where the agency is that receives the dossier. Absent if the citizen hasn't chosen it yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// The person whom the filing is for; `oneself` if absent.
    #[serde(default)]
    pub for_whom: ForWhom,
}

/// The person whom a filing is for (R4.21).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ForWhom {
    /// The signed-in citizen.
    #[default]
    Oneself,
    /// A child of the signed-in citizen.
    Child,
    /// Somebody whom the signed-in citizen helps; the declarant isn't the signed-in citizen.
    Helped,
}

/// What the citizen chose for one part of a group. An absent member is the same as for the first part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartChoice {
    /// Where the agency of this part is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// How to receive the result of this part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
}

/// A draft as the server holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Draft {
    /// Opaque id.
    pub id: String,
    /// Version, from 1. Increases with every change; the `ETag` is this number in quotes.
    pub version: u64,
    /// Code of the procedure or group.
    pub procedure: String,
    /// Name of the procedure or group.
    pub procedure_name: String,
    /// Key of the form that the answers belong to.
    pub form: String,
    /// Version of the form when the draft was created.
    pub form_version: u32,
    /// Where the agency is that receives the dossier. Absent until the citizen chooses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// Name of that agency. Absent until the citizen chooses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency_name: Option<String>,
    /// The answers so far, by field id. They may break the rules of the form until the dossier is submitted.
    pub answers: Answers,
    /// Attached files, complete or still being uploaded.
    pub attachments: Vec<Attachment>,
    /// How to receive the result. Absent until the citizen chooses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// The person whom the filing is for; `oneself` if absent.
    #[serde(default)]
    pub for_whom: ForWhom,
    /// Whether the citizen needs a component that only some situations require, by component code. A component whose
    /// question isn't answered yet is missing here. Absent if there are none.
    #[serde(default, rename = "papers", skip_serializing_if = "BTreeMap::is_empty")]
    pub needed_components: BTreeMap<String, bool>,
    /// What the citizen chose for the parts of a group after the first, by the key of the part. Absent if there are
    /// none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, PartChoice>,
    /// When the draft was created.
    pub created_at: Timestamp,
    /// When the draft was last changed.
    pub updated_at: Timestamp,
    /// The last day of the draft. The server deletes it afterwards; each change moves the day.
    pub expires_on: Day,
}

/// Body of a change of a draft. What is absent stays unchanged.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftPatch {
    /// Where the agency is that receives the dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// Changed answers by field id. Each replaces the whole answer; `null` removes it (RFC 7396). At most 16 KiB of
    /// JSON for one answer, and 5,000 answers in a draft.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    /// How to receive the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// The person whom the filing is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_whom: Option<ForWhom>,
    /// Whether the citizen needs a component that only some situations require, by component code; only those that
    /// changed.
    #[serde(default, rename = "papers", skip_serializing_if = "BTreeMap::is_empty")]
    pub needed_components: BTreeMap<String, bool>,
    /// Changed choices for the parts of a group, by the key of the part.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, PartPatch>,
}

/// Changed choice for one part of a group. What is absent stays unchanged; `null` removes the choice, so that it is the
/// same as for the first part (RFC 7396).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartPatch {
    /// Where the agency of this part is.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "deserialize_present"
    )]
    pub agency: Option<Option<PlaceRef>>,
    /// How to receive the result of this part.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "deserialize_present"
    )]
    pub delivery: Option<Option<Delivery>>,
}

/// Reads a member that is present, so that `null` (`Some(None)`) differs from an absent member (`None`).
fn deserialize_present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// How the citizen receives the result (R1.19, R4.12). The member `channel` tells which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(tag = "channel", rename_all = "snake_case", deny_unknown_fields)]
pub enum Delivery {
    /// «Trực tuyến»: online, as a file.
    Online,
    /// «Trực tiếp tại nơi nộp»: at the counter of the agency.
    Counter,
    /// «Qua bưu chính công ích»: by public postal service.
    Post {
        /// Full name of the recipient, 1 to 100 characters. Unicode NFC.
        #[cfg_attr(
            feature = "openapi",
            schemars(length(min = 1, max = limits::NAME_CHARS), extend("format" = "person-name"))
        )]
        recipient: String,
        /// Mobile phone number of the recipient in national form: 10 digits.
        #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::PHONE)))]
        phone: String,
        /// Province and commune of the postal address.
        place: PlaceRef,
        /// The rest of the postal address: house number, street, hamlet. 1 to 500 characters.
        #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::TEXT_CHARS)))]
        detail: String,
    },
}

/// Body of a submission. Names the version that the citizen reviewed and every attachment with its checksum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// Version of the draft that the citizen reviewed.
    #[serde(deserialize_with = "crate::number::deserialize_u64")]
    #[cfg_attr(
        feature = "openapi",
        schemars(with = "u64", range(max = crate::number::MAX_SAFE_INTEGER))
    )]
    pub version: u64,
    /// Every attachment of the draft, at most 200.
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::SUBMISSION_ATTACHMENTS)))]
    pub attachments: Vec<SealedAttachment>,
}
