//! Texts of the declarations, of a group's parts, of repeated entries, and of answers from an earlier form or dossier.

/// Texts of the declarations, of a group's parts, of repeated entries, and of answers from an earlier form or dossier.
pub struct DeclarationWords {
    /// Title «Xem lại các tờ khai chi tiết» (R4.10).
    pub title: &'static str,
    /// Introduction: what to do on the page.
    pub intro: &'static str,
    /// Introduction when the form results in several declarations.
    pub intro_several: &'static str,
    /// Text before the name of the agency to which a declaration is addressed.
    pub addressed_to: &'static str,
    /// Text in place of an answer that the office fills in from another part's result. The name of that part follows.
    pub later: &'static str,
    /// Text in place of an answer that the citizen chooses in the delivery step.
    pub delivery_step: &'static str,
    /// Button that prints the declarations.
    pub print: &'static str,
    /// Button to the next step.
    pub go_on: &'static str,
    /// Link to the previous step.
    pub back: &'static str,
    /// Notice: answers of a declaration are missing or wrong.
    pub has_errors: &'static str,
    /// Heading of the declarations on the review page.
    pub declarations: &'static str,
    /// Unit after a number of answers.
    pub answered: &'static str,
    /// Link to the declarations.
    pub read: &'static str,

    /// Choice: the agency of a part is in the same commune as the first part's agency.
    pub same_place: &'static str,
    /// Choice: the result of a part is delivered like the first part's result.
    pub same_delivery: &'static str,
    /// Text before the name of the result whose delivery is chosen.
    pub result: &'static str,

    /// Question whether the citizen needs a component that only some situations need.
    pub component_question: &'static str,
    /// Answer: the component is needed.
    pub component_yes: &'static str,
    /// Answer: the component isn't needed.
    pub component_no: &'static str,
    /// Error in a list of errors: the question has no answer. The name of the component follows.
    pub component_unanswered: &'static str,
    /// The same error below the name of the component.
    pub component_unanswered_here: &'static str,
    /// Text before the procedures that share a component.
    pub component_shared: &'static str,

    /// Heading of the parts of a dossier (R4.16).
    pub parts: &'static str,
    /// Text before the results that a part needs before it can start.
    pub waits_for: &'static str,
    /// Link to the page of a part.
    pub open_part: &'static str,
    /// Link from a part to the whole dossier.
    pub whole: &'static str,

    /// Button that adds an entry.
    pub add: &'static str,
    /// Name of an entry. Its number follows.
    pub item: &'static str,
    /// Button that removes an entry.
    pub remove: &'static str,
    /// Text after the name of a removed entry.
    pub removed: &'static str,
    /// Button that restores the removed entry.
    pub undo: &'static str,

    /// Notice: the form has a new version since the draft was created.
    pub changed_form: &'static str,
    /// Heading of questions that need a new answer.
    pub answer_again: &'static str,
    /// Heading of questions that the new form doesn't contain.
    pub no_longer_asked: &'static str,
    /// Button that copies an old answer to the clipboard.
    pub copy: &'static str,
    /// Status: the answer was copied.
    pub copied: &'static str,
    /// Button that deletes an old answer.
    pub discard: &'static str,
    /// Status: the answer was deleted.
    pub discarded: &'static str,

    /// Offer to reuse answers of an earlier dossier with the same form. The code of that dossier follows.
    pub earlier: &'static str,
    /// Text before the form pages that those answers would fill.
    pub earlier_pages: &'static str,
    /// Button that copies the answers of the earlier dossier.
    pub earlier_take: &'static str,
    /// Status: the answers were copied. The form pages follow.
    pub earlier_taken: &'static str,
    /// Advice to check the copied answers.
    pub earlier_check: &'static str,
}
