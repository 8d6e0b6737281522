//! What every page shows of the session.

/// Draws the status line, the renewal sheet and the sign-out button.
pub mod overlay;
/// The one-time code on the renewal sheet.
pub mod renewal_code;
/// The sheet over a page whose session has expired.
pub mod renewal_sheet;
/// Signs out.
pub mod sign_out_button;
/// The session's status, at the foot of every page.
pub mod status_line;
