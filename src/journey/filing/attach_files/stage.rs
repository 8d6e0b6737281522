//! How far a file has come, and the words for it: what is wrong and what to do.
//! «Cơ quan đã nhận» stands only where the server named the sha-256 that this device computed itself.

use contract::{Problem, ProblemCode};
use domain::file_kind::{FileFault, FileKind};
use domain::format::file_size;
use domain::upload::GiveUpReason;

use crate::api::parse_json;
use crate::i18n::attach_files::AttachFilesWords;
use crate::ui::FileState;

/// How far a file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Looked at before a byte is sent.
    Checking,
    /// On its way; so many bytes have left.
    Sending(u64),
    /// The line or the server is away; so many bytes had left.
    Away(u64),
    /// The server holds exactly this file.
    Held,
    /// It isn't attached.
    Failed(Cause),
}

/// Why a file isn't attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// It was never sent.
    Unfit(FileFault),
    /// It can't be read any more.
    Unreadable,
    /// The server holds other bytes.
    Unlike,
    /// The session has ended.
    SignedOut,
    /// The draft is gone.
    Gone,
    /// Larger than the server takes.
    TooLarge,
    /// No bytes, as the server says.
    Empty,
    /// Of no accepted kind, as the server says.
    Kind,
    /// One file too many.
    TooMany,
    /// Another refusal.
    Refused,
}

impl Stage {
    /// Whether bytes are on the way, or about to be.
    pub(super) fn is_under_way(self) -> bool {
        matches!(self, Stage::Checking | Stage::Sending(_) | Stage::Away(_))
    }

    /// The state that the row shows.
    pub(super) fn file_state(self) -> FileState {
        match self {
            Stage::Checking | Stage::Away(_) => FileState::Waiting,
            Stage::Sending(_) => FileState::Sending,
            Stage::Held => FileState::Held,
            Stage::Failed(_) => FileState::Failed,
        }
    }

    /// Percent that has left, where a bar is worth showing.
    pub(super) fn percent(self, size: u64) -> Option<u32> {
        match self {
            Stage::Sending(sent) | Stage::Away(sent) => {
                let percent = sent.min(size).saturating_mul(100) / size.max(1);
                u32::try_from(percent).ok()
            }
            Stage::Checking | Stage::Held | Stage::Failed(_) => None,
        }
    }

    /// The state in words. Percents have no place in it: a screen reader would read every one.
    pub(super) fn words(self, words: &AttachFilesWords) -> &'static str {
        match self {
            Stage::Checking => words.checking,
            Stage::Sending(_) => words.sending,
            Stage::Away(_) => words.offline,
            Stage::Held => words.received,
            Stage::Failed(_) => words.failed,
        }
    }

    /// What went wrong and what to do.
    pub(super) fn message(self, words: &AttachFilesWords, size: u64) -> Option<String> {
        match self {
            Stage::Away(_) => Some(words.offline_help.to_owned()),
            Stage::Failed(cause) => Some(cause.message(words, size)),
            Stage::Checking | Stage::Sending(_) | Stage::Held => None,
        }
    }
}

impl Cause {
    /// The cause of an upload that was given up; `answer` is the body of the refusal.
    pub(super) fn of(reason: GiveUpReason, answer: &str) -> Cause {
        let code = parse_json::<Problem>(answer).map(|problem| problem.code);
        match (code, reason) {
            (Some(ProblemCode::FileTypeRefused), _) => Cause::Kind,
            (Some(ProblemCode::FileEmpty), _) => Cause::Empty,
            (Some(ProblemCode::TooManyFiles), _) => Cause::TooMany,
            (Some(ProblemCode::FileTooLarge), _) | (_, GiveUpReason::TooLarge) => Cause::TooLarge,
            (_, GiveUpReason::SignedOut) => Cause::SignedOut,
            (_, GiveUpReason::NotFound) => Cause::Gone,
            (_, GiveUpReason::Refused(_) | GiveUpReason::Inconsistent) => Cause::Refused,
        }
    }

