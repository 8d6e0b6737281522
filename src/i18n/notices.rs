//! Texts of «Thông báo»: the page, the link in the header, and what is announced about a dossier.

use contract::notice::NoticeKind;

/// Texts about notices.
pub struct NoticeWords {
    /// Title «Thông báo» of the page, and link in the header.
    pub title: &'static str,
    /// Introduction: what the page shows.
    pub intro: &'static str,
    /// Heading of the list, for screen readers.
    pub list: &'static str,
    /// Shown in place of the list while there are no notices.
    pub empty: &'static str,
    /// Mark of a notice that is new to the citizen.
    pub new: &'static str,
    /// Text before the number of unread notices, for screen readers.
    pub unread: &'static str,
    /// Link to the page that chooses the channels.
    pub settings: &'static str,
    /// Text before the name of a dossier's new status, for screen readers.
    pub new_status: &'static str,
    /// Text before the name of the new status of a dossier in a list, for screen readers. The code replaces `#`.
    pub new_status_of: &'static str,
    /// For screen readers: a dossier is in another tab now. The code replaces `#`.
    pub moved: &'static str,
    /// For screen readers: several notices have arrived. Their number replaces `#`.
    pub arrived: &'static str,
    /// The dossier on the page has changed while the citizen is typing.
    pub newer: &'static str,
    /// Button that shows the changed dossier.
    pub show_newer: &'static str,
    /// What each kind of notice tells, in a few words.
    pub kinds: NoticeKindWords,
}

/// What each kind of notice tells, in a few words.
pub struct NoticeKindWords {
    /// The dossier was sent.
    pub submitted: &'static str,
    /// The office has accepted the dossier.
    pub accepted: &'static str,
    /// The office doesn't accept the dossier.
    pub rejected: &'static str,
    /// The office processes the dossier.
    pub processing: &'static str,
    /// The office asks for a supplement.
    pub supplement_requested: &'static str,
    /// The supplement has reached the office.
    pub supplement_received: &'static str,
    /// The citizen must pay or meet another financial obligation.
    pub fee_requested: &'static str,
    /// The fee is paid.
    pub paid: &'static str,
    /// Money will be paid back.
    pub refund_due: &'static str,
    /// Money was paid back.
    pub refunded: &'static str,
    /// The office doesn't ask for a fee any more.
    pub fee_cancelled: &'static str,
    /// The office has paused the dossier.
    pub paused: &'static str,
    /// The office apologises and names another due date.
    pub delayed: &'static str,
    /// The result exists.
    pub result_ready: &'static str,
    /// The result was handed over.
    pub returned: &'static str,
    /// The request to withdraw the dossier has reached the office.
    pub withdrawal_requested: &'static str,
    /// The dossier is withdrawn.
    pub withdrawn: &'static str,
    /// The office has written a message.
    pub message: &'static str,
    /// A draft is deleted soon.
    pub draft_expires: &'static str,
    /// A request for a supplement ends soon.
    pub supplement_expires: &'static str,
    /// The last day of a fee is near.
    pub fee_expires: &'static str,
    /// A consent no longer counts.
    pub consent_lapsed: &'static str,
}

impl NoticeWords {
    /// What a notice tells, in a few words. A kind that the app doesn't know is shown as the backend sent it.
    pub fn kind(&self, kind: NoticeKind) -> &'static str {
        let words = &self.kinds;
        match kind {
            NoticeKind::Submitted => words.submitted,
            NoticeKind::Accepted => words.accepted,
            NoticeKind::Rejected => words.rejected,
            NoticeKind::Processing => words.processing,
            NoticeKind::SupplementRequested => words.supplement_requested,
            NoticeKind::SupplementReceived => words.supplement_received,
            NoticeKind::FeeRequested => words.fee_requested,
            NoticeKind::Paid => words.paid,
            NoticeKind::RefundDue => words.refund_due,
            NoticeKind::Refunded => words.refunded,
            NoticeKind::FeeCancelled => words.fee_cancelled,
            NoticeKind::Paused => words.paused,
            NoticeKind::Delayed => words.delayed,
            NoticeKind::ResultReady => words.result_ready,
            NoticeKind::Returned => words.returned,
            NoticeKind::WithdrawalRequested => words.withdrawal_requested,
            NoticeKind::Withdrawn => words.withdrawn,
            NoticeKind::Message => words.message,
            NoticeKind::DraftExpires => words.draft_expires,
            NoticeKind::SupplementExpires => words.supplement_expires,
            NoticeKind::FeeExpires => words.fee_expires,
            NoticeKind::ConsentLapsed => words.consent_lapsed,
            NoticeKind::Other(text) => text.as_str(),
        }
    }
}
