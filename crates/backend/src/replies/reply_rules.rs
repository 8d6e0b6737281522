//! What a kind of reply must define. A new kind is a new file with [`ReplyRules`], and a line in `reply_kinds`.

use contract::AnswerProblem;
use contract::form::Answers;
use contract::procedure::{AttachmentRequirement, Component};
use contract::receipt::ReceivedFile;
use contract::reply::Reply;
use rusqlite::Transaction;

use crate::dossiers::dossier_store::StoredDossier;
use crate::refusal::Refusal;
use crate::state::AppState;

/// What the citizen is asked for.
pub(super) struct ReplyTask {
    /// Key of the form with the questions.
    pub(super) form: String,
    /// The answers with which the draft begins, and with which the reply is compared.
    pub(super) answers: Answers,
    /// What the reply must contain.
    pub(super) reply: Reply,
}

/// The content of a complete reply.
#[derive(Clone, Debug)]
pub(super) struct ReplyContent {
    /// All answers of the form after the reply, without those to hidden questions.
    pub(super) answers: Answers,
    /// Number of answers that the reply changes.
    pub(super) changed: u32,
    /// The files of the reply.
    pub(super) files: Vec<ReceivedFile>,
}

/// The rules of one kind of reply.
pub(super) trait ReplyRules: Send + Sync {
    /// What the citizen is asked for. `request` is the id of the office's request; `None` means the open one.
    ///
    /// # Errors
    ///
    /// `ReplyClosed` if the office doesn't wait for such a reply.
    fn find_task(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        dossier: &StoredDossier,
        request: Option<&str>,
    ) -> Result<ReplyTask, Refusal>;

    /// The problems that only this kind of reply has. Single answers and required files are checked for every kind.
    fn check(&self, reply: &Reply, content: &ReplyContent) -> Vec<AnswerProblem>;

    /// Stores what the reply changes. The files belong to the dossier already.
    fn apply(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        dossier: StoredDossier,
        reply: &Reply,
        content: ReplyContent,
    ) -> Result<(), Refusal>;
}

/// A component that only replies have.
pub(super) fn component(code: &str, label: &str, attach: AttachmentRequirement) -> Component {
    Component {
        code: code.to_owned(),
        label: label.to_owned(),
        originals: 0,
        copies: 0,
        attach,
        when: None,
        parts: Vec::new(),
    }
}
