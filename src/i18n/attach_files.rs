//! Attaching files: what the words are for.

/// Attaching files.
pub struct AttachFilesWords {
    /// «Đính kèm thành phần hồ sơ» (R4.11).
    pub title: &'static str,
    /// What to do.
    pub lead: &'static str,
    /// Before the largest size there may be.
    pub most_bytes: &'static str,
    /// After it, before the most files of one paper.
    pub most_files: &'static str,
    /// After it.
    pub most_end: &'static str,
    /// No paper can be attached.
    pub nothing: &'static str,
    /// Heading of papers that need no file.
    pub not_needed: &'static str,
    /// Why they need none.
    pub not_needed_help: &'static str,
    /// After the name of a paper needed only in some situations.
    pub if_any: &'static str,
    /// Before the number of originals.
    pub originals: &'static str,
    /// Before the number of copies.
    pub copies: &'static str,
    /// «Tải tệp lên».
    pub choose: &'static str,
    /// A paper without its file.
    pub missing: &'static str,
    /// The same under the name of the paper.
    pub missing_here: &'static str,
    /// Before the most files of one paper, when there are as many.
    pub full: &'static str,
    /// After that number.
    pub full_end: &'static str,

    /// The file is looked at before it is sent.
    pub checking: &'static str,
    /// On its way.
    pub sending: &'static str,
    /// The line or the server is away.
    pub away: &'static str,
    /// What that means.
    pub away_help: &'static str,
    /// «Cơ quan đã nhận».
    pub held: &'static str,
    /// Not attached.
    pub failed: &'static str,
    /// Begun on an earlier visit.
    pub unfinished: &'static str,
    /// What to do about it.
    pub unfinished_help: &'static str,

    /// The file has no bytes.
    pub empty: &'static str,
    /// Before the size of a file that is too large.
    pub too_large: &'static str,
    /// Between its size and the largest there may be.
    pub too_large_most: &'static str,
    /// Instead of both, where the two sizes read alike.
    pub too_large_slightly: &'static str,
    /// What to do about it.
    pub too_large_help: &'static str,
    /// Too large, as the server says.
    pub too_large_there: &'static str,
    /// Its bytes are of no accepted kind.
    pub unknown_kind: &'static str,
    /// Before the kind that the bytes are.
    pub name_differs: &'static str,
    /// What to do about it.
    pub name_differs_help: &'static str,
    /// The file can't be read on this device any more.
    pub unreadable: &'static str,
    /// The server holds other bytes.
    pub unlike: &'static str,
    /// The session has ended.
    pub signed_out: &'static str,
    /// The draft is gone.
    pub gone: &'static str,
    /// The paper has as many files as it may.
    pub too_many: &'static str,
    /// The server refuses for another reason.
    pub refused: &'static str,

    /// Tries again without choosing again.
    pub retry: &'static str,
    /// Takes a file away.
    pub remove: &'static str,
    /// Takes a row away that was never sent.
    pub dismiss: &'static str,
    /// Title of the question before a file is taken away.
    pub remove_question: &'static str,
    /// Keeps the file.
    pub keep: &'static str,
    /// It couldn't be taken away.
    pub remove_failed: &'static str,

    /// Before the number of files on their way.
    pub under_way: &'static str,
    /// After it.
    pub under_way_help: &'static str,
    /// Every file is held.
    pub all_held: &'static str,
    /// Goes on.
    pub go_on: &'static str,
    /// Goes on without the papers that are missing.
    pub later: &'static str,
}
