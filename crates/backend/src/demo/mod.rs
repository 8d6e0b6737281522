//! The demo page `/demo`. It shows the text messages, Zalo messages and e-mails that real gateways would send. A visitor can act as the officer
//! and decide on dossiers. The clock can also be moved forward, for example to see a code or a session expire.
//!
//! The page exists only with `--demo`. Without this option, all paths below `/demo` return 404, because anybody who can
//! read the one-time codes can sign in to any account.

/// Handler of the officer's apology for a delay.
mod apology;
/// The form of the officer's apology.
mod apology_form;
/// The officer's decisions on dossiers.
mod desk;
/// Handlers of the paths below `/demo`.
mod handlers;
/// Escaping of HTML.
mod html;
/// The messages that the demo gateways stored.
mod inbox;
/// The decisions that are possible for each status.
mod moves;
/// The page `/demo` as HTML.
mod page;
mod routes;

pub(crate) use routes::routes;
