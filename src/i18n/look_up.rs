//! What the words of «Tra cứu hồ sơ» are for.

/// «Tra cứu hồ sơ» (R4.14–R4.15).
pub struct LookUpWords {
    /// Title of the page.
    pub title: &'static str,
    /// What is shown and what isn't.
    pub lede: &'static str,
    /// The dossier's code.
    pub code: &'static str,
    /// Where it stands.
    pub code_hint: &'static str,
    /// No code.
    pub code_missing: &'static str,
    /// No dossier has such a code.
    pub code_wrong: &'static str,
    /// Who filed it.
    pub filed_by: &'static str,
    /// Examples.
    pub filed_by_hint: &'static str,
    /// Nothing.
    pub filed_by_missing: &'static str,
    /// Neither.
    pub filed_by_wrong: &'static str,
    /// «Tra cứu».
    pub submit: &'static str,
    /// No such dossier for that person.
    pub not_found: &'static str,
    /// Too often; before the minutes to wait.
    pub too_many_before: &'static str,
    /// After the minutes.
    pub too_many_after: &'static str,
    /// Heading of what was found.
    pub result: &'static str,
    /// The agency wrote a note that isn't shown here.
    pub note_elsewhere: &'static str,
    /// The agency.
    pub agency: &'static str,
    /// When it last changed.
    pub updated: &'static str,
    /// When the result is due.
    pub due: &'static str,
    /// Nobody has said.
    pub due_unknown: &'static str,
    /// Heading of the parts of a group.
    pub parts: &'static str,
    /// The backend has no lookup.
    pub missing: &'static str,
}
