//! A dossier, its parts and its history; and the list of an account's drafts and dossiers.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::messages::MessageCount;
use super::progress::{DueExplanation, StepActor, StuckStep, WaitingFor};
use super::requests::{CitizenAction, Rating};
use super::results::{Handover, ResultDocument};
use super::status::DossierStatus;
use super::supplement::{SentSupplement, SupplementRequest};
use super::tab::Tab;
use crate::draft::{Delivery, ForWhom};
use crate::form::Answers;
use crate::named::Named;
use crate::open_enum::UnknownText;
use crate::payment::DossierFee;
use crate::receipt::ReceivedFile;
use crate::time::{Day, Timestamp};

/// One page of the list «Hồ sơ của tôi».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "DossierPage")
)]
pub struct DossierListPage {
    /// Number of items in each tab. Every tab has one entry. The entries are in the order in which the tabs appear in
    /// «Hồ sơ của tôi».
    pub counts: Vec<TabCount>,
    /// At most 20 drafts and dossiers of the requested tab, the newest first.
    pub items: Vec<DossierItem>,
    /// Number of this page, from 1.
    pub page: u32,
    /// Number of pages of this tab, at least 1.
    pub pages: u32,
    /// The names of the agencies of the citizen's dossiers, sorted, at most 100. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<String>,
    /// The dossiers of any tab that wait for the citizen, the newest first, at most three. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs_citizen: Vec<DossierItem>,
    /// Number of dossiers of all tabs that wait for the citizen. Absent means 0.
    #[serde(default)]
    pub needs_citizen_count: u32,
}

/// Number of items in one tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct TabCount {
    /// The tab that contains the items.
    pub tab: Tab,
    /// Number of drafts and dossiers in the tab.
    pub count: u32,
}

/// An item of the list «Hồ sơ của tôi»: a draft or a dossier. The member `kind` identifies the variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DossierItem {
    /// A draft that is not submitted yet.
    Draft {
        /// Opaque id of the draft.
        id: String,
        /// Code of the procedure.
        #[serde(default)]
        procedure: String,
        /// Name of the procedure.
        procedure_name: String,
        /// Name of the agency that receives the dossier. Absent until the citizen chooses the agency.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agency_name: Option<String>,
        /// The person for whom the dossier is filed; `oneself` if absent.
        #[serde(default)]
        for_whom: ForWhom,
        /// Name of that person, as far as the answers tell it. Absent if the citizen files for themselves.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<String>,
        /// Number of the required answers that are given.
        #[serde(default)]
        answered: u32,
        /// Number of the answers that are required with the current answers. 0 if it is unknown.
        #[serde(default)]
        required: u32,
        /// When the draft was last changed.
        updated_at: Timestamp,
        /// The last day on which the draft exists. The server deletes the draft afterwards.
        expires_on: Day,
    },
    /// A submitted dossier.
    Dossier {
        /// Dossier code: `H50.19.360-261122-0001`.
        code: String,
        /// Code of the procedure.
        #[serde(default)]
        procedure: String,
        /// Name of the procedure.
        procedure_name: String,
        /// Name of the agency that receives the dossier.
        agency_name: String,
        /// Status of the dossier.
        status: DossierStatus,
        /// The person for whom the dossier is filed; `oneself` if absent.
        #[serde(default)]
        for_whom: ForWhom,
        /// Name of that person, as far as the answers tell it. Absent if the citizen files for themselves.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<String>,
        /// Whom the dossier waits for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        waiting_for: Option<WaitingFor>,
        /// The steps that are overdue now. Absent if there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        stuck: Vec<StuckStep>,
        /// When the citizen submitted the dossier.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sent_at: Option<Timestamp>,
        /// When the status last changed.
        updated_at: Timestamp,
        /// Day on which the result is due. Absent if the procedure has no time limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due_on: Option<Day>,
        /// True if the public holidays of the year of `due_on` aren't known yet, so that the result may be due a few days
        /// later. Absent means false.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        due_on_provisional: bool,
    },
    /// An item of a kind that this client doesn't know. It shows what it can: the names.
    #[serde(skip)]
    Other {
        /// The kind, as the backend sent it.
        kind: UnknownText,
        /// Name of the procedure. Empty if the item has none.
        procedure_name: String,
    },
}