    /// Whether the same file may go through when it is tried again.
    pub(super) fn is_transient(self) -> bool {
        matches!(
            self,
            Cause::Unlike | Cause::SignedOut | Cause::TooMany | Cause::Refused
        )
    }

    fn message(self, words: &AttachFilesWords, size: u64) -> String {
        match self {
            Cause::Unfit(FileFault::Empty) | Cause::Empty => words.empty,
            Cause::Unfit(FileFault::TooLarge { max }) => {
                let (own, most) = (file_size(size), file_size(max));
                let said = match own == most {
                    true => words.too_large_slightly.to_owned(),
                    false => [words.too_large, &own, words.too_large_most].concat(),
                };
                return said + &most + words.too_large_help;
            }
            Cause::Unfit(FileFault::NameMismatch { found }) => {
                return [
                    words.name_differs,
                    kind_name(found),
                    words.name_differs_help,
                ]
                .concat();
            }
            Cause::Unfit(FileFault::UnknownKind) | Cause::Kind => words.unknown_kind,
            Cause::Unreadable => words.unreadable,
            Cause::Unlike => words.content_differs,
            Cause::SignedOut => words.signed_out,
            Cause::Gone => words.draft_gone,
            Cause::TooLarge => words.too_large_there,
            Cause::TooMany => words.too_many,
            Cause::Refused => words.refused,
        }
        .to_owned()
    }
}

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

    fn message(cause: Cause, size: u64) -> String {
        let words = Language::Vi.words().attach_files();
        Stage::Failed(cause).message(words, size).unwrap()
    }

    #[test]
    fn a_too_large_file_is_told_with_both_sizes_and_what_to_do() {
        let fault = FileFault::TooLarge {
            max: 10 * 1024 * 1024,
        };
        let said = message(Cause::Unfit(fault), 25 * 1024 * 1024);
        assert!(said.contains(&file_size(25 * 1024 * 1024)), "{said}");
        assert!(said.contains(&file_size(10 * 1024 * 1024)), "{said}");
        assert!(said.contains("chụp lại"), "{said}");
    }

    #[test]
    fn a_file_one_byte_over_is_not_told_that_it_weighs_what_it_may() {
        let max = 10 * 1024 * 1024;
        let said = message(Cause::Unfit(FileFault::TooLarge { max }), max + 1);
        assert!(said.contains("hơn mức cho phép một chút"), "{said}");
        assert_eq!(said.matches("10 MB").count(), 1, "{said}");
    }

    #[test]
    fn a_png_named_pdf_is_told_what_it_is() {
        let fault = FileFault::NameMismatch {
            found: FileKind::Png,
        };
        assert!(message(Cause::Unfit(fault), 5).contains("bên trong là PNG"));
    }

    #[test]
    fn the_servers_code_says_more_than_its_status() {
        let answer = r#"{"status":422,"code":"file_type_refused","title":"x"}"#;
        assert_eq!(Cause::of(GiveUpReason::Refused(422), answer), Cause::Kind);
        let full = r#"{"status":422,"code":"too_many_files","title":"x"}"#;
        assert_eq!(Cause::of(GiveUpReason::Refused(422), full), Cause::TooMany);
        let gateway = "<html>413</html>";
        assert_eq!(Cause::of(GiveUpReason::TooLarge, gateway), Cause::TooLarge);
        assert_eq!(Cause::of(GiveUpReason::NotFound, ""), Cause::Gone);
    }

    #[test]
    fn a_bar_is_shown_only_while_bytes_are_on_their_way() {
        assert_eq!(Stage::Sending(50).percent(200), Some(25));
        assert_eq!(Stage::Away(200).percent(200), Some(100));
        assert_eq!(Stage::Sending(0).percent(0), Some(0));
        assert_eq!(Stage::Held.percent(200), None);
    }
}
