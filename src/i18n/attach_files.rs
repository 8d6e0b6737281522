//! Attaching files: what the words are for.

/// Attaching files.
pub struct AttachFilesWords {
    /// Title of the page.
    pub title: &'static str,
}
