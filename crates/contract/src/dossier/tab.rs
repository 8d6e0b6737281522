//! The tabs of «Hồ sơ của tôi».

use serde::{Deserialize, Serialize};

/// A tab of the list «Hồ sơ của tôi». The project's requirements define the first eight tabs (R2.14–R2.16).
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
    /// «Nghĩa vụ tài chính»: the citizen must pay a tax or another sum outside this portal.
    Obligation,
    /// «Thanh toán phí»: the citizen must pay a fee online.
    Payment,
    /// «Đang tạm dừng»: processing is paused, or the citizen asked to withdraw the dossier.
    Paused,
    /// «Hoàn thành thụ lý»: processing is finished, and the result is ready.
    Processed,
    /// «Đã hoàn thành trả kết quả»: the result has been handed over.
    Returned,
    /// «Không được tiếp nhận / đã rút»: the dossier was refused or withdrawn. The project's requirements have no tab
    /// for such dossiers.
    Closed,
}

impl Tab {
    /// Every tab: the eight tabs that the project's requirements define, in the same order, then [`Tab::Closed`].
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

    /// The key of the tab, as it appears in JSON and in URLs.
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

    /// The tab with this key. `None` if no tab has this key.
    pub fn from_key(key: &str) -> Option<Tab> {
        Tab::ALL.into_iter().find(|tab| tab.key() == key)
    }
}
