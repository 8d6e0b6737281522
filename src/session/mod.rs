//! The citizen's session: who is signed in, when the session expires, and how it ends. The session cookie is
//! `HttpOnly`, so the app's code can't read it.

/// Handles a session that expires while a page is open.
mod expiry;
/// Computes when a session ends.
mod lifetime;
/// A sign-out that the backend hasn't confirmed yet.
mod pending_sign_out;
/// Which optional features the backend offers.
pub mod portal_features;
/// Requests to the backend that read or change the session.
mod requests;
/// Signs the citizen out.
mod sign_out;
/// The state of the session, in the context of the app.
mod state;
/// Messages about the session between the tabs of one browser.
mod tab_channel;
/// The data about the session that pages show.
mod view;
/// The person who uses the app: a signed-in citizen or a guest.
mod visitor;
/// Watches the session while the page is open.
mod watch;

pub use self::lifetime::ExpiryWarning;
pub use self::state::{FlushUnsaved, SessionState, use_session};
pub use self::view::{SessionNotice, SessionStatus};
pub use self::visitor::Visitor;
