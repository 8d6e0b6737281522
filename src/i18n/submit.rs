//! Delivery, review, sending and the receipt: what the words are for.

/// Delivery, review, sending and the receipt.
pub struct SubmitWords {
    /// Title of the page.
    pub title: &'static str,
}
