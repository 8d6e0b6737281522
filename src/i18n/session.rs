//! Texts about the session: before it ends, after it has ended, and after signing out.

/// Texts of the status line about the session, and of the dialog that renews the session.
pub struct SessionWords {
    /// Name of the status line about the session, for screen readers.
    pub region_label: &'static str,
    /// Title of the renewal dialog after the session has ended.
    pub ended_title: &'static str,
    /// Title of the renewal dialog while the session is still valid.
    pub renew_title: &'static str,
    /// Explains why the citizen must enter a one-time code although the session is valid: the request needs a recent
    /// proof of identity.
    pub proof_reason: &'static str,
    /// Assures the citizen that the texts typed on the page are not lost.
    pub input_retained: &'static str,
    /// Offers to send a one-time code. The masked phone number follows.
    pub code_offer: &'static str,
    /// Offers to send a one-time code. Used when the app doesn't know the masked phone number.
    pub code_offer_plain: &'static str,
    /// Button that requests the one-time code.
    pub get_code: &'static str,
    /// Button that closes the renewal dialog.
    pub close: &'static str,
    /// Explains what the citizen can still do after closing the renewal dialog.
    pub close_help: &'static str,
    /// Link to the sign-in page. After signing in, the citizen returns to the current page.
    pub sign_in_instead: &'static str,
    /// Error: no one-time code can be sent for this session, so the citizen must sign in again.
    pub no_code: &'static str,
    /// Error: the citizen entered too many wrong one-time codes.
    pub exhausted: &'static str,
    /// Warning: the session ends soon because it isn't used. The number of minutes until then follows.
    pub idle_before: &'static str,
    /// Text after the number of minutes until the session ends.
    pub idle_after: &'static str,
    /// Text after the number of minutes until the session ends, on a shared device.
    pub idle_after_shared: &'static str,
    /// Warning: the session ends soon, even if it is used. The time at which it ends follows.
    pub latest_before: &'static str,
    /// Text after the time at which the session ends.
    pub latest_after: &'static str,
    /// Text after the time at which the session ends, on a shared device.
    pub latest_after_shared: &'static str,
    /// Button that extends a session that would end because it isn't used.
    pub extend: &'static str,
    /// Button that renews the session with a one-time code before it ends.
    pub renew_now: &'static str,
    /// Status after the citizen has closed the renewal dialog of an ended session: changes are not sent.
    pub changes_waiting: &'static str,
    /// Notice: the citizen signed out in another tab.
    pub signed_out_in_other_tab: &'static str,
    /// Notice: somebody else signed in to another account in this browser.
    pub other_account: &'static str,
    /// Notice: the session ended because nobody used this shared device.
    pub signed_out_idle: &'static str,
    /// Notice: the page was reloaded, so the session is lost. Its bearer token was only in the page's memory.
    pub lost_on_reload: &'static str,
    /// Notice: the citizen signed out, but the server couldn't be reached. The time at which the session ends on the
    /// server in any case follows.
    pub sign_out_pending_before: &'static str,
    /// Text after the time at which the session ends on the server.
    pub sign_out_pending_after: &'static str,
    /// Button that closes a notice in the status line.
    pub dismiss: &'static str,
    /// Shown on a shared device, in place of the texts about changes that are stored on the device: there, unsent
    /// changes are only in the page's memory.
    pub in_memory: &'static str,
}
