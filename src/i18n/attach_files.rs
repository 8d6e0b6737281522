//! Texts of the step that attaches files.

/// Texts of the step that attaches files to the components of a dossier.
pub struct AttachFilesWords {
    /// Title «Đính kèm thành phần hồ sơ» (R4.11).
    pub title: &'static str,
    /// Introduction: what to do on the page.
    pub intro: &'static str,
    /// Text before the maximum size of a file.
    pub most_bytes: &'static str,
    /// Text between that size and the maximum number of files for each component.
    pub most_files: &'static str,
    /// Text after that number.
    pub most_end: &'static str,
    /// Notice: no component of this procedure needs a file.
    pub nothing: &'static str,
    /// Heading of the components that need no file.
    pub not_needed: &'static str,
    /// Explains why those components need no file.
    pub not_needed_help: &'static str,
    /// Text after the name of a component that only some situations need.
    pub if_any: &'static str,
    /// Text before the number of originals.
    pub originals: &'static str,
    /// Text before the number of copies.
    pub copies: &'static str,
    /// Button «Tải tệp lên».
    pub choose: &'static str,
    /// Error in a list of errors: a component has no file. The name of the component follows.
    pub missing: &'static str,
    /// The same error below the name of the component.
    pub missing_here: &'static str,
    /// Notice: the component has the maximum number of files. That number follows.
    pub full: &'static str,
    /// Text after that number.
    pub full_end: &'static str,

    /// File status: the app checks the file before the upload.
    pub checking: &'static str,
    /// File status: the file is being uploaded.
    pub sending: &'static str,
    /// File status: the device is offline, or the server can't be reached.
    pub offline: &'static str,
    /// Explains that the upload continues later.
    pub offline_help: &'static str,
    /// File status «Cơ quan đã nhận»: the server has the whole file.
    pub received: &'static str,
    /// File status: the file isn't attached.
    pub failed: &'static str,
    /// File status: an earlier upload wasn't completed.
    pub unfinished: &'static str,
    /// Advice to choose the same file again.
    pub unfinished_help: &'static str,

    /// Error: the file is empty.
    pub empty: &'static str,
    /// Error: the file is too large. Its size follows.
    pub too_large: &'static str,
    /// Text between the size of the file and the maximum size.
    pub too_large_most: &'static str,
    /// Replaces the two texts before when both sizes look the same after rounding. The maximum size follows.
    pub too_large_slightly: &'static str,
    /// Advice after the maximum size.
    pub too_large_help: &'static str,
    /// Error: the server refused the file as too large.
    pub too_large_there: &'static str,
    /// Error: the content of the file is of no accepted type.
    pub unknown_kind: &'static str,
    /// Error: the file name has another type than the content. The type of the content follows.
    pub name_differs: &'static str,
    /// Advice after that type.
    pub name_differs_help: &'static str,
    /// Error: the browser can't read the file any more.
    pub unreadable: &'static str,
    /// Error: the checksum of the uploaded file differs.
    pub content_differs: &'static str,
    /// Error: the session has ended.
    pub signed_out: &'static str,
    /// Error: the draft doesn't exist any more.
    pub draft_gone: &'static str,
    /// Error: the component has the maximum number of files.
    pub too_many: &'static str,
    /// Error: the server refused the file for another reason.
    pub refused: &'static str,

    /// Button that tries the upload again.
    pub retry: &'static str,
    /// Button that deletes a file.
    pub remove: &'static str,
    /// Button that removes the row of a file that was never sent.
    pub dismiss: &'static str,
    /// Title of the dialog before a file is deleted.
    pub remove_question: &'static str,
    /// Button that closes the dialog without deleting.
    pub keep: &'static str,
    /// Error: the file couldn't be deleted.
    pub remove_failed: &'static str,

    /// Text before the number of files that are being uploaded.
    pub uploading: &'static str,
    /// Text after that number.
    pub uploading_help: &'static str,
    /// Status: the server has all files.
    pub all_received: &'static str,
    /// Button to the next step.
    pub go_on: &'static str,
    /// Link to the next step although files are missing.
    pub later: &'static str,
}
