//! Text messages to phones. They are sent through the gateway that the operator configured. Messages contain one-time
//! codes in clear text, so they must never be logged.

/// The gateway of demo mode.
mod demo;
/// A gateway that appends messages to a file.
mod file;
/// The interface that all gateways implement.
mod gateway;
/// The settings file of the gateway over HTTP.
mod gateway_settings;
/// A gateway that sends text messages over HTTP.
mod http;
/// The length of messages, and shortening them.
pub(crate) mod length;
/// Templates with placeholders.
mod template;

pub use demo::DemoGateway;
pub use file::FileGateway;
pub use gateway::{Delivering, Gateway, Messages, TextMessage};
pub use gateway_settings::GatewayError;
pub use http::HttpGateway;
