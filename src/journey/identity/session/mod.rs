//! The parts of the session that every page shows: the status line, the renewal sheet and the sign-out button.
//!
//! The state of the session is in [`crate::session`], because the first screen needs it before this wing's chunk is
//! fetched.

/// Watches the session, and renders the status line, the renewal sheet and the sign-out button.
pub mod overlay;
/// The form for the one-time code on the renewal sheet.
pub mod renewal_code;
/// The sheet that covers a page whose session has expired.
pub mod renewal_sheet;
/// The button that signs the citizen out.
pub mod sign_out_button;
/// The line at the bottom of every page that shows the status of the session.
pub mod status_line;