/// The members of every item of the list.
#[derive(Deserialize)]
struct RawItem {
    kind: String,
    id: Option<String>,
    code: Option<String>,
    #[serde(default)]
    procedure: String,
    #[serde(default)]
    procedure_name: String,
    agency_name: Option<String>,
    #[serde(default)]
    for_whom: ForWhom,
    person: Option<String>,
    #[serde(default)]
    answered: u32,
    #[serde(default)]
    required: u32,
    status: Option<DossierStatus>,
    waiting_for: Option<WaitingFor>,
    #[serde(default)]
    stuck: Vec<StuckStep>,
    sent_at: Option<Timestamp>,
    updated_at: Option<Timestamp>,
    expires_on: Option<Day>,
    due_on: Option<Day>,
    #[serde(default)]
    due_on_provisional: bool,
}

impl<'de> Deserialize<'de> for DossierItem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = RawItem::deserialize(deserializer)?;
        let missing = D::Error::missing_field;
        let procedure_name = raw.procedure_name;
        Ok(match raw.kind.as_str() {
            "draft" => DossierItem::Draft {
                id: raw.id.ok_or_else(|| missing("id"))?,
                procedure: raw.procedure,
                procedure_name,
                agency_name: raw.agency_name,
                for_whom: raw.for_whom,
                person: raw.person,
                answered: raw.answered,
                required: raw.required,
                updated_at: raw.updated_at.ok_or_else(|| missing("updated_at"))?,
                expires_on: raw.expires_on.ok_or_else(|| missing("expires_on"))?,
            },
            "dossier" => DossierItem::Dossier {
                code: raw.code.ok_or_else(|| missing("code"))?,
                procedure: raw.procedure,
                procedure_name,
                agency_name: raw.agency_name.ok_or_else(|| missing("agency_name"))?,
                status: raw.status.ok_or_else(|| missing("status"))?,
                for_whom: raw.for_whom,
                person: raw.person,
                waiting_for: raw.waiting_for,
                stuck: raw.stuck,
                sent_at: raw.sent_at,
                updated_at: raw.updated_at.ok_or_else(|| missing("updated_at"))?,
                due_on: raw.due_on,
                due_on_provisional: raw.due_on_provisional,
            },
            kind => DossierItem::Other {
                kind: UnknownText::new(kind),
                procedure_name,
            },
        })
    }
}

