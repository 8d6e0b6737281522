//! The demo page `/demo`: it shows the text messages that a real gateway would send, and lets a visitor decide on dossiers
//! as an officer. It can also move the clock forward, to see a code or a session expire.
//!
//! The page exists only with `--demo`. Without it, all paths below `/demo` return 404, because anyone who can read the
//! one-time codes can sign in to any account.

/// The officer's decisions.
mod desk;
/// Handlers of the pages below `/demo`.
mod handlers;
/// Escaping of HTML.
mod html;
/// The stored text messages.
mod inbox;
/// The decisions that are possible for a status.
mod moves;
/// The page `/demo` as HTML.
mod page;
mod routes;

pub(crate) use routes::routes;
