//! Drafts: dossiers that are not submitted yet. The button «Thêm mới» creates a draft, the button «Gửi hồ sơ» submits
//! it (R2.11–R2.12).

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::attachment::{Attachment, SealedAttachment};
use crate::form::Answers;
#[cfg(feature = "openapi")]
use crate::limits;
use crate::open_enum::{UnknownText, open_enum};
#[cfg(feature = "openapi")]
use crate::pattern;
use crate::place::PlaceRef;
use crate::reply::Reply;
use crate::time::{Day, Timestamp};

/// Body of the request that creates a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDraft {
    /// Code of the procedure or group to file, at most 40 characters: `1.001193`.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::PROCEDURE_CODE_CHARS)))]
    pub procedure: String,
    /// Location of the agency that receives the dossier: its province and commune. Absent if the citizen hasn't chosen
    /// it yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// The person for whom the dossier is filed; `oneself` if absent.
    #[serde(default)]
    pub for_whom: ForWhom,
    /// Code of a dossier of the citizen whose answers the draft begins with, at most 64 characters. It must be of the
    /// same procedure. Declarations, files, the agency and the delivery aren't copied. Absent for an empty draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::DOSSIER_CODE_CHARS)))]
    pub copy_of: Option<String>,
}

open_enum! {
    /// The person for whom a dossier is filed (R4.21).
    #[derive(Default)]
    pub enum ForWhom {
        /// The signed-in citizen.
        #[default]
        Oneself = "oneself",
        /// A child of the signed-in citizen.
        Child = "child",
        /// Another person whom the signed-in citizen helps. The declarant in the form is then not the signed-in citizen.
        Helped = "helped",
    }
}

/// What the citizen chose for one part of a group. If a member is absent, the choice for the first part applies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct PartChoice {
    /// Location of the agency for this part: its province and commune.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// How the citizen wants to receive the result of this part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
}

/// A draft, as stored by the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Draft {
    /// Opaque id of the draft.
    pub id: String,
    /// Version of the draft, from 1. It increases with every change. The response header `ETag` contains this number in
    /// quotes.
    pub version: u64,
    /// Code of the procedure or group to file.
    pub procedure: String,
    /// Name of the procedure or group.
    pub procedure_name: String,
    /// Key of the form that the citizen answers.
    pub form: String,
    /// Version that the form had when the draft was created.
    pub form_version: u32,
    /// Location of the agency that receives the dossier: its province and commune. Absent until the citizen chooses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// Name of the agency that receives the dossier. Absent until the citizen chooses the agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency_name: Option<String>,
    /// The answers so far, by question id. A draft may contain answers that break the rules of the form. They must be
    /// corrected before the dossier is submitted. Each entry of a repeating group has the member `_id`: an id that is
    /// unique within the list and never changes. It is no answer, and the dossier doesn't contain it.
    pub answers: Answers,
    /// Attached files, complete or still being uploaded.
    pub attachments: Vec<Attachment>,
    /// How the citizen wants to receive the result. Absent until the citizen chooses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// The person for whom the dossier is filed; `oneself` if absent.
    #[serde(default)]
    pub for_whom: ForWhom,
    /// The citizen's decisions about the optional components, by component code: true if the component is needed in
    /// their situation. A component is missing here until the citizen has decided. Absent if there are no decisions.
    #[serde(default, rename = "papers", skip_serializing_if = "BTreeMap::is_empty")]
    pub needed_components: BTreeMap<String, bool>,
    /// The citizen's choices for the second and later parts of a group, by part key. Absent if there are none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, PartChoice>,
    /// What the draft replies to. Absent for a draft of a new dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
    /// When the draft was created.
    pub created_at: Timestamp,
    /// When the draft was last changed.
    pub updated_at: Timestamp,
    /// The last day on which the draft exists. The server deletes the draft afterwards. Each change of the draft sets a
    /// new last day.
    pub expires_on: Day,
}

/// Body of a request that changes a draft. It contains only the members to change: if a member is absent, the draft
/// keeps its present value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftPatch {
    /// New location of the agency that receives the dossier: its province and commune.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<PlaceRef>,
    /// Changed answers, by question id. Each value replaces the whole answer; `null` removes the answer (RFC 7396). One
    /// answer has at most 16 KiB of JSON, and a draft has at most 5,000 answers. The client gives each new entry of a
    /// repeating group the member `_id`: 1 to 64 letters and digits, the first of which is a letter. The server gives
    /// an id to an entry without a valid one.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend(
            "maxProperties" = limits::FORM_FIELDS,
            "propertyNames" = {"maxLength": limits::QUESTION_ID_CHARS}
        ))
    )]
    pub answers: Answers,
    /// How the citizen now wants to receive the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// The person for whom the dossier is now filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_whom: Option<ForWhom>,
    /// Changed decisions about optional components, by component code: true if the component is needed in the citizen's
    /// situation. At most 500.
    #[serde(default, rename = "papers", skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend(
            "maxProperties" = limits::DRAFT_COMPONENTS,
            "propertyNames" = {"maxLength": limits::COMPONENT_CODE_CHARS}
        ))
    )]
    pub needed_components: BTreeMap<String, bool>,
    /// Changed choices for the parts of a group, by part key. At most 50.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend(
            "maxProperties" = limits::DRAFT_PARTS,
            "propertyNames" = {"maxLength": limits::PART_KEY_CHARS}
        ))
    )]
    pub parts: BTreeMap<String, PartPatch>,
}

/// Changed choices for one part of a group. An absent member leaves the choice unchanged. `null` removes the choice, so
/// that the choice for the first part applies (RFC 7396).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartPatch {
    /// New location of the agency for this part: its province and commune.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "deserialize_present"
    )]
    pub agency: Option<Option<PlaceRef>>,
    /// How the citizen now wants to receive the result of this part.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "deserialize_present"
    )]
    pub delivery: Option<Option<Delivery>>,
}

/// Deserializes a member that is present. `null` becomes `Some(None)`, while an absent member stays `None`.
fn deserialize_present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// How the citizen receives the result (R1.19, R4.12). The member `channel` identifies the variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
#[serde(tag = "channel", rename_all = "snake_case")]
pub enum Delivery {
    /// «Trực tuyến»: as a file, online.
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
    /// A way that this client doesn't know. It can show the name of the way, but never sends it.
    #[serde(skip)]
    Other(UnknownText),
}

/// The members of every way to receive the result.
#[derive(Deserialize)]
struct RawDelivery {
    channel: String,
    recipient: Option<String>,
    phone: Option<String>,
    place: Option<PlaceRef>,
    detail: Option<String>,
}

impl<'de> Deserialize<'de> for Delivery {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = RawDelivery::deserialize(deserializer)?;
        let missing = D::Error::missing_field;
        Ok(match raw.channel.as_str() {
            "online" => Delivery::Online,
            "counter" => Delivery::Counter,
            "post" => Delivery::Post {
                recipient: raw.recipient.ok_or_else(|| missing("recipient"))?,
                phone: raw.phone.ok_or_else(|| missing("phone"))?,
                place: raw.place.ok_or_else(|| missing("place"))?,
                detail: raw.detail.ok_or_else(|| missing("detail"))?,
            },
            channel => Delivery::Other(UnknownText::new(channel)),
        })
    }
}

/// Body of a request that submits a draft. It contains the version that the citizen reviewed, and every attachment with
/// its checksum.
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
    /// Every attachment of the draft, at most 200 of them.
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::SUBMISSION_ATTACHMENTS)))]
    pub attachments: Vec<SealedAttachment>,
}
