//! The rules of fees and payments: which state a fee has, what arrived money pays, and the QR code of a bank transfer.

mod fee_rules;
mod vietqr;

pub use self::fee_rules::{
    ArrivedMoney, FeeFacts, can_ask_for_fee, can_pay_now, fee_id, fee_state, judge_money,
    state_on_arrival, total,
};
pub use self::vietqr::{VietQr, transfer_content};
