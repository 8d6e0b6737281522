//! What the citizen already has under way for a procedure. It is offered before they begin the procedure again, and before
//! they send another dossier of it.

/// Lists the open drafts and running dossiers of a procedure.
pub mod under_way_offer;
