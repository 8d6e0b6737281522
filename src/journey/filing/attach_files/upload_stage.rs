//! The state of an upload, with its texts: what is wrong and what to do.
//! «Cơ quan đã nhận» is shown only if the server's SHA-256 equals the one that this device computed.

use contract::{Problem, ProblemCode};
use domain::file_kind::{FileError, FileKind};
use domain::format::display_file_size;
use domain::upload::GiveUpReason;

use crate::api::parse_json;
use crate::i18n::attach_files::AttachFilesWords;
use crate::ui::FileState;

/// How far an upload has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UploadStage {
    /// The file is checked and hashed; nothing is sent yet.
    Checking,
    /// Bytes are being sent; the number sent so far.
    Sending(u64),
    /// There is no connection, or the server doesn't answer; the number of bytes sent before.
    Interrupted(u64),
    /// The server has exactly this file.
    Received,
    /// The file is not attached.
    Failed(UploadError),
}

/// Why a file is not attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UploadError {
    /// The check on this device refused the file; nothing was sent.
    Invalid(FileError),
    /// The file can no longer be read from this device.
    Unreadable,
    /// The server's SHA-256 differs from this device's.
    HashMismatch,
    /// The session has ended.
    SignedOut,
    /// The draft no longer exists.
    DraftNotFound,
    /// The file is larger than the server accepts.
    TooLarge,
    /// The server says that the file is empty.
    Empty,
    /// The server says that it doesn't accept this kind of file.
    UnknownKind,
    /// The component has as many files as the server accepts.
    TooManyFiles,
    /// The server refused the file for another reason.
    Refused,
}

impl UploadStage {
    /// Whether the upload is neither finished nor failed.
    pub(super) fn is_in_progress(self) -> bool {
        matches!(
            self,
            UploadStage::Checking | UploadStage::Sending(_) | UploadStage::Interrupted(_)
        )
    }

    /// The state that the file's row shows.
    pub(super) fn file_state(self) -> FileState {
        match self {
            UploadStage::Checking | UploadStage::Interrupted(_) => FileState::Waiting,
            UploadStage::Sending(_) => FileState::Uploading,
            UploadStage::Received => FileState::Received,
            UploadStage::Failed(_) => FileState::Failed,
        }
    }

    /// Percentage of the bytes sent. `None` if no progress bar is shown.
    pub(super) fn percent(self, size: u64) -> Option<u32> {
        match self {
            UploadStage::Sending(sent) | UploadStage::Interrupted(sent) => {
                let percent = sent.min(size).saturating_mul(100) / size.max(1);
                u32::try_from(percent).ok()
            }
            UploadStage::Checking | UploadStage::Received | UploadStage::Failed(_) => None,
        }
    }

    /// The state as text. It has no percentage, because a screen reader would announce each one.
    pub(super) fn label(self, words: &AttachFilesWords) -> &'static str {
        match self {
            UploadStage::Checking => words.checking,
            UploadStage::Sending(_) => words.sending,
            UploadStage::Interrupted(_) => words.offline,
            UploadStage::Received => words.received,
            UploadStage::Failed(_) => words.failed,
        }
    }

    /// What went wrong, and what the citizen can do.
    pub(super) fn message(self, words: &AttachFilesWords, size: u64) -> Option<String> {
        match self {
            UploadStage::Interrupted(_) => Some(words.offline_help.to_owned()),
            UploadStage::Failed(error) => Some(error.message(words, size)),
            UploadStage::Checking | UploadStage::Sending(_) | UploadStage::Received => None,
        }
    }
}

impl UploadError {
    /// The error of an upload that was given up. `answer` is the body of the server's last answer.
    pub(super) fn from_refusal(reason: GiveUpReason, answer: &str) -> UploadError {
        let code = parse_json::<Problem>(answer).map(|problem| problem.code);
        match (code, reason) {
            (Some(ProblemCode::FileTypeRefused), _) => UploadError::UnknownKind,
            (Some(ProblemCode::FileEmpty), _) => UploadError::Empty,
            (Some(ProblemCode::TooManyFiles), _) => UploadError::TooManyFiles,
            (Some(ProblemCode::FileTooLarge), _) | (_, GiveUpReason::TooLarge) => {
                UploadError::TooLarge
            }
            (_, GiveUpReason::SignedOut) => UploadError::SignedOut,
            (_, GiveUpReason::NotFound) => UploadError::DraftNotFound,
            (_, GiveUpReason::Refused(_) | GiveUpReason::Inconsistent) => UploadError::Refused,
        }
    }

