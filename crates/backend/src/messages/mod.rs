//! Text messages to a citizen's phone, through whatever gateway the operator has. A message is the only
//! place where a one-time code stands in clear; no log may show one.

/// The demonstration's gateway.
mod demo;
/// A gateway that appends messages to a file.
mod file;
/// The interface of a gateway.
mod gateway;
/// The operator's file that describes an HTTP gateway.
mod gateway_settings;
/// A gateway over HTTP.
mod http;
/// Filling in templates.
mod template;

pub use demo::DemoGateway;
pub use file::FileGateway;
pub use gateway::{Delivering, Gateway, Messages, TextMessage};
pub use gateway_settings::GatewayFault;
pub use http::HttpGateway;
