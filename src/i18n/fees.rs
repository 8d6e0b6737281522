//! Texts about fees and payments.

use contract::payment::{FeeLineKind, FeeState, PaidBy};

/// Texts about fees and payments («Nghĩa vụ tài chính», «Thanh toán phí»).
pub struct FeeWords {
    /// Heading of the fees on the page of a dossier.
    pub section: &'static str,
    /// Title of the page of a fee.
    pub title: &'static str,
    /// Label of the sum of a fee.
    pub amount: &'static str,
    /// Label of the last day on which a fee can be paid.
    pub until: &'static str,
    /// Label of the time at which the office asked for a fee.
    pub asked_at: &'static str,
    /// Label of the reason for a fee.
    pub reason: &'static str,
    /// Label of the code of the dossier that a fee is for.
    pub dossier: &'static str,
    /// Link to the page of a fee that can be paid.
    pub open_to_pay: &'static str,
    /// Link to the page of a paid fee.
    pub open_receipt: &'static str,
    /// Link to the page of any other fee.
    pub open: &'static str,
    /// Heading of the lines of a fee.
    pub lines: &'static str,
    /// Kind of a line: «phí».
    pub charge: &'static str,
    /// Kind of a line: «lệ phí».
    pub duty: &'static str,
    /// Kind of a line: another sum that the law demands.
    pub levy: &'static str,
    /// Before the rule that sets an amount.
    pub basis: &'static str,
    /// Before the kind of lines whose sum follows.
    pub sum_of: &'static str,
    /// Label of the sum of all lines.
    pub total: &'static str,
    /// Notice: the sum is 0.
    pub free: &'static str,
    /// State of a fee that can be paid.
    pub waiting: &'static str,
    /// State of a fee whose payment the bank is processing.
    pub pending: &'static str,
    /// State of a paid fee.
    pub paid: &'static str,
    /// State of a fee that the office doesn't ask for any more.
    pub cancelled: &'static str,
    /// State of a fee whose last day has passed.
    pub expired: &'static str,
    /// Notice below the state of a fee that the bank is confirming.
    pub pending_help: &'static str,
    /// Notice below the state of a fee whose last day has passed.
    pub expired_help: &'static str,
    /// Heading of the payment on the page of a gateway.
    pub online: &'static str,
    /// Explains what happens after the button is pressed.
    pub online_help: &'static str,
    /// Button that opens the payment page.
    pub pay: &'static str,
    /// Button that opens the payment page again.
    pub reopen: &'static str,
    /// Heading of the bank transfer.
    pub transfer: &'static str,
    /// Explains how to use the code.
    pub transfer_help: &'static str,
    /// Says what happens after a transfer.
    pub transfer_after: &'static str,
    /// Alternative text of the code.
    pub code: &'static str,
    /// Label of the bank.
    pub bank: &'static str,
    /// Label of the account number.
    pub account: &'static str,
    /// Label of the holder of the account.
    pub holder: &'static str,
    /// Label of the text of a transfer.
    pub content: &'static str,
    /// Button that copies a value.
    pub copy: &'static str,
    /// Announcement: the value was copied.
    pub copied: &'static str,
    /// Announcement: the browser refused to copy.
    pub not_copied: &'static str,
    /// Button that saves the code as a picture.
    pub save_code: &'static str,
    /// Announcement: the picture is being saved.
    pub saved: &'static str,
    /// Announcement: the browser can't download the picture, but it is shown.
    pub shown: &'static str,
    /// Announcement: the browser can't make a picture.
    pub not_saved: &'static str,
    /// Beginning of the name of the picture's file.
    pub file_name: &'static str,
    /// Heading of the payment in person.
    pub counter: &'static str,
    /// Before the name of the counter.
    pub counter_help: &'static str,
    /// Tells what to say at the counter.
    pub counter_tell: &'static str,
    /// Notice: a bank receipt must be handed in.
    pub proof_required: &'static str,
    /// Link to the page that hands in the receipt of the bank.
    pub proof_send: &'static str,
    /// Notice: the bank receipt was received.
    pub proof_received: &'static str,
    /// Heading of the receipt.
    pub receipt: &'static str,
    /// Label of the number of the receipt.
    pub receipt_number: &'static str,
    /// Label of the time of the receipt.
    pub receipt_at: &'static str,
    /// Label of the office that received the money.
    pub collector: &'static str,
    /// Label of the person who paid.
    pub payer: &'static str,
    /// Label of the payment method.
    pub payment_method: &'static str,
    /// Payment method: on the page of a gateway.
    pub by_online: &'static str,
    /// Payment method: by bank transfer.
    pub by_transfer: &'static str,
    /// Payment method: in person.
    pub by_counter: &'static str,
    /// Label of the number of the transaction.
    pub transaction: &'static str,
    /// Button that prints the receipt.
    pub print: &'static str,
    /// Notice after the payment page, until the backend has told what became of the payment.
    pub result_asking: &'static str,
    /// Notice after the payment page: paid.
    pub result_paid: &'static str,
    /// Notice after the payment page: not paid yet. The time follows.
    pub result_open: &'static str,
    /// Notice after the payment page: the bank is processing.
    pub result_confirming: &'static str,
    /// Notice after the payment page: cancelled.
    pub result_cancelled: &'static str,
    /// Notice after the payment page: the bank refused.
    pub result_failed: &'static str,
    /// Notice after the payment page: too late.
    pub result_expired: &'static str,
    /// Notice about a payment: which amount has arrived. The amount follows.
    pub result_received: &'static str,
    /// Why an amount that has arrived pays nothing: the fee was paid before.
    pub refund_paid_twice: &'static str,
    /// Why an amount that has arrived pays nothing: the office doesn't ask for the fee any more.
    pub refund_fee_cancelled: &'static str,
    /// Why an amount that has arrived pays nothing: another amount is asked for, which follows.
    pub refund_other_amount: &'static str,
    /// Why an amount that has arrived pays nothing, if the reason isn't known.
    pub refund_unknown: &'static str,
    /// Notice about a payment: the money will be paid back.
    pub result_refund: &'static str,
    /// Notice about a payment: the money was paid back.
    pub result_refunded: &'static str,
    /// Error: the gateway can't be reached.
    pub unavailable: &'static str,
    /// Error: the fee can't be paid any more.
    pub closed: &'static str,
    /// Notice: the dossier has no such fee.
    pub unknown: &'static str,
    /// Link to the page of the dossier.
    pub back: &'static str,
    /// Summary of the disclosure that explains where a fee comes from.
    pub why: &'static str,
    /// Explains where a fee comes from, before the reason of the office.
    pub why_text: &'static str,
}

impl FeeWords {
    /// The name of a state. A state that the app doesn't know has the name that the backend gave it.
    pub const fn state(&self, state: FeeState) -> &'static str {
        match state {
            FeeState::Waiting => self.waiting,
            FeeState::Pending => self.pending,
            FeeState::Paid => self.paid,
            FeeState::Cancelled => self.cancelled,
            FeeState::Expired => self.expired,
            FeeState::Other(text) => text.as_str(),
        }
    }

    /// The name of the kind of a line. A kind that the app doesn't know has the name that the backend gave it.
    pub const fn kind(&self, kind: FeeLineKind) -> &'static str {
        match kind {
            FeeLineKind::Charge => self.charge,
            FeeLineKind::Duty => self.duty,
            FeeLineKind::Levy => self.levy,
            FeeLineKind::Other(text) => text.as_str(),
        }
    }

    /// The name of a payment method. One that the app doesn't know has the name that the backend gave it.
    pub const fn payment_method(&self, by: PaidBy) -> &'static str {
        match by {
            PaidBy::Online => self.by_online,
            PaidBy::Transfer => self.by_transfer,
            PaidBy::Counter => self.by_counter,
            PaidBy::Other(text) => text.as_str(),
        }
    }
}
