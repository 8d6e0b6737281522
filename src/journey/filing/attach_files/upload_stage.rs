//! The stages of an upload, and the texts for each stage: the state, what is wrong, and what the citizen can do.
//! «Cơ quan đã nhận» is shown only if the server's SHA-256 hash equals the hash that this device computed.

use contract::{Problem, ProblemCode};
use domain::file_content::{FileDefect, FileError};
use domain::file_kind::UnsupportedKind;
use domain::format::display_file_size;
use domain::json::parse_json;
use domain::upload::{GiveUpReason, WaitCause};

use crate::i18n::attach_files::AttachFilesWords;
use crate::ui::FileState;

/// The stage that an upload has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UploadStage {
    /// The file waits until another one is checked or sent. The value is the number of bytes that were sent so far.
    Queued(u64),
    /// The file is being checked and hashed. Nothing has been sent yet.
    Checking,
    /// The file is being sent. The value is the number of bytes that the server has accepted so far.
    Sending(u64),
    /// Sending is interrupted, and the app keeps trying. The values are the cause, and the number of bytes that were
    /// sent before the interruption.
    Interrupted(WaitCause, u64),
    /// The server has received the whole file unchanged.
    Received,
    /// The upload has failed, so the file is not attached. The value is the reason.
    Failed(UploadError),
}

/// Why an upload has failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UploadError {
    /// The check on this device refused the file, so nothing was sent.
    Invalid(FileError),
    /// The browser can no longer read the file from this device.
    Unreadable,
    /// The server's SHA-256 hash differs from the hash that this device computed.
    HashMismatch,
    /// The session has ended, so the upload has stopped.
    SignedOut,
    /// The draft no longer exists.
    DraftNotFound,
    /// The file is larger than the server accepts.
    TooLarge,
    /// The server refused the file because it is empty.
    Empty,
    /// The server refused the file because it doesn't accept this kind of file.
    UnknownKind,
    /// The component already has the largest number of files that the server accepts.
    TooManyFiles,
    /// The files of the citizen's drafts leave no room for this file.
    QuotaExceeded,
    /// The citizen has begun too many uploads. The value is the number of seconds until the next one is accepted.
    TooManyUploads(u32),
    /// The server refused the file for another reason.
    Refused,
}

impl UploadStage {
    /// Whether the upload is still running: it is neither finished nor failed.
    pub(super) fn is_in_progress(self) -> bool {
        !matches!(self, UploadStage::Received | UploadStage::Failed(_))
    }

    /// The number of bytes that were sent so far. `None` before the upload and after it.
    pub(super) fn sent_bytes(self) -> Option<u64> {
        match self {
            UploadStage::Queued(sent)
            | UploadStage::Sending(sent)
            | UploadStage::Interrupted(_, sent) => Some(sent),
            UploadStage::Checking | UploadStage::Received | UploadStage::Failed(_) => None,
        }
    }

    /// The state that determines how the upload's row in the file list looks.
    pub(super) fn file_state(self) -> FileState {
        match self {
            UploadStage::Queued(_) | UploadStage::Checking | UploadStage::Interrupted(..) => {
                FileState::Waiting
            }
            UploadStage::Sending(_) => FileState::Uploading,
            UploadStage::Received => FileState::Received,
            UploadStage::Failed(_) => FileState::Failed,
        }
    }

    /// How much of the file has been sent, in percent. `None` if the row shows no progress bar.
    pub(super) fn percent(self, size: u64) -> Option<u32> {
        // A file that has only just been queued has no progress to show.
        let sent = self
            .sent_bytes()
            .filter(|_| self != UploadStage::Queued(0))?;
        let percent = sent.min(size).saturating_mul(100) / size.max(1);
        u32::try_from(percent).ok()
    }

