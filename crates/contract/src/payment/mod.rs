//! What a citizen must pay for a dossier («Nghĩa vụ tài chính», «Thanh toán phí»), and the payments with which they do.

/// A fee that an office asks for.
mod fee;
/// One attempt to pay a fee online.
mod online_payment;

pub use self::fee::{
    BankTransfer, DossierFee, FeeLine, FeeLineKind, FeeProof, FeeReceipt, FeeState, PaidBy,
};
pub use self::online_payment::{NewPayment, Payment, PaymentState, RefundReason};
