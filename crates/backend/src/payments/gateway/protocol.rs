//! The messages between the backend and the gateway. All of them are JSON, and all of them are signed.

use serde::{Deserialize, Serialize};

/// Path at which the gateway takes orders. The state of an order is at this path, a slash and the order's number.
pub const ORDERS_PATH: &str = "/orders";
/// Path of the backend to which the gateway reports payments.
pub const CALLBACK_PATH: &str = "/payment-callbacks";

/// An order: the citizen will pay this amount on the gateway's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewOrder {
    /// Number of the order. A repeated order with the same number is the same order.
    pub order: String,
    /// Amount in đồng.
    pub amount: u64,
    /// What is paid, for the citizen. It contains no name.
    pub description: String,
    /// Where the payment page leads back to.
    pub return_url: String,
    /// How long the payment page works, in seconds.
    pub valid_seconds: u32,
}

/// The response to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreatedOrder {
    /// URL of the payment page.
    pub url: String,
}

/// What the gateway knows about an order: the body of a callback, and the response to a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderReport {
    /// Number of the order.
    pub order: String,
    /// The state of the order.
    pub state: OrderState,
    /// Amount that was paid, in đồng. 0 unless the state is `paid`.
    pub amount: u64,
    /// Number of the transaction at the bank, once the order is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction: Option<String>,
}

/// State of an order at the gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// The citizen hasn't decided yet.
    Open,
    /// The bank is processing the payment.
    Processing,
    /// The money has arrived.
    Paid,
    /// The citizen cancelled.
    Cancelled,
    /// The bank refused.
    Failed,
    /// The time is over.
    Expired,
    /// A state that this backend doesn't know. It changes nothing.
    #[serde(other)]
    Unknown,
}
