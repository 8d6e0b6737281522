//! Texts of the page «Tra cứu hồ sơ».

/// Texts of the page «Tra cứu hồ sơ» (R4.14–R4.15).
pub struct LookUpWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction: what the page shows, and what it never shows.
    pub intro: &'static str,
    /// Label of the dossier code.
    pub code: &'static str,
    /// Hint: where the citizen finds the dossier code.
    pub code_hint: &'static str,
    /// Error: the dossier code is empty.
    pub code_missing: &'static str,
    /// Error: the text can't be a dossier code.
    pub code_wrong: &'static str,
    /// Label of the phone number or citizen id of the person who filed the dossier.
    pub filed_by: &'static str,
    /// Hint: examples of a phone number and a citizen id.
    pub filed_by_hint: &'static str,
    /// Error: the phone number or citizen id is empty.
    pub filed_by_missing: &'static str,
    /// Error: the text is neither a phone number nor a citizen id.
    pub filed_by_wrong: &'static str,
    /// Button «Tra cứu».
    pub submit: &'static str,
    /// Error: this person has filed no dossier with this code.
    pub not_found: &'static str,
    /// Error: too many attempts. The number of minutes to wait follows.
    pub too_many_before: &'static str,
    /// Text after the number of minutes.
    pub too_many_after: &'static str,
    /// Heading of the dossier that was found.
    pub result: &'static str,
    /// Tells that the office wrote a note, which only the citizen who filed the dossier can read.
    pub note_elsewhere: &'static str,
    /// Label of the agency.
    pub agency: &'static str,
    /// Label of the time of the last change.
    pub updated: &'static str,
    /// Label of the day on which the result is due.
    pub due: &'static str,
    /// Value of that day while it isn't known.
    pub due_unknown: &'static str,
    /// Heading of the parts of a dossier for a group of procedures.
    pub parts: &'static str,
    /// Notice: this backend doesn't offer the look-up.
    pub unavailable: &'static str,
}
