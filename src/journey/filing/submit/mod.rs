//! The last steps of filing: the citizen chooses how to receive the result, reviews everything and sends the dossier;
//! then they see the receipt.
//!
//! When the citizen presses «Gửi hồ sơ», this module first looks for problems on this device and then saves the unsaved
//! changes. Then it sends the version of the draft, and a manifest that lists the draft's files. The server accepts the
//! dossier only if version and manifest match its own data.

/// The form controls of one delivery.
mod delivery_controls;
/// The fields of one delivery, and their conversion to a `Delivery`.
mod delivery_fields;
/// The page where the citizen chooses how they receive the results.
pub mod delivery_page;
/// The page with the receipt of a dossier.
pub mod receipt_page;
/// The receipt as a picture.
mod receipt_picture;
/// The page where the citizen reviews everything and sends the dossier.
pub mod review_page;
/// The sections of the review: agencies, declarations, files and deliveries.
mod review_sections;
/// Sends the dossier. A repeated request doesn't create a second dossier.
mod submission;
/// Finds the problems that must be fixed before the dossier can be sent.
mod submission_problems;

pub use self::delivery_page::DeliveryPage;
pub use self::receipt_page::ReceiptPage;
pub use self::review_page::ReviewPage;
pub(crate) use self::submission::{SubmissionOutcome, submit_draft};
