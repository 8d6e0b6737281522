//! The wing whose pages need no sign-in: search, lookup of a dossier, and feedback.

/// Searches, filters and shows procedures.
pub mod find_procedure;
/// «Góp ý»: feedback to the operator of the portal.
pub mod give_feedback;
/// «Tra cứu hồ sơ»: the status of a dossier, without sign-in.
pub mod look_up;
/// Maps each route of this wing to its page.
pub mod routes;
