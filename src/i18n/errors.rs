//! Error messages of requests, common to all pages. Each message says what happened and what the citizen can do.

/// Error messages of requests, and the labels that all pages share.
pub struct ErrorWords {
    /// The device is offline, or the server can't be reached.
    pub offline: &'static str,
    /// The server didn't answer in time.
    pub timed_out: &'static str,
    /// The session has ended.
    pub session_expired: &'static str,
    /// The request needs a fresh one-time code, and the citizen entered none.
    pub proof_too_old: &'static str,
    /// The response isn't one of this API, for example a proxy's maintenance page.
    pub unreadable: &'static str,
    /// The form definition of the procedure is invalid. Only the office can correct it.
    pub unusable_form: &'static str,
    /// The server failed (status 5xx).
    pub internal: &'static str,
    /// The server refused the request for a reason that has no message of its own.
    pub refused: &'static str,
    /// Too many requests, with a short or unknown waiting time.
    pub too_many: &'static str,
    /// Too many requests. The waiting time follows.
    pub too_many_before: &'static str,
    /// Unit after a number of minutes, always more than one.
    pub minutes: &'static str,
    /// Unit after a number of hours, always more than one.
    pub hours: &'static str,
    /// The account lacks a required consent.
    pub consent_needed: &'static str,
    /// The resource doesn't exist.
    pub not_found: &'static str,
    /// Button that requests a one-time code to renew an ended session.
    pub renew_session: &'static str,
    /// Button that sends the request again.
    pub retry: &'static str,
    /// Status while a page loads.
    pub loading: &'static str,
    /// Heading of the list of errors at the top of a page.
    pub summary: &'static str,
    /// Prefix of the window title while the page shows errors.
    pub title_prefix: &'static str,
}
