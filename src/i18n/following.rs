//! «Hồ sơ của tôi» and one dossier: what the words are for.

/// «Hồ sơ của tôi» and one dossier.
pub struct FollowingWords {
    /// «Hồ sơ của tôi» (R2.13).
    pub title: &'static str,
    /// What the tabs choose.
    pub tabs_label: &'static str,
    /// The tabs, in the order of `Tab::ALL` (R2.14–R2.16).
    pub tabs: [&'static str; 9],
    /// What to know where a tab holds nothing, in the order of `Tab::ALL`.
    pub empty: [&'static str; 9],
    /// The ten national statuses, in the order of `DossierStatus::ALL`.
    pub statuses: [&'static str; 10],
    /// What each means for the citizen, and what to do.
    pub meanings: [&'static str; 10],
    /// Leads to the procedures, from the empty tab of new dossiers.
    pub find: &'static str,
    /// Asks the backend again.
    pub refresh: &'static str,
    /// The list was asked for again.
    pub refreshed: &'static str,

    /// Not yet sent.
    pub draft: &'static str,
    /// The draft has no agency yet.
    pub no_agency: &'static str,
    /// Before the moment of the last change.
    pub changed_at: &'static str,
    /// Before the day on which a draft is thrown away.
    pub expires_on: &'static str,
    /// Before the day on which the result is due.
    pub due_on: &'static str,
    /// Goes on with a draft.
    pub go_on: &'static str,
    /// Throws a draft away.
    pub remove: &'static str,
    /// Asked before a draft is thrown away.
    pub remove_question: &'static str,
    /// What is lost.
    pub remove_help: &'static str,
    /// Keeps the draft.
    pub keep: &'static str,
    /// A page of the list.
    pub page: &'static str,
    /// Between its number and how many there are.
    pub page_of: &'static str,
    /// The page before.
    pub previous: &'static str,
    /// The page after.
    pub next: &'static str,

    /// Title of a dossier's page.
    pub dossier: &'static str,
    /// «Mã hồ sơ».
    pub code: &'static str,
    /// Leads back to the list.
    pub back: &'static str,
    /// Heading: where the dossier is now (R3.7).
    pub now: &'static str,
    /// Which office holds it.
    pub office: &'static str,
    /// Who handles it.
    pub handler: &'static str,
    /// The office doesn't say who.
    pub handler_unknown: &'static str,
    /// Which tab it stands under.
    pub stands_under: &'static str,
    /// When it was sent.
    pub sent_at: &'static str,
    /// The office will tell when the result is due.
    pub due_unknown: &'static str,
    /// Title of what the office wrote.
    pub note: &'static str,
    /// Heading of the history.
    pub history: &'static str,
    /// Before an entry's deadline.
    pub deadline: &'static str,
    /// Done in time.
    pub on_time: &'static str,
    /// Done late.
    pub late: &'static str,
    /// Heading of the files.
    pub files: &'static str,
    /// No file was sent.
    pub no_files: &'static str,
    /// How the result will be received.
    pub delivery: &'static str,
    /// What was declared.
    pub declared: &'static str,
    /// A question without an answer.
    pub unanswered: &'static str,
    /// Leads to the receipt.
    pub receipt: &'static str,
    /// Prints the page.
    pub print: &'static str,
}
