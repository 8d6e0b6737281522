//! What the words for trouble are for: one sentence that says what happened and what to do.

/// When something goes wrong.
pub struct ErrorWords {
    /// No line or no server.
    pub offline: &'static str,
    /// No answer in time.
    pub timed_out: &'static str,
    /// The session has ended.
    pub session_expired: &'static str,
    /// What needs a code wasn't done, because none was given.
    pub proof_too_old: &'static str,
    /// Something else answered.
    pub unreadable: &'static str,
    /// The form is wrong, which only its office can mend.
    pub unusable_form: &'static str,
    /// The server failed.
    pub internal: &'static str,
    /// Refused for a reason without words of its own.
    pub refused: &'static str,
    /// Too many requests; the wait is short, or nobody knows.
    pub too_many: &'static str,
    /// The same before how long to wait.
    pub too_many_before: &'static str,
    /// After so many minutes, always several.
    pub minutes: &'static str,
    /// After so many hours, always several.
    pub hours: &'static str,
    /// The account lacks a consent that is required.
    pub consent_needed: &'static str,
    /// Nothing there.
    pub not_found: &'static str,
    /// Asks for the code that lets an ended session go on.
    pub go_on: &'static str,
    /// Try again.
    pub retry: &'static str,
    /// Loading.
    pub loading: &'static str,
    /// Heading of the error summary.
    pub summary: &'static str,
    /// Before the title of a page with errors.
    pub title_prefix: &'static str,
}
