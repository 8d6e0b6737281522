//! Texts about declarations, the parts of a group, questions that take several entries, and answers from an earlier
//! version of the form or an earlier dossier.

/// Texts about declarations, the parts of a group, questions that take several entries, and answers from an earlier
/// version of the form or an earlier dossier.
pub struct DeclarationWords {
    /// Title «Xem lại các tờ khai chi tiết» of the step that shows the declarations (R4.10).
    pub title: &'static str,
    /// Introduction when there is one declaration: check it.
    pub intro: &'static str,
    /// Introduction when the answers result in several declarations, one for each agency.
    pub intro_several: &'static str,
    /// Text before the name of the agency to which a declaration is addressed.
    pub addressed_to: &'static str,
    /// Shown in place of an answer that the office fills in later, from the result of another part of the group
    /// dossier. The name of that result follows.
    pub later: &'static str,
    /// Shown in place of an answer that the citizen gives in the delivery step.
    pub delivery_step: &'static str,
    /// Button that prints the declarations.
    pub print: &'static str,
    /// Button to the next step.
    pub go_on: &'static str,
    /// Link to the previous step.
    pub back: &'static str,
    /// Notice: answers in a declaration are missing or wrong.
    pub has_errors: &'static str,
    /// Heading of the list of declarations on the review page.
    pub declarations: &'static str,
    /// The word «answers» after the number of answers in a declaration.
    pub answered: &'static str,
    /// Link to the step that shows the declarations.
    pub read: &'static str,

    /// Option: choose the agency of this part of a group dossier in the same commune as the agency of the first part.
    pub same_place: &'static str,
    /// Option: receive the result of this part of a group dossier in the same way as the result of the first part.
    pub same_delivery: &'static str,
    /// Text before the name of the result for which the citizen chooses how to receive it.
    pub result: &'static str,

    /// Question about a component that is needed in some situations only: does the citizen need it?
    pub component_question: &'static str,
    /// Option: the citizen needs the component.
    pub component_yes: &'static str,
    /// Option: the citizen doesn't need the component.
    pub component_no: &'static str,
    /// Error in the summary at the top of the page: `component_question` has no answer. The name of the component
    /// follows.
    pub component_unanswered: &'static str,
    /// Error at the component itself: `component_question` has no answer.
    pub component_unanswered_here: &'static str,
    /// Text before the names of the procedures for which one component is used.
    pub component_shared: &'static str,

    /// Heading of the list of parts of a group dossier (R4.16).
    pub parts: &'static str,
    /// Text before the names of the results that must exist before a part can start.
    pub waits_for: &'static str,
    /// Link to the page of one part of a group dossier.
    pub open_part: &'static str,
    /// Link from the page of a part to the page of the whole dossier.
    pub whole: &'static str,

    /// Button that adds an entry to a question that takes several entries.
    pub add: &'static str,
    /// Why no further entry can be added. The largest number of entries follows.
    pub list_full: &'static str,
    /// Text after the largest number of entries.
    pub list_full_end: &'static str,
    /// Name of an entry in a question that takes several entries. The number of the entry follows.
    pub item: &'static str,
    /// Button that removes an entry from a question that takes several entries.
    pub remove: &'static str,
    /// Text after the name of an entry that the citizen has just removed.
    pub removed: &'static str,
    /// Button that restores the entry that the citizen has just removed.
    pub undo: &'static str,

    /// Notice: the form has a new version since the draft was created.
    pub changed_form: &'static str,
    /// Text before the label of a question with an old answer: the citizen must answer this question again.
    pub answer_again: &'static str,
    /// Heading of the old answers to questions that the new version of the form doesn't contain.
    pub no_longer_asked: &'static str,
    /// Button that copies an old answer to the clipboard.
    pub copy: &'static str,
    /// Status: the old answer was copied to the clipboard.
    pub copied: &'static str,
    /// Error: the browser doesn't let the app copy.
    pub not_copied: &'static str,
    /// Button that deletes an old answer.
    pub discard: &'static str,
    /// Status: the old answer was deleted.
    pub discarded: &'static str,

    /// Offers to reuse the answers of an earlier dossier that has the same form. The code of the earlier dossier
    /// follows.
    pub earlier: &'static str,
    /// Text before the titles of the form pages that the earlier dossier's answers would fill.
    pub earlier_pages: &'static str,
    /// Button that copies the earlier dossier's answers into the draft.
    pub earlier_take: &'static str,
    /// Status: the earlier dossier's answers were copied. The titles of the filled form pages follow.
    pub earlier_taken: &'static str,
    /// Advice to check the answers that were copied from the earlier dossier.
    pub earlier_check: &'static str,
}
