//! A fee that an office asks for: its lines, the ways to pay it, and the receipt (biên lai) once it is paid.

use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::time::{Day, Timestamp};

/// A fee that an office asks for in a dossier. A dossier may have several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DossierFee {
    /// Id of the fee: the dossier code and the time of the request in Vietnam,
    /// `H50.19.360-261122-0001-20261122082000`.
    pub id: String,
    /// Code of the dossier that the fee is for. In a group's dossier, it is the code of a part.
    pub dossier: String,
    /// What is paid, «phí» and «lệ phí» apart.
    pub lines: Vec<FeeLine>,
    /// Sum of all lines in đồng (VND). 0 means that the citizen needn't pay.
    #[serde(deserialize_with = "crate::number::deserialize_u64")]
    pub total: u64,
    /// Whether the fee is paid, and whether it can still be paid.
    pub state: FeeState,
    /// Why the office asks for the fee.
    pub reason: String,
    /// When the office asked for the fee.
    pub requested_at: Timestamp,
    /// Last day on which the fee can be paid. Absent if there is no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// True if `postPayment` can begin a payment of this fee now. Absent means false.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub online: bool,
    /// Where the fee can be paid in person: name of the counter. Absent if it can't.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<String>,
    /// Account to which the fee can be transferred. Absent if it can't be transferred now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<BankTransfer>,
    /// Whether the citizen must hand in the receipt of their bank or treasury.
    #[serde(default)]
    pub proof: FeeProof,
    /// The latest payment of this fee, if the citizen began one online: its id for `getPayment`. Absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<String>,
    /// The receipt (biên lai). Absent until the fee is paid, and if nothing had to be paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<FeeReceipt>,
}

/// One line of a fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FeeLine {
    /// Kind of the line.
    pub kind: FeeLineKind,
    /// What the line is for: «Lệ phí đăng ký khai sinh quá hạn».
    pub name: String,
    /// Amount in đồng (VND).
    #[serde(deserialize_with = "crate::number::deserialize_u64")]
    pub amount: u64,
    /// The rule that sets the amount: «Nghị quyết 01/2024/NQ-HĐND». Absent if the office names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

open_enum! {
    /// Kind of a line of a fee (Luật Phí và lệ phí 97/2015/QH13, Luật Quản lý thuế 38/2019/QH14).
    pub enum FeeLineKind {
        /// «Phí»: covers the cost of a service.
        Charge = "charge",
        /// «Lệ phí»: a fixed sum for an administrative act.
        Duty = "duty",
        /// Another sum that the law demands, such as a tax or the price of the use of land.
        Levy = "levy",
    }
}

open_enum! {
    /// State of a fee.
    pub enum FeeState {
        /// «Chờ thanh toán»: the citizen can pay it.
        Waiting = "waiting",
        /// The bank is processing a payment. The citizen should wait and not pay again.
        Pending = "pending",
        /// «Đã thanh toán»: paid, or nothing had to be paid.
        Paid = "paid",
        /// The office doesn't ask for it any more.
        Cancelled = "cancelled",
        /// The last day has passed, so the citizen can't pay it. The office must ask for a new fee.
        Expired = "expired",
    }
}

open_enum! {
    /// Whether a receipt of the bank or treasury must be handed in («Nghĩa vụ tài chính»).
    #[derive(Default)]
    pub enum FeeProof {
        /// None is needed.
        #[default]
        None = "none",
        /// The citizen must hand it in.
        Required = "required",
        /// The office has received it and compares it with the account.
        Received = "received",
    }
}

/// An account to which a fee can be transferred. A client draws it as a VietQR code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct BankTransfer {
    /// Name of the bank: «Vietcombank».
    pub bank_name: String,
    /// Number of the bank in VietQR (bank identification number of NAPAS): six digits.
    pub bin: String,
    /// Number of the account.
    pub account: String,
    /// Name of the holder of the account.
    pub holder: String,
    /// Text that must stand in the transfer, so that the office finds it: at most 25 characters of ASCII.
    pub content: String,
}

/// The receipt (biên lai) for a fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FeeReceipt {
    /// Number of the receipt.
    pub number: String,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Name of the office that received the money.
    pub collector: String,
    /// Name of the person who filed the dossier.
    pub payer: String,
    /// How the fee was paid.
    pub paid_by: PaidBy,
    /// Number of the transaction at the bank. Absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction: Option<String>,
}

open_enum! {
    /// How a fee was paid.
    pub enum PaidBy {
        /// On the page of a payment gateway.
        Online = "online",
        /// By bank transfer.
        Transfer = "transfer",
        /// In person at a counter.
        Counter = "counter",
    }
}
