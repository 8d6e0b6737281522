//! The draft on this device: opened, changed and saved.
//!
//! Four layers, each of which knows only those above it in this list:
//! - `DraftBuffer` merges the server's draft with the citizen's unconfirmed changes. It is pure and tested natively.
//! - `Autosave` owns a buffer, sends its changes, retries, and keeps them in the tab's storage.
//! - [`OpenDraft`] loads a draft with its procedure and form, and offers a page signals to read and methods to change it.
//! - [`OpenDrafts`] keeps every open draft while the citizen is elsewhere, and closes all when the citizen changes.
//!
//! An answer goes this way: a field calls [`OpenDraft::answer`]; the buffer records it; the tab's storage and
//! [`OpenDraft::merged_draft`] change at once; `PATCH` with `If-Match` follows shortly after. If another device has saved
//! meanwhile, the server returns its draft with 412; the buffer merges it, and the next request repeats the change.

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
