//! The step where the citizen attaches files to the components (required documents) of the dossier. Uploads belong to
//! the app, not to a page, so they continue when the citizen leaves the page.
//!
//! An upload goes through the stages of `UploadStage`: the file is checked and hashed on this device, and sent in
//! chunks with the protocol tus 1.0. It counts as received only if the server returns the same SHA-256 hash. As soon as
//! the server has created the upload, the open draft lists it as an attachment. If the app is closed before the upload
//! is complete, the citizen can resume it later by choosing the same file again.

/// The page where the citizen attaches files.
pub mod attach_page;
/// Keeps the attachments of an open draft up to date while files are uploaded.
mod attachment_sync;
/// The files of one component, and the field to choose more files.
pub mod component_files;
/// One component, shown while the answers require it.
pub mod component_section;
/// One row in the list of a component's files.
mod file_line;
/// Removes a file after the citizen has confirmed the removal.
pub mod file_removal;
/// Finds components that still lack a file or the citizen's answer.
mod missing_components;
/// Files whose component the procedure no longer has.
pub mod unknown_files;
/// The upload of one file.
mod upload;
/// What all uploads share.
mod upload_context;
/// The stages of an upload, and the texts for each stage.
mod upload_stage;
/// All uploads since the app was loaded.
mod uploads;

pub use self::attach_page::AttachPage;
pub(crate) use self::component_files::{ComponentFiles, field_id};
pub(crate) use self::file_removal::{FileRemoval, removal_dialog};
pub(crate) use self::missing_components::has_file;
pub use self::uploads::Uploads;
pub(crate) use self::uploads::use_uploads;
