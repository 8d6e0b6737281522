//! Opens an attached file and checks that other programs can open it too.
//!
//! The checks read the structure of the file to its end, and decode no picture. So they find a file that was cut off, a
//! locked PDF and a PDF without a page, and they take milliseconds on a phone. The app runs them before it uploads a
//! file. The backend runs the same checks on the uploaded file.

mod defect;
mod jpeg;
mod pdf;
mod pdf_dictionary;
mod pdf_signature;
mod pdf_string;
mod png;

use contract::portal::UploadLimits;

pub use defect::FileDefect;
pub use pdf_signature::read_signatures;

use crate::file_kind::{FileKind, UnsupportedKind, detect_file_kind};

/// Why a file can't be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The file is empty.
    Empty,
    /// The file is larger than the portal accepts.
    TooLarge {
        /// The maximum size of a file, in bytes.
        max: u64,
    },
    /// The portal accepts no files of the kind that the content shows.
    UnsupportedKind(UnsupportedKind),
    /// The kind is accepted, but an officer couldn't open or read the file.
    Defect(FileDefect),
}

/// Checks the size of a file. Call it before the file is read, so that a phone never reads a file that is too large.
pub fn check_file_size(size: u64, limits: &UploadLimits) -> Result<(), FileError> {
    match size {
        0 => Err(FileError::Empty),
        size if size > limits.max_bytes => Err(FileError::TooLarge {
            max: limits.max_bytes,
        }),
        _ => Ok(()),
    }
}

/// Checks the whole content of a file, and returns its kind. The name of the file doesn't matter.
pub fn check_file_content(bytes: &[u8], limits: &UploadLimits) -> Result<FileKind, FileError> {
    let kind = detect_file_kind(bytes).map_err(FileError::UnsupportedKind)?;
    let is_accepted = |accepted: &String| accepted == kind.media_type();
    if !limits.media_types.iter().any(is_accepted) {
        return Err(FileError::UnsupportedKind(UnsupportedKind::Other));
    }
    match kind {
        FileKind::Jpeg => jpeg::check_jpeg(bytes),
        FileKind::Png => png::check_png(bytes),
        FileKind::Pdf => pdf::check_pdf(bytes),
    }
    .map(|()| kind)
    .map_err(FileError::Defect)
}

#[cfg(test)]
mod tests;
