//! Texts of the step that attaches files.

/// Texts of the step that attaches files to the components of a dossier (the documents that it requires).
pub struct AttachFilesWords {
    /// Title «Đính kèm thành phần hồ sơ» of the step (R4.11).
    pub title: &'static str,
    /// Introduction: how to attach a file to each component.
    pub intro: &'static str,
    /// Text before the maximum size of a file.
    pub most_bytes: &'static str,
    /// Text between the maximum size of a file and the maximum number of files for each component.
    pub most_files: &'static str,
    /// Text after the maximum number of files for each component.
    pub most_end: &'static str,
    /// Notice: no component of this procedure needs a file.
    pub nothing: &'static str,
    /// Heading of the list of components that need no file.
    pub not_needed: &'static str,
    /// Explains why the components in the list `not_needed` need no file.
    pub not_needed_help: &'static str,
    /// Notice above the files of a component that the answers don't need any more.
    pub no_longer_needed: &'static str,
    /// Text after the name of a component that is needed in some situations only.
    pub if_any: &'static str,
    /// Text before the required number of originals of a component.
    pub originals: &'static str,
    /// Text before the required number of copies of a component.
    pub copies: &'static str,
    /// Button «Tải tệp lên» that chooses a file to upload.
    pub choose: &'static str,
    /// Error in the summary at the top of the page: a component has no file. The name of the component follows.
    pub missing: &'static str,
    /// Error at the component itself: it has no file.
    pub missing_here: &'static str,
    /// Notice: the component already has the maximum number of files. The maximum follows.
    pub full: &'static str,
    /// Text after the maximum number of files in `full`.
    pub full_end: &'static str,
    /// Notice: more files were chosen than there is room for, and the first ones were taken. Text before their number.
    pub taken: &'static str,
    /// Text between the number of files that were taken and the number of files that were chosen.
    pub taken_of: &'static str,
    /// Text after the number of files that were chosen. The maximum follows.
    pub taken_limit: &'static str,
    /// Text after the maximum.
    pub taken_end: &'static str,

    /// File status: the file waits until another one is checked or uploaded.
    pub queued: &'static str,
    /// File status: the app checks the file before the upload.
    pub checking: &'static str,
    /// File status: the file is being uploaded.
    pub sending: &'static str,
    /// File status: the upload waits for a connection, because the device is offline or the server can't be reached.
    pub offline: &'static str,
    /// Explains that the upload continues as soon as there is a connection.
    pub offline_help: &'static str,
    /// Explains that the network in use blocks uploads, that the office didn't refuse the file, and what helps.
    pub blocked_help: &'static str,
    /// File status: the server fails, and the app tries again.
    pub server_trouble: &'static str,
    /// Sentence for a file whose upload waits because the server fails. It says that the line isn't the cause.
    pub server_trouble_help: &'static str,
    /// File status «Cơ quan đã nhận»: the server has received the whole file.
    pub received: &'static str,
    /// File status: the upload failed, so the file isn't attached.
    pub failed: &'static str,
    /// File status: an earlier upload wasn't completed.
    pub incomplete: &'static str,
    /// Advice for an incomplete upload: choose the same file again to continue.
    pub incomplete_help: &'static str,

    /// Error: the file is empty.
    pub empty: &'static str,
    /// Error: the file is too large. The size of the file follows.
    pub too_large: &'static str,
    /// Text between the size of the file and the maximum size.
    pub too_large_most: &'static str,
    /// Error: the file is slightly too large. Used in place of `too_large` and `too_large_most` when the size of the
    /// file and the maximum size are equal after rounding. The maximum size follows.
    pub too_large_slightly: &'static str,
    /// Advice after the maximum size of a file.
    pub too_large_help: &'static str,
    /// Error: the server refused the file because it is too large.
    pub too_large_there: &'static str,
    /// Error: the content of the file is none of the accepted file types.
    pub unknown_kind: &'static str,
    /// Error: the file is a HEIC picture, as iPhones make them.
    pub heic: &'static str,
    /// Error: the file is a WebP picture.
    pub webp: &'static str,
    /// Error: the file is a document of Word or another office program.
    pub office: &'static str,
    /// Error: the end of the file is missing.
    pub cut_off: &'static str,
    /// Error: the file is damaged.
    pub damaged: &'static str,
    /// Error: the PDF is encrypted.
    pub locked: &'static str,
    /// Error: the PDF has no page.
    pub no_page: &'static str,
    /// Error: the browser can't read the file any more.
    pub unreadable: &'static str,
    /// Error: the server's checksum of the uploaded file differs from the checksum of the file on the device.
    pub content_differs: &'static str,
    /// Error: the session has ended.
    pub signed_out: &'static str,
    /// Error: the draft doesn't exist any more.
    pub draft_not_found: &'static str,
    /// Notice above files whose component the procedure no longer has.
    pub unknown_component: &'static str,
    /// Error: the server refused the file because the component already has the maximum number of files.
    pub too_many: &'static str,
    /// Error: the files of the citizen's drafts leave no room for the file.
    pub quota_exceeded: &'static str,
    /// Error: the citizen has begun too many uploads. A number follows, then `minutes` or `hours`.
    pub too_many_uploads: &'static str,
    /// Text after a number of minutes.
    pub minutes: &'static str,
    /// Text after a number of hours.
    pub hours: &'static str,
    /// Error: the server refused the file for another reason.
    pub refused: &'static str,

    /// Button that tries the upload again.
    pub retry: &'static str,
    /// Button that deletes an attached file.
    pub remove: &'static str,
    /// Button that removes a file from the list on the page. Used for a file that was never sent to the server.
    pub dismiss: &'static str,
    /// Title of the dialog that asks whether to delete a file.
    pub remove_question: &'static str,
    /// Button that closes the dialog without deleting the file.
    pub keep: &'static str,
    /// Error: the server couldn't delete the file.
    pub remove_failed: &'static str,

    /// Text before the number of files that are being uploaded.
    pub uploading: &'static str,
    /// Text after the number of files that are being uploaded.
    pub uploading_help: &'static str,
    /// Status: the server has received all files.
    pub all_received: &'static str,
    /// Button to the next step.
    pub go_on: &'static str,
    /// Link to the next step, shown when files are still missing.
    pub later: &'static str,
}
