//! Choosing how to receive the result, reviewing everything, sending once, and the receipt.

/// Review everything, then «Gửi hồ sơ».
pub mod review_page;
/// What is read over there.
mod review_sections;
/// What still stands between the draft and the office.
mod submission_problems;
/// SubmissionState: once, however often the button is tapped.
mod submission;
/// How to receive the result.
pub mod delivery_page;
/// One choice of how to receive a result.
mod delivery_controls;
/// What stands in its fields.
mod delivery_fields;
/// The receipt.
pub mod receipt_page;
