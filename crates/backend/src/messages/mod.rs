//! Messages to citizens: text messages and Zalo messages to phones, and e-mails. They are sent through the gateways
//! that the operator configured. Messages contain one-time codes in clear text, so they must never be logged.

/// The gateway of demo mode.
mod demo;
/// The interface that all e-mail gateways implement.
mod email;
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
/// A gateway that sends e-mails over SMTP.
mod smtp;
/// The settings file of the gateway over SMTP.
mod smtp_settings;
/// Templates with placeholders.
mod template;

pub use demo::{DemoEmailGateway, DemoGateway};
pub use email::{EmailGateway, EmailMessage, Emails};
pub use file::FileGateway;
pub use gateway::{Delivering, Gateway, Messages, TextMessage};
pub use gateway_settings::GatewayError;
pub use http::HttpGateway;
pub use smtp::SmtpGateway;
pub use smtp_settings::EmailGatewayError;
