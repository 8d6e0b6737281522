//! Choosing how to receive the result, reviewing everything, sending once, and the receipt.

/// Review everything, then «Gửi hồ sơ».
pub mod review_page;
/// What is read over there.
mod review_lines;
/// What still stands between the draft and the office.
mod obstacles;
/// Sending: once, however often the button is tapped.
mod sending;
/// How to receive the result.
pub mod delivery_page;
/// One choice of how to receive a result.
mod delivery_choice;
/// What stands in its fields.
mod delivery_fields;
/// The receipt.
pub mod receipt_page;
