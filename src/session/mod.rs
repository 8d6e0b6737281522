//! The session of the citizen who uses the app: who is signed in, when the session expires, and how it ends. The session's
//! cookie is `HttpOnly`, so no code here ever sees it.

/// What happens when a session expires under an open page.
mod expiry;
/// When a session ends.
mod lifetime;
/// A sign-out that the backend hasn't confirmed yet.
mod pending_sign_out;
/// Which optional features the backend has.
pub mod portal_features;
/// Asks the backend about the session, and changes it there.
mod requests;
/// Signs the citizen out.
mod sign_out;
/// The session in the context of the app.
mod state;
/// Messages between the tabs of one browser.
mod tab_channel;
/// The parts of the session that pages show.
mod view;
/// Who uses the app.
mod visitor;
/// Watches the session for the life of the page.
mod watch;

pub use self::lifetime::ExpiryWarning;
pub use self::state::{FlushUnsaved, SessionState, use_session};
pub use self::view::{SessionNotice, SessionStatus};
pub use self::visitor::Visitor;
