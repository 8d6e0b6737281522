//! Notices: what has happened to a citizen's dossiers and drafts, and on which channels the citizen hears of it (R1.8).
//!
//! A notice contains no name, no citizen id and no text of an officer. It says which dossier it is about, what
//! happened, and where to look.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;
use crate::open_enum::open_enum;
use crate::time::Timestamp;

open_enum! {
    /// What a notice tells.
    pub enum NoticeKind {
        /// The dossier was sent.
        Submitted = "submitted",
        /// The office has accepted the dossier.
        Accepted = "accepted",
        /// The office doesn't accept the dossier.
        Rejected = "rejected",
        /// The office processes the dossier.
        Processing = "processing",
        /// The office asks for a supplement.
        SupplementRequested = "supplement_requested",
        /// The supplement has reached the office.
        SupplementReceived = "supplement_received",
        /// The citizen must pay a fee or meet another financial obligation.
        FeeRequested = "fee_requested",
        /// The fee is paid.
        Paid = "paid",
        /// Money arrived that the office doesn't need: it will be paid back.
        RefundDue = "refund_due",
        /// The office has paid money back.
        Refunded = "refunded",
        /// The office doesn't ask for a fee any more.
        FeeCancelled = "fee_cancelled",
        /// The office has paused the dossier.
        Paused = "paused",
        /// The office apologises for a delay and names another due date.
        Delayed = "delayed",
        /// The result exists.
        ResultReady = "result_ready",
        /// The result was handed over.
        Returned = "returned",
        /// The citizen's request to withdraw the dossier has reached the office.
        WithdrawalRequested = "withdrawal_requested",
        /// The dossier is withdrawn.
        Withdrawn = "withdrawn",
        /// The office has written a message.
        Message = "message",
        /// A draft is deleted soon, because it wasn't changed for a long time.
        DraftExpires = "draft_expires",
        /// A request for a supplement, or for the check of a draft certificate, ends soon.
        SupplementExpires = "supplement_expires",
        /// The last day of a fee is near. Afterwards it can't be paid.
        FeeExpires = "fee_expires",
        /// The wording of a required consent has changed, so the consent that was given no longer counts.
        ConsentLapsed = "consent_lapsed",
    }
}

/// A notice to a citizen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CitizenNotice {
    /// Opaque id of the notice.
    pub id: String,
    /// What the notice tells.
    pub kind: NoticeKind,
    /// When it happened.
    pub at: Timestamp,
    /// The whole notice as a text, in the portal's first language. It is also the text of the messages.
    pub text: String,
    /// Code of the dossier that the notice is about. Absent if it is about no dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dossier: Option<String>,
    /// Id of the draft that the notice is about. Absent if it is about no draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<String>,
    /// True if the citizen has read the notice (`postNoticesRead`).
    pub read: bool,
}

/// One page of the citizen's notices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct NoticePage {
    /// Number of unread notices on all pages.
    pub unread: u32,
    /// At most 20 notices, the newest first.
    pub items: Vec<CitizenNotice>,
    /// Number of this page, from 1.
    pub page: u32,
    /// Number of pages, at least 1.
    pub pages: u32,
}

/// Body of a request that marks notices as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoticesRead {
    /// Id of the newest notice that the citizen has seen, at most 64 characters. This notice and all older ones are
    /// marked as read. Notices that arrived later stay unread.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::NOTICE_ID_CHARS)))]
    pub up_to: String,
}

/// The number of unread notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct UnreadNotices {
    /// Number of unread notices.
    pub unread: u32,
}

open_enum! {
    /// A channel on which a citizen can hear of notices outside the app.
    pub enum NoticeChannel {
        /// Text messages to the phone of the account.
        Sms = "sms",
        /// E-mails to the verified e-mail address of the account.
        Email = "email",
        /// Zalo messages to the phone of the account.
        Zalo = "zalo",
    }
}

/// A channel, and whether the citizen has chosen it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ChannelSetting {
    /// The channel.
    pub channel: NoticeChannel,
    /// True if the citizen has chosen the channel. Nothing is sent while `sent_to` is absent or `needs_consent` is
    /// true.
    pub on: bool,
    /// The phone number or e-mail address, masked: `09•• ••• 678`, `l••@example.vn`. Absent if the account has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_to: Option<String>,
    /// True if the channel needs the consent to messages about progress (`progress_messages`), which the citizen hasn't
    /// given.
    #[serde(default)]
    pub needs_consent: bool,
}

/// The channels that this backend can use, with the citizen's choices. Notices in the app can't be switched off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct NoticeSettings {
    /// The channels, in the order in which a client shows them. A channel that the backend can't use is absent.
    pub channels: Vec<ChannelSetting>,
}

/// Body of a request that chooses channels. An absent member leaves the choice as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoticeSettingsChange {
    /// Whether text messages are sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sms: Option<bool>,
    /// Whether e-mails are sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<bool>,
    /// Whether Zalo messages are sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zalo: Option<bool>,
}

/// The data of one server-sent event of `getEvents`: something has changed, and the client reads it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ChangeEvent {
    /// Code of the dossier that has changed. Absent if only the notices have changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dossier: Option<String>,
}
