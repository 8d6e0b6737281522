//! The last steps: how the result will be received, the review of everything, sending, and the receipt.
//!
//! «Gửi hồ sơ» first looks for problems on this device, then flushes the unsaved changes, and then sends the version of the
//! draft together with a manifest of its files. The server accepts the dossier only if its own data match.

/// The controls of one delivery.
mod delivery_controls;
/// The fields of one delivery, and how they become a delivery.
mod delivery_fields;
/// The step that chooses how the results are received.
pub mod delivery_page;
/// The receipt of a dossier.
pub mod receipt_page;
/// The step that reviews everything and sends it.
pub mod review_page;
/// The sections of the review.
mod review_sections;
/// Sends the dossier, only once.
mod submission;
/// What must be fixed before the dossier can be sent.
mod submission_problems;

pub use self::delivery_page::DeliveryPage;
pub use self::receipt_page::ReceiptPage;
pub use self::review_page::ReviewPage;
