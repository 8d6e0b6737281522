//! Texts of the page «Tra cứu hồ sơ», which looks up a dossier without sign-in.

/// Texts of the page «Tra cứu hồ sơ», which looks up a dossier without sign-in (R4.14–R4.15).
pub struct LookUpWords {
    /// Title of the page «Tra cứu hồ sơ».
    pub title: &'static str,
    /// Introduction: what the page shows about a dossier, and what it never shows.
    pub intro: &'static str,
    /// Label of the field for the dossier code.
    pub code: &'static str,
    /// Hint: where the citizen finds the dossier code.
    pub code_hint: &'static str,
    /// Error: the dossier code is empty.
    pub code_missing: &'static str,
    /// Error: the typed text can't be a dossier code, because it has another format.
    pub code_wrong: &'static str,
    /// Label of the field for the phone number or citizen id of the person who filed the dossier.
    pub filed_by: &'static str,
    /// Hint: examples of a phone number and a citizen id.
    pub filed_by_hint: &'static str,
    /// Error: the phone number or citizen id is empty.
    pub filed_by_missing: &'static str,
    /// Error: the typed text is neither a phone number nor a citizen id.
    pub filed_by_wrong: &'static str,
    /// Button «Tra cứu» that looks up the dossier.
    pub submit: &'static str,
    /// Error: this person has filed no dossier with this code.
    pub not_found: &'static str,
    /// Error: the citizen tried to look up a dossier too often. The number of minutes to wait follows.
    pub too_many_before: &'static str,
    /// Error: other people tried to look up dossiers too often from this network or with this number. The number of
    /// minutes to wait follows.
    pub too_many_shared: &'static str,
    /// Text after the number of minutes to wait.
    pub too_many_after: &'static str,
    /// Heading of the dossier that was found.
    pub result: &'static str,
    /// Notice: the office wrote a note. Only the citizen who filed the dossier can read it, after signing in.
    pub note_elsewhere: &'static str,
    /// Label of the agency that handles the dossier.
    pub agency: &'static str,
    /// Label of the time at which the dossier was last changed.
    pub updated: &'static str,
    /// Label of the date on which the result is due.
    pub due: &'static str,
    /// Follows the due date if the public holidays of its year aren't known yet.
    pub due_provisional: &'static str,
    /// Shown in place of the due date while the office has set none.
    pub due_unknown: &'static str,
    /// Heading of the list of parts of a group dossier.
    pub parts: &'static str,
    /// Notice: this backend doesn't offer the look-up.
    pub unavailable: &'static str,
}
