//! Texts about the session: before it ends, after it has ended, and after signing out.

/// Texts of the session's status line and of the dialog that renews the session.
pub struct SessionWords {
    /// Name of the status line, for screen readers.
    pub region_label: &'static str,
    /// Title of the dialog after the session has ended.
    pub ended_title: &'static str,
    /// Title of the dialog while the session is still valid.
    pub renew_title: &'static str,
    /// Explains why a valid session must be confirmed: the request needs a recent one-time code.
    pub proof_reason: &'static str,
    /// Tells the citizen that nothing typed on the page is lost.
    pub input_kept: &'static str,
    /// Offers to send a one-time code. The masked phone number follows.
    pub code_offer: &'static str,
    /// Offers to send a one-time code when the app doesn't know the masked phone number.
    pub code_offer_plain: &'static str,
    /// Button that requests the one-time code.
    pub get_code: &'static str,
    /// Button that closes the dialog.
    pub close: &'static str,
    /// Explains what still works after closing the dialog.
    pub close_help: &'static str,
    /// Link to the sign-in page, which leads back to the current page.
    pub sign_in_instead: &'static str,
    /// No one-time code can be sent for this session; the citizen must sign in again.
    pub no_code: &'static str,
    /// The citizen entered too many wrong codes.
    pub exhausted: &'static str,
    /// Warns that an idle session ends soon. The number of minutes follows.
    pub idle_before: &'static str,
    /// Text after the number of minutes.
    pub idle_after: &'static str,
    /// Text after the number of minutes on a shared device.
    pub idle_after_shared: &'static str,
    /// Warns that the session ends soon even when it is used. The time follows.
    pub latest_before: &'static str,
    /// Text after the time.
    pub latest_after: &'static str,
    /// Text after the time on a shared device.
    pub latest_after_shared: &'static str,
    /// Button that extends an idle session.
    pub extend: &'static str,
    /// Button that renews the session before it ends.
    pub renew_now: &'static str,
    /// Status after the dialog was closed: the session has ended and changes are not sent.
    pub changes_waiting: &'static str,
    /// Notice: the citizen signed out in another tab.
    pub signed_out_in_other_tab: &'static str,
    /// Notice: another account signed in in this browser.
    pub other_account: &'static str,
    /// Notice: a shared device signed out because nobody used it.
    pub signed_out_idle: &'static str,
    /// Notice: the page was reloaded. The session was only in its memory and is lost.
    pub lost_on_reload: &'static str,
    /// Notice: the sign-out request hasn't reached the server yet. The time when the session ends there in any case
    /// follows.
    pub sign_out_pending_before: &'static str,
    /// Text after that time.
    pub sign_out_pending_after: &'static str,
    /// Button that closes a notice.
    pub dismiss: &'static str,
    /// Replaces «on this device» on a shared device, where unsent changes are only in the page's memory.
    pub in_memory: &'static str,
}