    /// The stage as a text. The text contains no percentage, because a screen reader would announce every change of it.
    pub(super) fn label(self, words: &AttachFilesWords) -> &'static str {
        match self {
            UploadStage::Queued(_) => words.queued,
            UploadStage::Checking => words.checking,
            UploadStage::Sending(_) => words.sending,
            UploadStage::Interrupted(WaitCause::ServerTrouble, _) => words.server_trouble,
            UploadStage::Interrupted(..) => words.offline,
            UploadStage::Received => words.received,
            UploadStage::Failed(_) => words.failed,
        }
    }

    /// The sentence that explains what went wrong and what the citizen can do. `None` if nothing went wrong.
    pub(super) fn message(self, words: &AttachFilesWords, size: u64) -> Option<String> {
        match self {
            UploadStage::Interrupted(cause, _) => {
                let help = match cause {
                    WaitCause::NoConnection => words.offline_help,
                    WaitCause::Blocked => words.blocked_help,
                    WaitCause::ServerTrouble => words.server_trouble_help,
                };
                Some(help.to_owned())
            }
            UploadStage::Failed(error) => Some(error.message(words, size)),
            UploadStage::Queued(_)
            | UploadStage::Checking
            | UploadStage::Sending(_)
            | UploadStage::Received => None,
        }
    }
}

impl UploadError {
    /// Converts `reason`, which says why the upload was given up, to the error to show. `answer` is the body of the
    /// server's last response.
    pub(super) fn from_refusal(reason: GiveUpReason, answer: &str) -> UploadError {
        let problem = parse_json::<Problem>(answer);
        let code = problem.as_ref().map(|problem| problem.code);
        match (code, reason) {
            (Some(ProblemCode::FileTypeRefused), _) => UploadError::UnknownKind,
            (Some(ProblemCode::FileUnreadable), _) => {
                let rule = problem.and_then(|problem| problem.errors.into_iter().next());
                let defect = FileDefect::ALL.into_iter().find(|defect| {
                    rule.as_ref()
                        .is_some_and(|problem| problem.rule == defect.name())
                });
                UploadError::Invalid(FileError::Defect(defect.unwrap_or(FileDefect::Damaged)))
            }
            (Some(ProblemCode::FileEmpty), _) => UploadError::Empty,
            (Some(ProblemCode::TooManyFiles), _) => UploadError::TooManyFiles,
            (Some(ProblemCode::QuotaExceeded), _) => UploadError::QuotaExceeded,
            (Some(ProblemCode::TooManyRequests), _) => {
                let seconds = problem.and_then(|problem| problem.retry_after_seconds);
                UploadError::TooManyUploads(seconds.unwrap_or_default())
            }
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
                | UploadError::QuotaExceeded
                | UploadError::TooManyUploads(_)
                | UploadError::Refused
        )
    }

    /// The error as a sentence, followed by what the citizen can do. `size` is the size of the file in bytes.
    fn message(self, words: &AttachFilesWords, size: u64) -> String {
        match self {
            UploadError::Invalid(FileError::Empty) | UploadError::Empty => words.empty,
            UploadError::Invalid(FileError::TooLarge { max }) => {
                let (own, limit) = (display_file_size(size), display_file_size(max));
                let text = match own == limit {
                    true => words.too_large_slightly.to_owned(),
                    false => [words.too_large, &own, words.too_large_most].concat(),
                };
                return text + &limit + words.too_large_help;
            }
            UploadError::Invalid(FileError::Defect(defect)) => match defect {
                FileDefect::CutOff => words.cut_off,
                FileDefect::Damaged => words.damaged,
                FileDefect::Locked => words.locked,
                FileDefect::NoPage => words.no_page,
            },
            UploadError::Invalid(FileError::UnsupportedKind(kind)) => match kind {
                UnsupportedKind::Heic => words.heic,
                UnsupportedKind::WebP => words.webp,
                UnsupportedKind::Office => words.office,
                UnsupportedKind::Other => words.unknown_kind,
            },
            UploadError::UnknownKind => words.unknown_kind,
            UploadError::Unreadable => words.unreadable,
            UploadError::HashMismatch => words.content_differs,
            UploadError::SignedOut => words.signed_out,
            UploadError::DraftNotFound => words.draft_not_found,
            UploadError::TooLarge => words.too_large_there,
            UploadError::TooManyFiles => words.too_many,
            UploadError::QuotaExceeded => words.quota_exceeded,
            UploadError::TooManyUploads(seconds) => {
                // Rounded up, so that the citizen doesn't try again too early.
                let (number, unit) = match seconds {
                    ..=5_400 => (seconds.div_ceil(60).max(1), words.minutes),
                    _ => (seconds.div_ceil(3_600), words.hours),
                };
                return [words.too_many_uploads, &number.to_string(), unit].concat();
            }
            UploadError::Refused => words.refused,
        }
        .to_owned()
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
        let error = FileError::TooLarge {
            max: 10 * 1024 * 1024,
        };
        let text = message(UploadError::Invalid(error), 25 * 1024 * 1024);
        assert!(
            text.contains(&display_file_size(25 * 1024 * 1024)),
            "{text}"
        );
        assert!(
            text.contains(&display_file_size(10 * 1024 * 1024)),
            "{text}"
        );
        assert!(text.contains("chụp lại"), "{text}");
    }

