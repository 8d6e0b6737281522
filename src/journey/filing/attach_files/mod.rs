//! Attach a file to each component. Uploads belong to the app, not to the page: leaving it stops none of them.

/// The page.
pub mod attach_page;
/// One paper, for as long as the answers call for it.
pub mod paper;
/// Which papers still lack a file.
mod missing_papers;
/// One component with its files.
pub mod attachment_field;
/// Every upload of this visit.
pub mod uploads;
/// One file on its way.
mod upload;
/// What it tells its draft.
mod noting;
/// How far a file has come, in words.
mod stage;
/// A file in the list of its component.
mod file_line;
/// «Xóa», asked first.
mod removal;
