//! The wing that needs no sign-in.

/// Searches, filters and shows procedures.
pub mod find_procedure;
/// «Góp ý»: a message to the portal's operator.
pub mod give_feedback;
/// «Tra cứu hồ sơ»: the status of a dossier, without signing in.
pub mod look_up;
/// The page of each route of this wing.
pub mod routes;
