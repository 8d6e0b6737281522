//! One attempt to pay a fee on the page of a payment gateway.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;
use crate::link::read_link;
use crate::open_enum::open_enum;
#[cfg(feature = "openapi")]
use crate::pattern;
use crate::time::Timestamp;

/// Body of `postPayment`: where the payment page leads back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPayment {
    /// Path of the page of the app to which the browser returns from the payment page, at most 300 characters:
    /// `/dossiers/H50.19.360-261122-0001/fees/…`. The server adds the query parameter `payment` with the id of the
    /// payment. The path belongs to the origin of the page that sends the request.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::RETURN_PATH_CHARS), regex(pattern = pattern::PAGE_PATH)))]
    pub return_to: String,
}

/// One attempt to pay a fee online.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Payment {
    /// Opaque id of the payment.
    pub id: String,
    /// Code of the dossier that the fee is for.
    pub dossier: String,
    /// Id of the fee.
    pub fee: String,
    /// Amount in đồng (VND).
    #[serde(deserialize_with = "crate::number::deserialize_u64")]
    pub amount: u64,
    /// What the server knows about the payment. Only `paid` means that the fee is paid.
    pub state: PaymentState,
    /// URL of the payment page. Absent once it can't be used any more.
    #[serde(
        default,
        deserialize_with = "read_link",
        skip_serializing_if = "Option::is_none"
    )]
    pub url: Option<String>,
    /// When the payment page stops working.
    pub expires_at: Timestamp,
    /// Amount that has arrived in đồng (VND). Absent until money has arrived. It may differ from `amount`.
    #[serde(
        default,
        deserialize_with = "crate::number::deserialize_optional_u64",
        skip_serializing_if = "Option::is_none"
    )]
    pub received: Option<u64>,
    /// Why the office pays the money back. Absent unless the state is `refund_due` or `refunded`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund_reason: Option<RefundReason>,
}

open_enum! {
    /// State of a payment.
    pub enum PaymentState {
        /// The citizen hasn't paid yet, as far as the gateway knows.
        Open = "open",
        /// The gateway has the order of the citizen, and the bank hasn't confirmed it yet. The citizen should wait.
        Confirming = "confirming",
        /// The money has arrived, and the fee is paid.
        Paid = "paid",
        /// The citizen left the payment page without paying.
        Cancelled = "cancelled",
        /// The bank refused.
        Failed = "failed",
        /// The time to pay is over, and no money has arrived.
        Expired = "expired",
        /// Money has arrived that doesn't pay the fee, because the fee was paid before, isn't asked for any more, or
        /// the amount differs. The office pays it back.
        RefundDue = "refund_due",
        /// The office has paid the money back.
        Refunded = "refunded",
    }
}

open_enum! {
    /// Why the office pays money back.
    pub enum RefundReason {
        /// The fee was paid before.
        PaidTwice = "paid_twice",
        /// The office doesn't ask for the fee any more.
        FeeCancelled = "fee_cancelled",
        /// The amount isn't that of the fee.
        OtherAmount = "other_amount",
    }
}
