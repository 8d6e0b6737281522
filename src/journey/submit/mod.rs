//! Delivery, review, sending and the receipt.

/// A page of this step.
pub mod delivery_page;
/// A page of this step.
pub mod review_page;
/// A page of this step.
pub mod receipt_page;
