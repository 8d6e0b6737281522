//! The payment gateway: its protocol, the signatures of its messages, and the client that calls it.

/// Calls the gateway.
mod client;
/// The messages between the backend and the gateway.
mod protocol;
/// The settings file of a gateway.
mod settings;
/// Signs and verifies messages.
mod signature;

pub use client::{GatewayUnavailable, PaymentGateway};
pub use protocol::{CALLBACK_PATH, CreatedOrder, NewOrder, ORDERS_PATH, OrderReport, OrderState};
pub use settings::{GatewaySettingsError, PaymentGatewaySettings};
pub use signature::{
    GatewayKey, NONCE_HEADER, SIGNATURE_HEADER, SignatureError, SignedMessage, TIMESTAMP_HEADER,
};
