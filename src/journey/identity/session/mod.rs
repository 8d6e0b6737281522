//! The parts of the session that every page shows: the status line, the renewal sheet and the button that signs out.
//!
//! The state itself is in [`crate::session`], which the first screen needs before this chunk is fetched.

/// Draws the status line, the renewal sheet and the sign-out button.
pub mod overlay;
/// The one-time code on the renewal sheet.
pub mod renewal_code;
/// The sheet over a page whose session has expired.
pub mod renewal_sheet;
/// The button that signs out.
pub mod sign_out_button;
/// The status of the session, at the bottom of every page.
pub mod status_line;
