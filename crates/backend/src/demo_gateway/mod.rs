//! A payment gateway for demonstrations and tests. It is a process of its own, as the gateway of a bank is another
//! machine: the backend reaches it only by signed requests, and it reaches the backend only by signed callbacks.
//!
//! Its page lets the visitor choose what a bank would do: pay, refuse, take time, pay another amount, or pay without
//! telling the backend.

/// The orders, and the file that keeps them.
mod orders;
/// The pages of the gateway as HTML.
mod pages;
/// Starts the gateway as a child process, and runs it there.
mod process;
/// The server of the gateway.
mod server;

pub use process::{GatewayProcess, GatewayProcessError, run_as_child};
pub use server::{DemoGatewaySettings, serve_gateway};
