//! The declarations made from the answers, groups and their parts, entries of a list, answers kept from before: what
//! the words are for.

/// Declarations, parts of a group, entries of a list, answers kept from before.
pub struct DeclarationWords {
    /// «Xem lại các tờ khai chi tiết» (R4.10).
    pub title: &'static str,
    /// What to do there.
    pub lead: &'static str,
    /// What to do there, where several are made from one form.
    pub lead_several: &'static str,
    /// Before the name of the agency, as on paper.
    pub addressed_to: &'static str,
    /// Where an earlier part gives the answer.
    pub later: &'static str,
    /// The answer is chosen at the step of delivery.
    pub delivery_step: &'static str,
    /// Prints the declarations.
    pub print: &'static str,
    /// Goes on.
    pub go_on: &'static str,
    /// Goes back.
    pub back: &'static str,
    /// Answers of a declaration still at fault.
    pub faulty: &'static str,
    /// Heading of the declarations among what will be sent.
    pub declarations: &'static str,
    /// After the number of answers.
    pub answered: &'static str,
    /// Leads to the declarations.
    pub read: &'static str,

    /// A part's agency or result is as the first part's.
    pub same_place: &'static str,
    /// A part's result is received as the first one's.
    pub same_delivery: &'static str,
    /// Before the result that a way of receiving is for.
    pub result: &'static str,

    /// Whether a paper that only some situations ask for is needed.
    pub paper_question: &'static str,
    /// Yes.
    pub paper_yes: &'static str,
    /// No.
    pub paper_no: &'static str,
    /// The question isn't answered; the name of the paper follows.
    pub paper_unanswered: &'static str,
    /// The same under the name of the paper.
    pub paper_unanswered_here: &'static str,
    /// Before the procedures that share a paper.
    pub paper_shared: &'static str,

    /// Heading of the parts of a dossier (R4.16).
    pub parts: &'static str,
    /// Before the procedures whose results a part waits for.
    pub waits_for: &'static str,
    /// Leads to the page of a part.
    pub open_part: &'static str,
    /// Leads from a part to the whole.
    pub whole: &'static str,

    /// Adds an entry.
    pub add: &'static str,
    /// What an entry is called.
    pub item: &'static str,
    /// Removes an entry.
    pub remove: &'static str,
    /// After the name of an entry that was removed.
    pub removed: &'static str,
    /// Takes the removal back.
    pub undo: &'static str,

    /// The form has changed since the draft began.
    pub changed_form: &'static str,
    /// The question must be answered again.
    pub answer_again: &'static str,
    /// The question is no longer asked.
    pub no_longer_asked: &'static str,
    /// Copies an old answer.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// Throws an old answer away.
    pub throw_away: &'static str,
    /// It was thrown away.
    pub thrown_away: &'static str,

    /// Before the code of an earlier dossier on the same form.
    pub earlier: &'static str,
    /// Before the pages that its answers would fill.
    pub earlier_pages: &'static str,
    /// Takes its answers over.
    pub earlier_take: &'static str,
    /// Before the pages that they filled.
    pub earlier_taken: &'static str,
    /// What to do with them.
    pub earlier_check: &'static str,
}
