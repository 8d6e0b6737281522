//! The draft on this device: opened, changed, saved.

/// Saves the open draft.
mod autosave;
/// The text of one line of a declaration.
pub mod declaration_lines;
/// The declarations made from the answers.
pub mod declarations;
/// The draft that is open, with what isn't saved yet.
pub mod open_draft;
/// All drafts opened in this tab.
pub mod open_drafts;
/// An agency that is chosen only in part.
pub mod partial_agency;
/// Delivery details that are filled only in part.
pub mod partial_delivery;
