//! The step where the citizen attaches files to the components of the dossier. Uploads belong to the app, not to a page,
//! so that they continue when the page is left.
//!
//! An upload goes through the stages of `UploadStage`: the file is checked and hashed on this device, sent in chunks with
//! tus 1.0, and counts as received only if the server returns the same SHA-256. The open draft lists it as an attachment
//! as soon as the server has created it, and another visit can resume it from there.

/// The page of the step.
pub mod attach_page;
/// Keeps the attachments of an open draft up to date while files are uploaded.
mod attachment_sync;
/// The files of one component, with the field to choose more.
pub mod component_files;
/// One component, while the answers require it.
pub mod component_section;
/// One row in the list of files.
mod file_line;
/// Removes a file after a confirmation.
pub mod file_removal;
/// Finds components that still lack a file or an answer.
mod missing_components;
/// One file that is being uploaded.
mod upload;
/// The state of an upload, and its texts.
mod upload_stage;
/// All uploads of this visit.
mod uploads;

pub use self::attach_page::AttachPage;
pub use self::uploads::Uploads;
