//! A dossier that the server has accepted: its status, its tab and its whole history (R2.13–R2.16, R3.7).

mod status;

use serde::{Deserialize, Serialize};

use crate::draft::{Delivery, ForWhom};
use crate::form::Answers;
use crate::procedure::Named;
use crate::receipt::ReceivedFile;
use crate::time::{Day, Timestamp};

pub use self::status::{DossierStatus, UnknownStatus};

/// The tabs of «Hồ sơ của tôi» (R2.14–R2.16), and the place for what has none there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Tab {
    /// «Hồ sơ mới».
    New,
    /// «Bổ sung hồ sơ».
    Supplement,
    /// «Đang xử lý».
    Processing,
    /// «Nghĩa vụ tài chính».
    Obligation,
    /// «Thanh toán phí».
    Payment,
    /// «Đang tạm dừng».
    Paused,
    /// «Hoàn thành thụ lý».
    Processed,
    /// «Đã hoàn thành trả kết quả».
    Returned,
    /// «Không được tiếp nhận / đã rút»: no tab in the source documents.
    Closed,
}

impl Tab {
    /// The eight tabs in the order of the source documents, then [`Tab::Closed`].
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

    /// The key, as in JSON and in addresses.
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

    /// The tab of a key.
    pub fn from_key(key: &str) -> Option<Tab> {
        Tab::ALL.into_iter().find(|tab| tab.key() == key)
    }
}

/// One page of «Hồ sơ của tôi» with the counts of every tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DossierPage {
    /// How many each tab holds, in the order of [`Tab::ALL`].
    pub counts: Vec<TabCount>,
    /// The dossiers of the tab asked for, the newest first.
    pub items: Vec<DossierItem>,
    /// This page, from 1.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
}

/// How many dossiers a tab holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct TabCount {
    /// The tab.
    pub tab: Tab,
    /// How many.
    pub count: u32,
}

/// A row of the list: a draft or a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DossierItem {
    /// Not yet sent.
    Draft {
        /// Draft id.
        id: String,
        /// Name of the procedure.
        procedure_name: String,
        /// The agency, once chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agency_name: Option<String>,
        /// When it last changed.
        updated_at: Timestamp,
        /// The day after which it is thrown away.
        expires_on: Day,
    },
    /// Sent.
    Dossier {
        /// Dossier code.
        code: String,
        /// Name of the procedure.
        procedure_name: String,
        /// The agency.
        agency_name: String,
        /// Status.
        status: DossierStatus,
        /// When it last changed.
        updated_at: Timestamp,
        /// When the result is due.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due_on: Option<Day>,
    },
}

/// A dossier with its whole history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Dossier {
    /// Dossier code: `H50.19.360-261122-0001`.
    pub code: String,
    /// The procedure.
    pub procedure: Named,
    /// The agency.
    pub agency_name: String,
    /// Status.
    pub status: DossierStatus,
    /// The tab it stands under.
    pub tab: Tab,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// When the result is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// Which office holds it now (R3.7).
    pub office: String,
    /// Who handles it now, where the office says so (R3.7).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    /// What the office wrote last: what to supplement, why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Every entry, the newest first.
    pub history: Vec<HistoryEntry>,
    /// What the citizen declared.
    pub answers: Answers,
    /// Key of the form they answer.
    pub form: String,
    /// Files the server holds.
    pub files: Vec<ReceivedFile>,
    /// How the result will be received.
    pub delivery: Delivery,
    /// Whom the filing is for.
    #[serde(default)]
    pub for_whom: ForWhom,
    /// The parts of a group, each a dossier of its own with its own agency and state (R4.16).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<DossierPart>,
    /// Code of the group's dossier, of which this is a part.
    #[serde(default, rename = "whole", skip_serializing_if = "Option::is_none")]
    pub group_code: Option<String>,
    /// What this part gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// Names of the procedures whose results this part still waits for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<String>,
}

/// One part of a group's dossier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DossierPart {
    /// Its key within the group.
    pub key: String,
    /// Its own dossier code.
    pub code: String,
    /// The procedure that settles it.
    pub procedure: Named,
    /// Its agency.
    pub agency_name: String,
    /// What it gives.
    pub result: String,
    /// Its status.
    pub status: DossierStatus,
    /// Which office holds it now.
    pub office: String,
    /// When its result is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// What its office wrote last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Names of the procedures whose results it still waits for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<String>,
}

/// One entry of a dossier's history (R3.7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct HistoryEntry {
    /// When.
    pub at: Timestamp,
    /// The status it led to.
    pub status: DossierStatus,
    /// What was done, in the seed's words: «Tiếp nhận».
    pub action: String,
    /// Which office.
    pub office: String,
    /// Who, where the office says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    /// What was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The entry's own deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Day>,
    /// Whether it was done in time, once it is done and had a deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_time: Option<bool>,
}