    /// Whether a retry with the same file may succeed.
    pub(super) fn is_transient(self) -> bool {
        matches!(
            self,
            UploadError::HashMismatch
                | UploadError::SignedOut
                | UploadError::TooManyFiles
                | UploadError::Refused
        )
    }

    /// The error as a sentence with its remedy. `size` is the size of the file in bytes.
    fn message(self, words: &AttachFilesWords, size: u64) -> String {
        match self {
            UploadError::Invalid(FileError::Empty) | UploadError::Empty => words.empty,
            UploadError::Invalid(FileError::TooLarge { max }) => {
                let (own, most) = (display_file_size(size), display_file_size(max));
                let said = match own == most {
                    true => words.too_large_slightly.to_owned(),
                    false => [words.too_large, &own, words.too_large_most].concat(),
                };
                return said + &most + words.too_large_help;
            }
            UploadError::Invalid(FileError::NameMismatch { found }) => {
                return [
                    words.name_differs,
                    kind_name(found),
                    words.name_differs_help,
                ]
                .concat();
            }
            UploadError::Invalid(FileError::UnsupportedKind) | UploadError::UnknownKind => {
                words.unknown_kind
            }
            UploadError::Unreadable => words.unreadable,
            UploadError::HashMismatch => words.content_differs,
            UploadError::SignedOut => words.signed_out,
            UploadError::DraftNotFound => words.draft_gone,
            UploadError::TooLarge => words.too_large_there,
            UploadError::TooManyFiles => words.too_many,
            UploadError::Refused => words.refused,
        }
        .to_owned()
    }
}

/// The name of a file kind, the same in both languages.
const fn kind_name(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Jpeg => "JPG",
        FileKind::Png => "PNG",
        FileKind::Pdf => "PDF",
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;
    use crate::i18n::Language;

    fn message(error: UploadError, size: u64) -> String {
        let words = Language::Vi.words().attach_files();
        UploadStage::Failed(error).message(words, size).unwrap()
    }

    #[test]
    fn a_too_large_file_gets_both_sizes_and_a_remedy() {
        let fault = FileError::TooLarge {
            max: 10 * 1024 * 1024,
        };
        let said = message(UploadError::Invalid(fault), 25 * 1024 * 1024);
        assert!(
            said.contains(&display_file_size(25 * 1024 * 1024)),
            "{said}"
        );
        assert!(
            said.contains(&display_file_size(10 * 1024 * 1024)),
            "{said}"
        );
        assert!(said.contains("chụp lại"), "{said}");
    }

    #[test]
    fn a_file_one_byte_too_large_does_not_show_the_same_size_twice() {
        let max = 10 * 1024 * 1024;
        let said = message(UploadError::Invalid(FileError::TooLarge { max }), max + 1);
        assert!(said.contains("hơn mức cho phép một chút"), "{said}");
        assert_eq!(said.matches("10 MB").count(), 1, "{said}");
    }

    #[test]
    fn a_png_named_pdf_is_named_as_png() {
        let fault = FileError::NameMismatch {
            found: FileKind::Png,
        };
        assert!(message(UploadError::Invalid(fault), 5).contains("bên trong là PNG"));
    }

    #[test]
    fn prefers_the_problem_code_over_the_status() {
        let answer = r#"{"status":422,"code":"file_type_refused","title":"x"}"#;
        assert_eq!(
            UploadError::from_refusal(GiveUpReason::Refused(422), answer),
            UploadError::UnknownKind
        );
        let full = r#"{"status":422,"code":"too_many_files","title":"x"}"#;
        assert_eq!(
            UploadError::from_refusal(GiveUpReason::Refused(422), full),
            UploadError::TooManyFiles
        );
        let gateway = "<html>413</html>";
        assert_eq!(
            UploadError::from_refusal(GiveUpReason::TooLarge, gateway),
            UploadError::TooLarge
        );
        assert_eq!(
            UploadError::from_refusal(GiveUpReason::NotFound, ""),
            UploadError::DraftNotFound
        );
    }

    #[test]
    fn has_a_progress_bar_only_while_sending_or_interrupted() {
        assert_eq!(UploadStage::Sending(50).percent(200), Some(25));
        assert_eq!(UploadStage::Interrupted(200).percent(200), Some(100));
        assert_eq!(UploadStage::Sending(0).percent(0), Some(0));
        assert_eq!(UploadStage::Received.percent(200), None);
    }
}
