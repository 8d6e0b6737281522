//! The demonstration's back side, `/demo`: the text messages that were "sent", and the officer's desk.
//! Its clock can be moved on, to see a code or a session expire. Only `--demo` has it; without that
//! every path below `/demo` is 404, because whoever reads these messages can sign in as anybody.

/// The officer's desk.
mod desk;
/// Handlers of the pages below `/demo`.
mod handlers;
/// Escaping of HTML.
mod html;
/// Text messages that were "sent".
mod inbox;
/// Moves that an officer can make.
mod moves;
/// The page `/demo` as HTML.
mod page;
mod routes;

pub(crate) use routes::routes;
