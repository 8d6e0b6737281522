//! Replies to the office's requests for corrections and components, and to its draft certificates. The answers and files of
//! a reply replace the earlier ones; the request keeps both.

use contract::AnswerProblem;
use contract::dossier::{DossierStatus, SentSupplement, SupplementKind, SupplementRequest};
use contract::form::Answers;
use contract::procedure::{AttachmentRequirement, Component};
use contract::receipt::ReceivedFile;
use contract::reply::{Reply, ReplyKind};
use domain::reply::changed_answers;
use domain::status::Actor;
use rusqlite::Transaction;
use serde_json::Value;

use super::group_update;
use super::reply_rules::{ReplyContent, ReplyRules, ReplyTask, component};
use crate::clock::timestamp;
use crate::dossiers::dossier_store::{self, StoredDossier};
use crate::dossiers::transition::{self, StatusChange};
use crate::dossiers::{history, supplement_store};
use crate::http::json_pointer::{answer_problem, child};
use crate::refusal::Refusal;
use crate::state::AppState;

/// Key of the form whose only question is a text.
pub(super) const TEXT_FORM: &str = "reply-text";
/// Id of the question for a text, in both forms of replies.
pub(super) const TEXT: &str = "text";
/// Key of the form that asks whether a draft certificate is right.
const CERTIFICATE_FORM: &str = "draft-certificate";
/// Id of the question whether a draft certificate is right.
const AGREED: &str = "agreed";
/// The answer that a draft certificate is right.
const RIGHT: &str = "Đúng, đồng ý in";
/// The component of files that the office asked for in a text only.
const OTHER_COMPONENT: &str = "supplement";

/// The rules of replies of the kind `supplement`.
pub(super) struct SupplementReply;

impl ReplyRules for SupplementReply {
    fn find_task(
        &self,
        transaction: &Transaction<'_>,
        _state: &AppState,
        dossier: &StoredDossier,
        request: Option<&str>,
    ) -> Result<ReplyTask, Refusal> {
        let code = &dossier.receipt.code;
        let open = supplement_store::find_open(transaction, code)?
            .filter(|_| dossier.status == DossierStatus::SupplementRequested)
            .filter(|open| request.is_none_or(|id| id == open.id))
            .ok_or(Refusal::ReplyClosed)?;
        let (form, answers, questions, components) = match open.kind {
            SupplementKind::Certificate => {
                let questions = vec![AGREED.to_owned(), TEXT.to_owned()];
                (CERTIFICATE_FORM, Answers::new(), questions, Vec::new())
            }
            SupplementKind::Supplement | SupplementKind::Other(_) if open.items.is_empty() => {
                let other = component(
                    OTHER_COMPONENT,
                    "Giấy tờ bổ sung",
                    AttachmentRequirement::Optional,
                );
                (
                    TEXT_FORM,
                    Answers::new(),
                    vec![TEXT.to_owned()],
                    vec![other],
                )
            }
            SupplementKind::Supplement | SupplementKind::Other(_) => (
                dossier.form.as_str(),
                dossier.answers.clone(),
                asked_questions(&open),
                asked_components(&open),
            ),
        };
        Ok(ReplyTask {
            form: form.to_owned(),
            answers,
            reply: Reply {
                dossier: code.clone(),
                kind: ReplyKind::Supplement,
                request: Some(open.id),
                questions,
                components,
                reason: Some(open.reason),
                until: open.until,
            },
        })
    }

    fn check(&self, reply: &Reply, content: &ReplyContent) -> Vec<AnswerProblem> {
        if content.changed > 0 || !content.files.is_empty() {
            return Vec::new();
        }
        let questions = reply.questions.iter();
        let unchanged = questions.map(|id| {
            let rule = match content.answers.contains_key(id) {
                true => "unchanged",
                false => "required",
            };
            answer_problem(child("/answers", id), rule)
        });
        unchanged.collect()
    }

    fn apply(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        dossier: StoredDossier,
        reply: &Reply,
        content: ReplyContent,
    ) -> Result<(), Refusal> {
        let code = reply.dossier.clone();
        let request =
            supplement_store::find_open(transaction, &code)?.ok_or(Refusal::ReplyClosed)?;
        let now = state.clock.now();
        let text = content.answers.get(TEXT).and_then(Value::as_str);
        let text = text.map(str::to_owned);
        let is_certificate = request.kind == SupplementKind::Certificate;
        let agreed = is_certificate
            .then(|| content.answers.get(AGREED).and_then(Value::as_str) == Some(RIGHT));
        let asks_form = !is_certificate && !request.items.is_empty();
        let mut sent = SentSupplement {
            request,
            sent_at: timestamp(now),
            answers: Vec::new(),
            files: content.files.clone(),
            replaced_files: Vec::new(),
            text: text.filter(|_| !asks_form),
            agreed,
        };
        let mut changed = dossier;
        if asks_form {
            let definition = state.data.definition(&changed.form);
            let definition = definition.ok_or_else(|| Refusal::FormChanged(Vec::new()))?;
            sent.answers = changed_answers(definition, &changed.answers, &content.answers);
            changed.answers = content.answers;
        }
        sent.replaced_files = replace_files(&mut changed.files, content.files);
        dossier_store::update_content(transaction, &changed)?;
        group_update::update_group(transaction, state, &changed, &sent)?;
        supplement_store::close_request(transaction, &code, Some(&sent), now)?;
        let was_accepted = history::was_accepted(transaction, &code)?;
        let change = StatusChange {
            to: match was_accepted {
                true => DossierStatus::Processing,
                false => DossierStatus::Registered,
            },
            by: Actor::Citizen,
            action: agreed.map(|agreed| match agreed {
                true => "Đồng ý bản thảo",
                false => "Báo bản thảo có chỗ sai",
            }),
            note: None,
            is_announced: true,
        };
        transition::change_status(transaction, state, changed, change)?;
        Ok(())
    }
}

fn asked_questions(request: &SupplementRequest) -> Vec<String> {
    let items = request.items.iter();
    items.filter_map(|item| item.question.clone()).collect()
}

fn asked_components(request: &SupplementRequest) -> Vec<Component> {
    let items = request.items.iter();
    let components = items.filter_map(|item| {
        let code = item.component.as_deref()?;
        Some(component(
            code,
            &item.label,
            AttachmentRequirement::Required,
        ))
    });
    components.collect()
}

/// Replaces the files of each component that has a new file. Returns the files that were replaced.
fn replace_files(files: &mut Vec<ReceivedFile>, new: Vec<ReceivedFile>) -> Vec<ReceivedFile> {
    let is_replaced =
        |file: &ReceivedFile| new.iter().any(|added| added.component == file.component);
    let replaced = files.iter().filter(|file| is_replaced(file)).cloned();
    let replaced: Vec<ReceivedFile> = replaced.collect();
    files.retain(|file| !is_replaced(file));
    files.extend(new);
    replaced
}
