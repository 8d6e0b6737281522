//! Submitted dossiers: status, tab and history (R2.13–R2.16, R3.7).

mod status;

use serde::{Deserialize, Serialize};

use crate::draft::{Delivery, ForWhom};
use crate::form::Answers;
use crate::named::Named;
use crate::receipt::ReceivedFile;
use crate::time::{Day, Timestamp};

pub use self::status::{DossierStatus, UnknownStatus};

/// A tab of the list «Hồ sơ của tôi». The first eight are those of the source document (R2.14–R2.16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Tab {
    /// «Hồ sơ mới»: drafts, and dossiers that no office has accepted yet.
    New,
    /// «Bổ sung hồ sơ»: the office has asked for more documents.
    Supplement,
    /// «Đang xử lý»: an office is processing the dossier.
    Processing,
    /// «Nghĩa vụ tài chính»: the citizen must pay a tax or other sum, not through this portal.
    Obligation,
    /// «Thanh toán phí»: a fee is to be paid online.
    Payment,
    /// «Đang tạm dừng»: processing is paused, or a withdrawal was requested.
    Paused,
    /// «Hoàn thành thụ lý»: processing is finished, the result is ready.
    Processed,
    /// «Đã hoàn thành trả kết quả»: the result has been handed over.
    Returned,
    /// «Không được tiếp nhận / đã rút»: not accepted, or withdrawn. The source document has no tab for these.
    Closed,
}

impl Tab {
    /// The eight tabs in the order of the source document, then [`Tab::Closed`].
    pub const ALL: [Tab; 9] = [
        Tab::New,
        Tab::Supplement,
        Tab::Processing,
        Tab::Obligation,
        Tab::Payment,
        Tab::Paused,
        Tab::Processed,
        Tab::Returned,
        Tab::Closed,
    ];

    /// The key of the tab, as in JSON and in URLs.
    pub const fn key(self) -> &'static str {
        match self {
            Tab::New => "new",
            Tab::Supplement => "supplement",
            Tab::Processing => "processing",
            Tab::Obligation => "obligation",
            Tab::Payment => "payment",
            Tab::Paused => "paused",
            Tab::Processed => "processed",
            Tab::Returned => "returned",
            Tab::Closed => "closed",
        }
    }

    /// The tab with this key.
    pub fn from_key(key: &str) -> Option<Tab> {
        Tab::ALL.into_iter().find(|tab| tab.key() == key)
    }
}

/// One page of the list «Hồ sơ của tôi».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "DossierPage")
)]
pub struct DossierListPage {
    /// Number of items of every tab. Each tab occurs once, in the order of the source document.
    pub counts: Vec<TabCount>,
    /// Drafts and dossiers of the requested tab, the newest first; at most 20.
    pub items: Vec<DossierItem>,
    /// Number of this page, from 1.
    pub page: u32,
    /// Number of pages of this tab, at least 1.
    pub pages: u32,
}

/// Number of items of one tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct TabCount {
    /// The tab.
    pub tab: Tab,
    /// Number of drafts and dossiers under it.
    pub count: u32,
}

/// A row of the list: a draft or a dossier. The member `kind` tells which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DossierItem {
    /// A draft, not submitted yet.
    Draft {
        /// Opaque id of the draft.
        id: String,
        /// Name of the procedure.
        procedure_name: String,
        /// Name of the agency. Absent until one is chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agency_name: Option<String>,
        /// When the draft was last changed.
        updated_at: Timestamp,
        /// The last day of the draft; the server deletes it afterwards.
        expires_on: Day,
    },
    /// A submitted dossier.
    Dossier {
        /// Dossier code: `H50.19.360-261122-0001`.
        code: String,
        /// Name of the procedure.
        procedure_name: String,
        /// Name of the agency that receives the dossier.
        agency_name: String,
        /// Status of the dossier.
        status: DossierStatus,
        /// When the status last changed.
        updated_at: Timestamp,
        /// Day on which the result is due. Absent if the procedure has no time limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due_on: Option<Day>,
    },
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
    /// The tab that the dossier is listed under. Decided by the server.
    pub tab: Tab,
    /// When the citizen submitted the dossier.
    pub sent_at: Timestamp,
    /// Day on which the result is due. Absent if the procedure has no time limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// Name of the office that holds the dossier now (R3.7).
    pub office: String,
    /// Name of the officer who handles the dossier now (R3.7). Absent if the office doesn't publish it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    /// Latest message of the office to the citizen: which documents to supplement, why the dossier was refused. Absent
    /// if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Every step of the dossier, the newest first (R3.7).
    pub history: Vec<HistoryEntry>,
    /// The answers that the citizen submitted, by field id.
    pub answers: Answers,
    /// Key of the form that the answers belong to.
    pub form: String,
    /// The files that the server holds.
    pub files: Vec<ReceivedFile>,
    /// How the citizen will receive the result.
    pub delivery: Delivery,
    /// The person whom the dossier is for; `oneself` if absent.
    #[serde(default)]
    pub for_whom: ForWhom,
    /// The parts of a group: each is a dossier of its own, with its own agency and status (R4.16). Absent for a single
    /// procedure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<DossierPart>,
    /// Code of the group's dossier that this dossier is a part of. Absent for any other dossier.
    #[serde(default, rename = "whole", skip_serializing_if = "Option::is_none")]
    pub group_code: Option<String>,
    /// Name of the result of this part: «Thẻ bảo hiểm y tế». Absent for a dossier that isn't a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// Names of the procedures whose results this part is still waiting for. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<String>,
}

/// One part of a group's dossier, with its own agency and status (R4.16).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DossierPart {
    /// Key of the part, unique within its group: `residence`.
    pub key: String,
    /// Dossier code of the part.
    pub code: String,
    /// The procedure that decides the part: key and name.
    pub procedure: Named,
    /// Name of the agency that decides the part.
    pub agency_name: String,
    /// Name of the result: «Thẻ bảo hiểm y tế».
    pub result: String,
    /// Status of the part.
    pub status: DossierStatus,
    /// Name of the office that holds the part now.
    pub office: String,
    /// Day on which the result of the part is due. Absent if the procedure has no time limit, or the part is still
    /// waiting for another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// Latest message of the office about this part. Absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Names of the procedures whose results this part is still waiting for. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<String>,
}

/// One step in the history of a dossier (R3.7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct HistoryEntry {
    /// When the step was taken.
    pub at: Timestamp,
    /// Status of the dossier after the step.
    pub status: DossierStatus,
    /// What was done, in the words of the source documents: «Tiếp nhận».
    pub action: String,
    /// Name of the office that took the step.
    pub office: String,
    /// Name of the officer who took the step. Absent if the office doesn't publish it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    /// Message of the office about the step. Absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Day by which the step had to be finished. Absent if it has no deadline of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Day>,
    /// True if the step was finished by its deadline. Absent while it isn't finished, or if it has no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_time: Option<bool>,
}
