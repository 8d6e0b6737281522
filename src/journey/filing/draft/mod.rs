//! The draft on this device: opened, changed and saved.

/// Sends the changes of an open draft to the server.
mod autosave;
/// The lines of a declaration.
pub mod declaration_lines;
/// The declarations made from the answers.
pub mod declarations;
/// The server's draft with the unconfirmed changes.
mod draft_buffer;
/// One draft while it is open.
mod open_draft;
/// All drafts opened in this tab.
mod open_drafts;
/// Choices that are not complete yet.
pub mod partial_choices;

pub use self::autosave::SaveState;
pub use self::open_draft::{LoadedProcedure, OpenDraft};
pub use self::open_drafts::{OpenDrafts, use_open_draft, use_open_drafts};