    #[test]
    fn a_file_one_byte_too_large_does_not_show_the_same_size_twice() {
        let max = 10 * 1024 * 1024;
        let text = message(UploadError::Invalid(FileError::TooLarge { max }), max + 1);
        assert!(text.contains("hơn mức cho phép một chút"), "{text}");
        assert_eq!(text.matches("10 MB").count(), 1, "{text}");
    }

    #[test]
    fn each_defect_of_a_file_is_said_in_its_own_words_with_a_way_out() {
        let mut texts = FileDefect::ALL
            .map(FileError::Defect)
            .map(|error| message(UploadError::Invalid(error), 5))
            .to_vec();
        for kind in [
            UnsupportedKind::Heic,
            UnsupportedKind::WebP,
            UnsupportedKind::Office,
            UnsupportedKind::Other,
        ] {
            texts.push(message(
                UploadError::Invalid(FileError::UnsupportedKind(kind)),
                5,
            ));
        }
        assert!(
            texts
                .iter()
                .all(|text| text.contains(". Hãy ") || text.contains("iPhone"))
        );
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), 8);
    }

    #[test]
    fn the_servers_check_of_a_file_is_told_like_the_own_one() {
        let answer = r#"{"status":422,"code":"file_unreadable","title":"x","errors":[{"pointer":"","rule":"locked"}]}"#;
        assert_eq!(
            UploadError::from_refusal(GiveUpReason::Refused(422), answer),
            UploadError::Invalid(FileError::Defect(FileDefect::Locked))
        );
    }

    #[test]
    fn a_blocked_line_is_never_told_as_the_offices_refusal() {
        let words = Language::Vi.words().attach_files();
        let blocked = UploadStage::Interrupted(WaitCause::Blocked, 5);
        let text = blocked.message(words, 9).unwrap();
        assert!(text.contains("Mạng bạn đang dùng"), "{text}");
        assert!(!text.contains("Cơ quan không nhận"), "{text}");
        assert!(blocked.is_in_progress());
    }

    #[test]
    fn a_failure_of_the_server_is_never_told_as_a_lost_connection() {
        let words = Language::Vi.words().attach_files();
        let failed = UploadStage::Interrupted(WaitCause::ServerTrouble, 5);
        let text = failed.message(words, 9).unwrap();
        assert!(text.starts_with("Máy chủ"), "{text}");
        assert!(!text.contains("Mất kết nối"), "{text}");
        assert_eq!(failed.label(words), "Đang chờ máy chủ");
    }

    #[test]
    fn a_full_quota_names_the_way_out() {
        let answer = r#"{"status":422,"code":"quota_exceeded","title":"x"}"#;
        let error = UploadError::from_refusal(GiveUpReason::Refused(422), answer);
        assert_eq!(error, UploadError::QuotaExceeded);
        assert!(error.is_transient());
        let text = message(error, 5);
        assert!(text.contains("bản nháp"), "{text}");
        assert!(text.contains("«Hồ sơ của tôi»"), "{text}");
    }

    #[test]
    fn too_many_uploads_say_when_to_try_again() {
        for (seconds, wait) in [
            (1, "sau 1 phút."),
            (61, "sau 2 phút."),
            (3_600, "sau 60 phút."),
            (86_400, "sau 24 giờ."),
        ] {
            let answer = format!(
                r#"{{"status":429,"code":"too_many_requests","title":"x","retry_after_seconds":{seconds}}}"#
            );
            let error = UploadError::from_refusal(GiveUpReason::Refused(429), &answer);
            let text = message(error, 5);
            assert!(text.starts_with("Bạn đã tải lên nhiều tệp."), "{text}");
            assert!(text.contains(wait), "{text}");
        }
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
        let interrupted = UploadStage::Interrupted(WaitCause::NoConnection, 200);
        assert_eq!(interrupted.percent(200), Some(100));
        assert_eq!(UploadStage::Sending(0).percent(0), Some(0));
        assert_eq!(UploadStage::Received.percent(200), None);
    }
}
