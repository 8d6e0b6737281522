//! The demo page `/demo`. It shows the text messages that a real gateway would send. A visitor can act as the officer
//! and decide on dossiers. The clock can also be moved forward, for example to see a code or a session expire.
//!
//! The page exists only with `--demo`. Without this option, all paths below `/demo` return 404, because anybody who can
//! read the one-time codes can sign in to any account.

/// The officer's decisions on dossiers.
mod desk;
/// The forms with which the officer asks for fees.
mod fee_form;
/// The officer's decisions on fees.
mod fee_handlers;
/// The fees of a dossier at the officer's desk.
mod fees;
/// Handlers of the paths below `/demo`.
mod handlers;
/// Escaping of HTML.
mod html;
/// The text messages that the demo gateway stored.
mod inbox;
/// The decisions that are possible for each status.
mod moves;
/// The page `/demo` as HTML.
mod page;
mod routes;
/// The officer's requests for corrections and papers.
mod supplement;
/// The form for such a request as HTML.
mod supplement_form;

pub(crate) use routes::routes;
