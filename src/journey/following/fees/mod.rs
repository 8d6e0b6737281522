//! The fees of a dossier («Nghĩa vụ tài chính», «Thanh toán phí»), and paying them.

/// The lines of a fee and their sums.
mod fee_lines;
/// The page of a fee.
pub mod fee_page;
/// The receipt (biên lai) of a paid fee.
mod fee_receipt;
/// The fees on the page of a dossier.
pub mod fees_section;
/// Begins a payment and leaves for its page.
pub mod online_payment;
/// What became of a payment.
pub mod payment_outcome;
/// The bank transfer: account, amount and VietQR code.
pub mod transfer;
