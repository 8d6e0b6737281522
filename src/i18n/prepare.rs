//! What the words of «Chuẩn bị hồ sơ» are for.

/// «Chuẩn bị hồ sơ» (R4.20–R4.22).
pub struct PrepareWords {
    /// Title of the page.
    pub title: &'static str,
    /// Heading of what one needs to begin.
    pub conditions: &'static str,
    /// An account (R4.20).
    pub account: &'static str,
    /// Between the ways to one, for a guest.
    pub account_ways: &'static str,
    /// Oneself, or someone who helps (R4.21).
    pub person: &'static str,
    /// The papers (R4.22).
    pub papers_known: &'static str,
    /// Heading of time and fee.
    pub cost: &'static str,
    /// Heading of the steps that follow.
    pub steps: &'static str,
    /// Heading of the checklist.
    pub papers: &'static str,
    /// What the ticks are for.
    pub papers_help: &'static str,
    /// A paper that only some situations ask for; its words say which.
    pub conditional: &'static str,
    /// Before the answers of the form that call for a paper; they stand in «quotes».
    pub on_answer: &'static str,
    /// Between two of them, with the quotes.
    pub or_answer: &'static str,
    /// Before what a paper of a group is needed for.
    pub needed_for: &'static str,
    /// Heading of what needs no file.
    pub no_file: &'static str,
    /// Why that is.
    pub no_file_help: &'static str,
    /// The record names no paper.
    pub no_papers: &'static str,
    /// Prints the list.
    pub print: &'static str,
    /// Saves it as a picture.
    pub save: &'static str,
    /// It was handed to the downloads.
    pub saved: &'static str,
    /// The browser can't.
    pub not_saved: &'static str,
    /// Name of the picture's file, before the code.
    pub picture_name: &'static str,
    /// Before the code of the procedure.
    pub code: &'static str,
    /// Whom the filing is for (R4.21).
    pub whom: &'static str,
    /// Answer: for the citizen themselves.
    pub for_oneself: &'static str,
    /// Explains [`for_oneself`](Self::for_oneself).
    pub for_oneself_help: &'static str,
    /// Answer: for the citizen's child.
    pub for_child: &'static str,
    /// Explains [`for_child`](Self::for_child).
    pub for_child_help: &'static str,
    /// Answer: on behalf of another person, whom the citizen helps.
    pub for_helped: &'static str,
    /// Explains [`for_helped`](Self::for_helped).
    pub for_helped_help: &'static str,
    /// Leads on to the agency.
    pub go_on: &'static str,
}