/// A submitted dossier with its whole history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Dossier {
    /// Dossier code (TT 01/2018/TT-VPCP, Điều 19): `H50.19.360-261122-0001`.
    pub code: String,
    /// The procedure: key and name.
    pub procedure: Named,
    /// Name of the agency that received the dossier.
    pub agency_name: String,
    /// Status of the dossier.
    pub status: DossierStatus,
    /// The tab in which the dossier is listed. The server decides it.
    pub tab: Tab,
    /// When the citizen submitted the dossier.
    pub sent_at: Timestamp,
    /// Day on which the result is due. Absent if the procedure has no time limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// True if the public holidays of the year of `due_on` aren't known yet, so that the result may be due a few days
    /// later. Absent means false.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub due_on_provisional: bool,
    /// Name of the office that holds the dossier now (R3.7).
    pub office: String,
    /// Name of the officer who handles the dossier now (R3.7). Absent if the office doesn't publish the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    /// Latest message of the office to the citizen, for example which documents to supplement or why the dossier was
    /// refused. Absent if there is no message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whom the dossier waits for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_for: Option<WaitingFor>,
    /// The steps that are overdue now; for a group, those of its parts. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stuck: Vec<StuckStep>,
    /// How `due_on` was computed. Absent if the backend can't tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DueExplanation>,
    /// Every step of the dossier, the newest first (R3.7).
    pub history: Vec<HistoryEntry>,
    /// The answers that the citizen submitted, by question id.
    pub answers: Answers,
    /// Key of the form that the citizen answered.
    pub form: String,
    /// The submitted files, all of which the server holds.
    pub files: Vec<ReceivedFile>,
    /// How the citizen will receive the result.
    pub delivery: Delivery,
    /// The person whom the dossier is for; `oneself` if absent.
    #[serde(default)]
    pub for_whom: ForWhom,
    /// The parts of a group dossier. Each part is a dossier with its own agency and status (R4.16). Absent for a single
    /// procedure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<DossierPart>,
    /// Code of the group dossier to which this dossier belongs as a part. Absent if this dossier isn't a part.
    #[serde(default, rename = "whole", skip_serializing_if = "Option::is_none")]
    pub group_code: Option<String>,
    /// Name of the result of this part: «Thẻ bảo hiểm y tế». Absent if this dossier isn't a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// Names of the other procedures whose results this part needs and doesn't have yet. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<String>,
    /// The fees that the office has asked for, the newest first. In a group dossier, the fees of all its parts. Absent
    /// if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<DossierFee>,
    /// The documents that the office issued, the oldest first. For a group: those of all its parts. Absent if there are
    /// none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<ResultDocument>,
    /// How the office handed the result over. Absent while it hasn't, and if it hasn't recorded it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handover: Option<Handover>,
    /// What the citizen may do with the dossier now. The server decides it. Absent if there is nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<CitizenAction>,
    /// How many messages the citizen and the office have exchanged about this dossier. Absent if there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messages: Option<MessageCount>,
    /// How the citizen rated the handling of the dossier. Absent if they haven't.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// What the office asks the citizen for and hasn't received yet. Absent if it asks for nothing. For a group dossier
    /// see its parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplement: Option<SupplementRequest>,
    /// The earlier requests that the citizen has answered, the newest first, with what each reply changed. Absent if
    /// there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent_supplements: Vec<SentSupplement>,
}

/// One part of a group dossier, with its own agency and status (R4.16).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DossierPart {
    /// Key of the part, unique within its group: `residence`.
    pub key: String,
    /// Dossier code of the part.
    pub code: String,
    /// The procedure of the part: key and name.
    pub procedure: Named,
    /// Name of the agency that handles the part.
    pub agency_name: String,
    /// Name of the part's result: «Thẻ bảo hiểm y tế».
    pub result: String,
    /// Status of the part.
    pub status: DossierStatus,
    /// Name of the office that holds the part now.
    pub office: String,
    /// Day on which the result of the part is due. Absent if the procedure has no time limit, or while the part waits
    /// for the result of another part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// True if the public holidays of the year of `due_on` aren't known yet, so that the result may be due a few days
    /// later. Absent means false.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub due_on_provisional: bool,
    /// Whom the part waits for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_for: Option<WaitingFor>,
    /// Latest message of the office about this part. Absent if there is no message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Names of the other procedures whose results this part needs and doesn't have yet. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<String>,
    /// What the office asks the citizen for about this part and hasn't received yet. Absent if it asks for nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplement: Option<SupplementRequest>,
}

/// One step in the history of a dossier (R3.7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct HistoryEntry {
    /// When the step was taken.
    pub at: Timestamp,
    /// Status of the dossier after the step.
    pub status: DossierStatus,
    /// Name of the step, as in the project's requirements: «Tiếp nhận».
    pub action: String,
    /// Name of the office that took the step.
    pub office: String,
    /// Name of the officer who took the step. Absent if the office doesn't publish the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    /// Message of the office about the step. Absent if there is no message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Day by which the step had to be finished. Absent if the step has no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Day>,
    /// Who took the step. Absent if the backend doesn't tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<StepActor>,
    /// True if the step was finished by its deadline. False if it was finished later, or isn't finished although its
    /// deadline has passed. Absent if the step has no deadline or still has time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_time: Option<bool>,
}
