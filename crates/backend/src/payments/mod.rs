//! Fees and online payments. An office asks for a fee; the citizen pays it on the page of a payment gateway, by transfer
//! or at a counter.
//!
//! Money and the status of the dossier change in one transaction. The gateway reports a payment with a signed callback;
//! if the callback is lost, the backend asks the gateway. What the browser says after the payment proves nothing.

/// Asks for a fee, cancels it, and confirms what was paid at a counter.
pub(crate) mod fee_desk;
/// Sends requests to a payment gateway, and checks its callbacks.
pub mod gateway;
/// Receives the callbacks of the gateway.
mod callback;
/// Endpoints that begin and read a payment.
mod handlers;
/// Notices about fees.
mod fee_notices;
/// Asks the gateway about payments that aren't settled.
mod reconcile;
/// Where the payment page leads back to.
mod return_url;
mod routes;
/// What a report of the gateway changes.
mod settle;

pub use reconcile::{reconcile_all, reconcile_every_minute};
pub(crate) use routes::{callback_route, routes};
