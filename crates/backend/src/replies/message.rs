//! Messages with files. A message without files needs no reply: `postMessage` sends its text at once.

use contract::AnswerProblem;
use contract::form::Answers;
use contract::procedure::{AttachmentRequirement, Component};
use contract::reply::{Reply, ReplyKind};
use rusqlite::Transaction;
use serde_json::Value;

use super::reply_rules::{ReplyContent, ReplyRules, ReplyTask, component};
use super::supplement::{TEXT, TEXT_FORM};
use crate::dossiers::conversation_store::{self, NewDossierMessage};
use crate::dossiers::dossier_store::StoredDossier;
use crate::http::json_pointer::{answer_problem, child};
use crate::refusal::Refusal;
use crate::state::AppState;

/// The component of the files of a message.
const FILES: &str = "message";

/// The rules of replies of the kind `message`.
pub(super) struct MessageReply;

impl ReplyRules for MessageReply {
    fn find_task(
        &self,
        _transaction: &Transaction<'_>,
        _state: &AppState,
        dossier: &StoredDossier,
        request: Option<&str>,
    ) -> Result<ReplyTask, Refusal> {
        // A message answers no request.
        if request.is_some() {
            return Err(Refusal::ReplyClosed);
        }
        let files: Component = component(FILES, "Tệp gửi kèm", AttachmentRequirement::Optional);
        Ok(ReplyTask {
            form: TEXT_FORM.to_owned(),
            answers: Answers::new(),
            reply: Reply {
                dossier: dossier.receipt.code.clone(),
                kind: ReplyKind::Message,
                request: None,
                questions: vec![TEXT.to_owned()],
                components: vec![files],
                reason: None,
                until: None,
            },
        })
    }

    fn check(&self, _reply: &Reply, content: &ReplyContent) -> Vec<AnswerProblem> {
        match content.changed > 0 || !content.files.is_empty() {
            true => Vec::new(),
            false => vec![answer_problem(child("/answers", TEXT), "required")],
        }
    }

    fn apply(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        dossier: StoredDossier,
        _reply: &Reply,
        content: ReplyContent,
    ) -> Result<(), Refusal> {
        let text = content.answers.get(TEXT).and_then(Value::as_str);
        let message = NewDossierMessage {
            dossier_code: &dossier.receipt.code,
            office: None,
            text: text.unwrap_or_default(),
            files: &content.files,
            sent_at: state.clock.now(),
        };
        conversation_store::insert(transaction, &message).map(drop)
    }
}
