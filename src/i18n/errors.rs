//! Error messages for failed requests, which all pages use. Each message says what happened and what the citizen can
//! do.

/// Error messages for failed requests, and a few labels that all pages use.
pub struct ErrorWords {
    /// The device is offline, or the server can't be reached.
    pub offline: &'static str,
    /// The server didn't respond in time.
    pub timed_out: &'static str,
    /// The session has ended.
    pub session_expired: &'static str,
    /// The request needs a recent proof of identity, and the citizen closed the dialog without entering a one-time
    /// code.
    pub proof_too_old: &'static str,
    /// The response doesn't match the API contract. For example, it is a proxy's maintenance page.
    pub unreadable: &'static str,
    /// Something between the device and the server has refused the request, such as a proxy or the network's filter.
    pub blocked: &'static str,
    /// The form definition of the procedure is invalid. Only the office can correct it.
    pub unusable_form: &'static str,
    /// The server failed with a status 5xx.
    pub internal: &'static str,
    /// The server refused the request for a reason that has no message of its own.
    pub refused: &'static str,
    /// The citizen sent too many requests. How long to wait follows.
    pub too_many: &'static str,
    /// Requests of other people have used up a limit that the citizen shares with them, and what helps. How long to wait
    /// follows.
    pub too_many_shared: &'static str,
    /// The waiting time is short or unknown.
    pub wait_a_little: &'static str,
    /// The waiting time follows.
    pub wait_before: &'static str,
    /// The word «minutes» after the waiting time, in the plural: the number is always more than one.
    pub minutes: &'static str,
    /// The word «hours» after the waiting time, in the plural: the number is always more than one.
    pub hours: &'static str,
    /// The account lacks a required consent.
    pub consent_needed: &'static str,
    /// The requested resource doesn't exist.
    pub not_found: &'static str,
    /// Button that requests a one-time code, with which the citizen renews an expired session.
    pub renew_session: &'static str,
    /// Message below a button that prints: the browser didn't begin to print.
    pub not_printed: &'static str,
    /// Button that sends the request again.
    pub retry: &'static str,
    /// Status while a page loads.
    pub loading: &'static str,
    /// Heading of the list of errors at the top of a page.
    pub summary: &'static str,
    /// Prefix of the window title while the page shows errors, for example «Lỗi: ».
    pub title_prefix: &'static str,
}
