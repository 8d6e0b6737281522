//! The draft in this tab: how it is opened, changed and saved.
//!
//! Four layers, each of which knows only those above it in this list:
//! - `DraftBuffer` merges this tab's copy of the server's draft with the citizen's unconfirmed changes. It is pure and
//!   is tested without a browser.
//! - `Autosave` owns a buffer. It sends the changes, retries failed requests, and writes unconfirmed changes to the
//!   tab's storage.
//! - [`OpenDraft`] loads a draft with its procedure and form. It gives the pages signals to read and methods to change
//!   the draft.
//! - [`OpenDrafts`] keeps every open draft while the citizen visits other pages. It closes all drafts when another
//!   citizen signs in.
//!
//! This is the path of an answer: a field calls [`OpenDraft::answer`], and the buffer records the answer. The tab's
//! storage and [`OpenDraft::merged_draft`] change at once. Shortly afterwards a `PATCH` request with `If-Match` is
//! sent. If another device has saved meanwhile, the server returns the newer draft with status 412. The buffer merges
//! that draft, and the next request sends the change again.

/// Sends the changes of an open draft to the server.
mod autosave;
/// The lines of a declaration.
pub mod declaration_lines;
/// The declarations that are made from the answers.
pub mod declarations;
/// This tab's copy of the server's draft, with the unconfirmed changes.
mod draft_buffer;
/// Why a draft can't be filed any more.
mod obstacle;
/// One draft that is open in this tab.
mod open_draft;
/// All drafts opened in this tab.
mod open_drafts;
/// The idempotency key of a submission.
mod submission_key;
/// Choices that are incomplete, so that the server can't store them yet.
pub mod partial_choices;

pub use self::autosave::SaveState;
pub use self::obstacle::DraftObstacle;
pub use self::open_draft::{LoadedProcedure, OpenDraft};
pub use self::open_drafts::{OpenDrafts, use_open_draft, use_open_drafts};
pub(crate) use self::submission_key::{is_submission_unconfirmed, submission_key};
