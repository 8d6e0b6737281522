//! What the words of a session are for: that it ends, that it has ended, that it is over on this device.

/// A session that ends, goes on, or is over.
pub struct SessionWords {
    /// Name of the part of the page where all this is said.
    pub name: &'static str,
    /// Heading of the sheet over a page whose session has ended.
    pub ended: &'static str,
    /// Heading of the sheet before the session ends.
    pub ahead: &'static str,
    /// Why the sheet asks while the session holds.
    pub proof: &'static str,
    /// Nothing typed is lost.
    pub kept: &'static str,
    /// Before the masked number: how to go on.
    pub offer: &'static str,
    /// How to go on, where no number is known.
    pub offer_plain: &'static str,
    /// Asks for the code.
    pub get_code: &'static str,
    /// Closes the sheet.
    pub close: &'static str,
    /// What closing means.
    pub aside: &'static str,
    /// Leads to the sign-in page and back.
    pub otherwise: &'static str,
    /// No code can be sent: the other ways.
    pub no_code: &'static str,
    /// Too many wrong codes.
    pub exhausted: &'static str,
    /// Before the minutes that a session lasts without its citizen.
    pub idle_before: &'static str,
    /// After them.
    pub idle_after: &'static str,
    /// After them on a shared device.
    pub idle_after_shared: &'static str,
    /// Before the hour at which a session ends in any case.
    pub latest_before: &'static str,
    /// After it.
    pub latest_after: &'static str,
    /// After it on a shared device.
    pub latest_after_shared: &'static str,
    /// The citizen is there: the session goes on.
    pub extend: &'static str,
    /// Doesn't wait for the end.
    pub ahead_now: &'static str,
    /// The sheet was closed, and changes wait.
    pub waits: &'static str,
    /// Signed out in another tab.
    pub left_elsewhere: &'static str,
    /// Another citizen has signed in.
    pub another: &'static str,
    /// Nobody was there, on a shared device.
    pub left_alone: &'static str,
    /// The page was loaded anew, and its session went with it.
    pub loaded_anew: &'static str,
    /// The server doesn't know yet that the citizen has left; before the hour at which it will in any case.
    pub owed_before: &'static str,
    /// After it.
    pub owed_after: &'static str,
    /// News was read.
    pub read: &'static str,
    /// Instead of «on this device»: on a shared one a change is only in the page.
    pub in_memory: &'static str,
}
