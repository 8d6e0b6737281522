//! The wing where the citizen fills in the form, attaches files and sends the dossier.

/// Attaches files to the components that the dossier requires.
pub mod attach_files;
/// The open draft, and how its changes are saved.
pub mod draft;
/// The steps where the citizen chooses the agency and answers the form.
pub mod fill_form;
/// Shows the declarations that are made from the answers.
pub mod read_declarations;
/// Fills in and sends a reply about a dossier that is under way.
pub mod reply;
/// Maps each route of this wing to its page.
pub mod routes;
/// The last steps: delivery of the result, review, sending, and the receipt.
pub mod submit;
/// The frame that every step of a draft is shown in.
pub mod wizard;
/// What is already under way for a procedure.
pub mod under_way;
