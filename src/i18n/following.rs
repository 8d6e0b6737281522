//! Texts of «Hồ sơ của tôi» and of a dossier's page.

use contract::dossier::{DossierStatus, Tab};

/// Texts of «Hồ sơ của tôi» and of a dossier's page.
pub struct FollowingWords {
    /// Title of the list: «Hồ sơ của tôi» (R2.13).
    pub title: &'static str,
    /// Name of the row of tabs, for screen readers.
    pub tabs_label: &'static str,
    /// The tabs of the list (R2.14–R2.16).
    pub tabs: TabsWords,
    /// The ten national statuses of a dossier.
    pub statuses: StatusesWords,
    /// Link to the procedures, shown in the empty tab of new dossiers.
    pub find: &'static str,
    /// Button that loads the list or the dossier again.
    pub refresh: &'static str,
    /// Status after loading again.
    pub refreshed: &'static str,

    /// Badge of a draft, which is not sent yet.
    pub draft: &'static str,
    /// Notice: the draft has no agency yet.
    pub no_agency: &'static str,
    /// Label before the time of the last change.
    pub changed_at: &'static str,
    /// Label before the last day of a draft. The backend deletes the draft after it.
    pub expires_on: &'static str,
    /// Label before the day on which the result is due.
    pub due_on: &'static str,
    /// Link that opens a draft.
    pub go_on: &'static str,
    /// Button that deletes a draft.
    pub remove: &'static str,
    /// Title of the dialog before a draft is deleted.
    pub remove_question: &'static str,
    /// Warning in that dialog: what is lost.
    pub remove_help: &'static str,
    /// Button that closes the dialog without deleting.
    pub keep: &'static str,
    /// Text before the number of a page of the list.
    pub page: &'static str,
    /// Text between the page number and the number of pages.
    pub page_of: &'static str,
    /// Link to the previous page of the list.
    pub previous: &'static str,
    /// Link to the next page of the list.
    pub next: &'static str,

    /// Title of a dossier's page.
    pub dossier: &'static str,
    /// Label «Mã hồ sơ».
    pub code: &'static str,
    /// Link back to the list.
    pub back: &'static str,
    /// Heading of the dossier's current status (R3.7).
    pub now: &'static str,
    /// Label of the office that handles the dossier.
    pub office: &'static str,
    /// Label of the official who handles the dossier.
    pub handler: &'static str,
    /// Value of that official while the office names nobody.
    pub handler_unknown: &'static str,
    /// Label of the tab that lists the dossier.
    pub listed_under: &'static str,
    /// Label of the time when the dossier was sent.
    pub sent_at: &'static str,
    /// Value of the due day while the office has set none.
    pub due_unknown: &'static str,
    /// Title of a note that the office wrote.
    pub note: &'static str,
    /// Heading of the history.
    pub history: &'static str,
    /// Label before the deadline of a step in the history.
    pub deadline: &'static str,
    /// Badge of a step that was finished before its deadline.
    pub on_time: &'static str,
    /// Badge of a step that was finished after its deadline.
    pub late: &'static str,
    /// Heading of the files.
    pub files: &'static str,
    /// Notice: the dossier has no files.
    pub no_files: &'static str,
    /// Heading of how the citizen receives the result.
    pub delivery: &'static str,
    /// Heading of the answers that were sent.
    pub declared: &'static str,
    /// Value of a question without an answer.
    pub unanswered: &'static str,
    /// Link to the receipt.
    pub receipt: &'static str,
    /// Button that prints the page.
    pub print: &'static str,
}

/// Texts of all tabs of «Hồ sơ của tôi». [`FollowingWords::tab`] selects one.
#[expect(missing_docs, reason = "each field is named as its `Tab`")]
pub struct TabsWords {
    pub new: TabWords,
    pub supplement: TabWords,
    pub processing: TabWords,
    pub obligation: TabWords,
    pub payment: TabWords,
    pub paused: TabWords,
    pub processed: TabWords,
    pub returned: TabWords,
    pub closed: TabWords,
}

/// Texts of a tab of «Hồ sơ của tôi».
pub struct TabWords {
    /// The label of the tab.
    pub name: &'static str,
    /// Message shown when the tab contains no dossiers.
    pub empty: &'static str,
}

/// Texts of all statuses of a dossier. [`FollowingWords::status`] selects one.
#[expect(missing_docs, reason = "each field is named as its `DossierStatus`")]
pub struct StatusesWords {
    pub registered: StatusWords,
    pub accepted: StatusWords,
    pub rejected: StatusWords,
    pub processing: StatusWords,
    pub supplement_requested: StatusWords,
    pub obligation_requested: StatusWords,
    pub withdrawal_requested: StatusWords,
    pub paused: StatusWords,
    pub processed: StatusWords,
    pub returned: StatusWords,
}

/// Texts of a dossier's status.
pub struct StatusWords {
    /// The national name of the status.
    pub name: &'static str,
    /// What the status means for the citizen, and what they have to do.
    pub meaning: &'static str,
}

impl FollowingWords {
    /// Returns the texts of a tab.
    pub const fn tab(&self, tab: Tab) -> &TabWords {
        let tabs = &self.tabs;
        match tab {
            Tab::New => &tabs.new,
            Tab::Supplement => &tabs.supplement,
            Tab::Processing => &tabs.processing,
            Tab::Obligation => &tabs.obligation,
            Tab::Payment => &tabs.payment,
            Tab::Paused => &tabs.paused,
            Tab::Processed => &tabs.processed,
            Tab::Returned => &tabs.returned,
            Tab::Closed => &tabs.closed,
        }
    }

    /// Returns the texts of a status.
    pub const fn status(&self, status: DossierStatus) -> &StatusWords {
        let statuses = &self.statuses;
        match status {
            DossierStatus::Registered => &statuses.registered,
            DossierStatus::Accepted => &statuses.accepted,
            DossierStatus::Rejected => &statuses.rejected,
            DossierStatus::Processing => &statuses.processing,
            DossierStatus::SupplementRequested => &statuses.supplement_requested,
            DossierStatus::ObligationRequested => &statuses.obligation_requested,
            DossierStatus::WithdrawalRequested => &statuses.withdrawal_requested,
            DossierStatus::Paused => &statuses.paused,
            DossierStatus::Processed => &statuses.processed,
            DossierStatus::Returned => &statuses.returned,
        }
    }
}
