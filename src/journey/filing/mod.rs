//! The wing that fills, attaches and sends a dossier.

/// Attaches files to the required components.
pub mod attach_files;
/// The draft that is open, and its saving.
pub mod draft;
/// Chooses the agency and asks the form's questions.
pub mod fill_form;
/// Shows the declarations made from the answers.
pub mod read_declarations;
/// The page of each route of this wing.
pub mod routes;
/// Delivery, review, sending, and the receipt.
pub mod submit;
/// The frame around every step of a draft.
pub mod wizard;
