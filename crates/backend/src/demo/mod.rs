//! The demo page `/demo`. It shows the text messages, Zalo messages and e-mails that real gateways would send. A
//! visitor can act as the officer and decide on dossiers. The clock can also be moved forward, for example to see a
//! code or a session expire.
//!
//! The page exists only with `--demo`. Without this option, all paths below `/demo` return 404, because anybody who can
//! read the one-time codes can sign in to any account.

/// Messages of the officer to the citizen.
mod conversation;
/// Handler of the officer's apology for a delay.
mod apology;
/// The form of the officer's apology.
mod apology_form;
/// The officer's decisions on dossiers.
mod desk;
/// The forms with which the officer asks for fees.
mod fee_form;
/// The officer's decisions on fees.
mod fee_handlers;
/// The fees of a dossier at the officer's desk.
mod fees;
/// How a result was handed over.
mod handover;
/// Handlers of the paths below `/demo`.
mod handlers;
/// Escaping of HTML.
mod html;
/// The messages that the demo gateways stored.
mod inbox;
/// The decisions that are possible for each status.
mod moves;
/// What the officer sees beside the status of a dossier.
mod outcome;
/// The officer's forms for the outcome of a dossier.
mod outcome_form;
/// The page `/demo` as HTML.
mod page;
/// Results that the officer attaches.
mod results;
mod routes;
/// The officer's requests for corrections and papers.
mod supplement;
/// The form for such a request as HTML.
mod supplement_form;
/// What the office has asked, and what it has received.
mod supplement_state;

pub(crate) use routes::routes;
