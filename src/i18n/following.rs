//! Texts of the list «Hồ sơ của tôi» and of the page of a dossier.

use contract::dossier::{DossierStatus, Tab};

/// Texts of the list «Hồ sơ của tôi» and of the page of a dossier.
pub struct FollowingWords {
    /// Title «Hồ sơ của tôi» of the list (R2.13).
    pub title: &'static str,
    /// Name of the row of tabs of «Hồ sơ của tôi», for screen readers.
    pub tabs_label: &'static str,
    /// Texts of each tab of «Hồ sơ của tôi» (R2.14–R2.16).
    pub tabs: TabsWords,
    /// Texts of each of the ten national statuses of a dossier.
    pub statuses: StatusesWords,
    /// Link to the search for procedures, shown when the tab of new dossiers is empty.
    pub find: &'static str,
    /// Button that loads the list or the dossier again.
    pub refresh: &'static str,
    /// Announcement for screen readers: the list or the dossier was loaded again, because the citizen pressed
    /// [`refresh`](Self::refresh).
    pub refreshed: &'static str,

    /// Badge of a draft, which distinguishes it from dossiers that were sent.
    pub draft: &'static str,
    /// Notice: the draft has no agency yet.
    pub no_agency: &'static str,
    /// Label before the time at which the draft or dossier was last changed.
    pub changed_at: &'static str,
    /// Label before the date after which the backend deletes the draft.
    pub expires_on: &'static str,
    /// Label before the date on which the result is due.
    pub due_on: &'static str,
    /// Link that opens a draft to continue it.
    pub go_on: &'static str,
    /// Text before the number of the required answers that a draft has.
    pub answered: &'static str,
    /// Text between that number and the number of all required answers.
    pub answered_of: &'static str,
    /// Text after the number of all required answers.
    pub answered_end: &'static str,
    /// Button that deletes a draft.
    pub remove: &'static str,
    /// Title of the dialog before a draft is deleted.
    pub remove_question: &'static str,
    /// Warning in the dialog before a draft is deleted: what the citizen loses.
    pub remove_help: &'static str,
    /// Button that closes the dialog without deleting the draft.
    pub keep: &'static str,
    /// Text before the number of the current page of the list.
    pub page: &'static str,
    /// Text between the number of the current page and the total number of pages.
    pub page_of: &'static str,
    /// Link to the previous page of the list.
    pub previous: &'static str,
    /// Link to the next page of the list.
    pub next: &'static str,

    /// Title of the page of a dossier.
    pub dossier: &'static str,
    /// Label «Mã hồ sơ» of the dossier's code.
    pub code: &'static str,
    /// Link back to the list «Hồ sơ của tôi».
    pub back: &'static str,
    /// Heading of the dossier's current status (R3.7).
    pub now: &'static str,
    /// Label of the office that handles the dossier.
    pub office: &'static str,
    /// Label of the official who handles the dossier.
    pub handler: &'static str,
    /// Shown in place of the official's name while the office has named nobody.
    pub handler_unknown: &'static str,
    /// Label of the tab of «Hồ sơ của tôi» that lists the dossier.
    pub listed_under: &'static str,
    /// Label of the time at which the dossier was sent.
    pub sent_at: &'static str,
    /// Follows the due date if the public holidays of its year aren't known yet.
    pub due_provisional: &'static str,
    /// Shown in place of the due date while the office has set none.
    pub due_unknown: &'static str,
    /// Title of a note that the office wrote about the dossier.
    pub note: &'static str,
    /// Heading of the dossier's history.
    pub history: &'static str,
    /// Label before the deadline of a step in the dossier's history.
    pub deadline: &'static str,
    /// Badge of a step that the office finished before its deadline.
    pub on_time: &'static str,
    /// Badge of a step that the office finished after its deadline.
    pub late: &'static str,
    /// Heading of the list of attached files.
    pub files: &'static str,
    /// Notice: the dossier has no attached files.
    pub no_files: &'static str,
    /// Heading above the way in which the citizen receives the result.
    pub delivery: &'static str,
    /// Heading of the answers that the citizen sent with the dossier.
    pub declared: &'static str,
    /// Shown in place of the answer to a question that the citizen didn't answer.
    pub unanswered: &'static str,
    /// Link to the receipt of the dossier.
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
#[derive(Clone, Copy)]
pub struct TabWords {
    /// The label of the tab, which is visible on the screen.
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
#[derive(Clone, Copy)]
pub struct StatusWords {
    /// The national name of the status.
    pub name: &'static str,
    /// What the status means for the citizen, and what they have to do.
    pub meaning: &'static str,
}

impl FollowingWords {
    /// Returns the texts of a tab. A tab that the app doesn't know has the name that the backend gave it.
    pub const fn tab(&self, tab: Tab) -> TabWords {
        let tabs = &self.tabs;
        match tab {
            Tab::New => tabs.new,
            Tab::Supplement => tabs.supplement,
            Tab::Processing => tabs.processing,
            Tab::Obligation => tabs.obligation,
            Tab::Payment => tabs.payment,
            Tab::Paused => tabs.paused,
            Tab::Processed => tabs.processed,
            Tab::Returned => tabs.returned,
            Tab::Closed => tabs.closed,
            Tab::Other(text) => TabWords {
                name: text.as_str(),
                empty: "",
            },
        }
    }

    /// Returns the texts of a status. A status that the app doesn't know is shown as the backend sent it.
    pub const fn status(&self, status: DossierStatus) -> StatusWords {
        let statuses = &self.statuses;
        match status {
            DossierStatus::Registered => statuses.registered,
            DossierStatus::Accepted => statuses.accepted,
            DossierStatus::Rejected => statuses.rejected,
            DossierStatus::Processing => statuses.processing,
            DossierStatus::SupplementRequested => statuses.supplement_requested,
            DossierStatus::ObligationRequested => statuses.obligation_requested,
            DossierStatus::WithdrawalRequested => statuses.withdrawal_requested,
            DossierStatus::Paused => statuses.paused,
            DossierStatus::Processed => statuses.processed,
            DossierStatus::Returned => statuses.returned,
            DossierStatus::Other(text) => StatusWords {
                name: text.as_str(),
                meaning: "",
            },
        }
    }
}
