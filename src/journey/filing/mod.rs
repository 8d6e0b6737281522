//! The wing where the citizen fills in a form, attaches files and sends the dossier.

/// Attaches files to the required components.
pub mod attach_files;
/// The open draft, and how it is saved.
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
