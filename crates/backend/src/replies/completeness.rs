//! Checks that a reply is complete: what the office asks is answered and attached. Answers that the office didn't ask
//! stay as they are in the dossier, and aren't checked again: the citizen couldn't correct them here.

use contract::AnswerProblem;
use contract::form::Answers;
use contract::procedure::AttachmentRequirement;
use contract::receipt::ReceivedFile;
use contract::reply::Reply;
use contract::time::Day;
use domain::form::FormDefinition;
use domain::reply::{MergedReply, changed_answers, merge_reply};

use super::reply_rules::{ReplyContent, ReplyRules};
use crate::data::Data;
use crate::dossiers::answer_check;
use crate::dossiers::completeness::attachment_pointer;
use crate::http::json_pointer::{answer_problem, child};
use crate::refusal::Refusal;
use crate::store::drafts::StoredDraft;
use crate::store::uploads::Upload;

/// Checks a reply and returns its content. `before` are the answers with which it is compared. The content of the files
/// isn't checked here.
pub(super) fn check_reply(
    rules: &dyn ReplyRules,
    reply: &Reply,
    draft: &StoredDraft,
    before: &Answers,
    uploads: &[Upload],
    data: &Data,
    today: &Day,
) -> Result<ReplyContent, Refusal> {
    let definition = data.definition(&draft.form);
    let definition = definition.ok_or_else(|| Refusal::FormChanged(Vec::new()))?;
    let merged = merge_reply(definition, before, &draft.answers, &reply.questions);
    let changed = changed_answers(definition, before, &merged.answers);
    let mut problems = invalid_answers(&merged, &draft.form, data, today)?;
    problems.extend(missing_answers(definition, &merged, reply, &problems));
    if !problems.is_empty() {
        return Err(Refusal::InvalidAnswers(problems));
    }
    let missing = missing_files(reply, uploads);
    if !missing.is_empty() {
        return Err(Refusal::IncompleteDossier(missing));
    }
    let content = ReplyContent {
        answers: merged.answers,
        changed: u32::try_from(changed.len()).unwrap_or(u32::MAX),
        files: received_files(reply, uploads),
    };
    let problems = rules.check(reply, &content);
    match problems.is_empty() {
        true => Ok(content),
        false => Err(Refusal::IncompleteDossier(problems)),
    }
}

/// The problems of the answers that the reply may change.
fn invalid_answers(
    merged: &MergedReply,
    form: &str,
    data: &Data,
    today: &Day,
) -> Result<Vec<AnswerProblem>, Refusal> {
    let form = data
        .form(form)
        .ok_or_else(|| Refusal::FormChanged(Vec::new()))?;
    match answer_check::validate_answers(&merged.answers, form, data, today) {
        Ok(_) => Ok(Vec::new()),
        Err(Refusal::InvalidAnswers(problems)) => Ok(problems
            .into_iter()
            .filter(|problem| is_asked(problem, merged))
            .collect()),
        Err(refusal) => Err(refusal),
    }
}

/// Whether the problem belongs to a question of the reply.
fn is_asked(problem: &AnswerProblem, merged: &MergedReply) -> bool {
    let answer = problem.pointer.strip_prefix("/answers/");
    let id = answer.and_then(|answer| answer.split('/').next());
    id.is_some_and(|id| {
        let id = id.replace("~1", "/").replace("~0", "~");
        merged.questions.contains(&id)
    })
}

/// One problem for each question that the office asks and that has no answer. The form may leave its answer optional,
/// but the office doesn't. Replies that are only a text may leave it empty.
fn missing_answers(
    definition: &FormDefinition,
    merged: &MergedReply,
    reply: &Reply,
    known: &[AnswerProblem],
) -> Vec<AnswerProblem> {
    if definition.key == super::supplement::TEXT_FORM {
        return Vec::new();
    }
    let asked = reply.questions.iter();
    let missing = asked.filter(|id| {
        merged.visible.contains(id)
            && !merged.answers.contains_key(*id)
            && definition.question(id).is_some()
    });
    let problems = missing.map(|id| answer_problem(child("/answers", id), "required"));
    problems
        .filter(|problem| !known.iter().any(|other| other.pointer == problem.pointer))
        .collect()
}

/// One problem for each component that the reply needs and that has no complete file.
fn missing_files(reply: &Reply, uploads: &[Upload]) -> Vec<AnswerProblem> {
    let required = reply
        .components
        .iter()
        .filter(|component| component.attach == AttachmentRequirement::Required);
    let missing = required.filter(|component| {
        !uploads
            .iter()
            .any(|upload| upload.component == component.code && upload.sha256.is_some())
    });
    missing
        .map(|component| answer_problem(attachment_pointer(&component.code), "required"))
        .collect()
}

/// Converts the uploads to the form in which the dossier lists them.
fn received_files(reply: &Reply, uploads: &[Upload]) -> Vec<ReceivedFile> {
    let label = |code: &str| {
        let mut components = reply.components.iter();
        let component = components.find(|component| component.code == code);
        component.map_or_else(|| code.to_owned(), |component| component.label.clone())
    };
    let files = uploads.iter().map(|upload| ReceivedFile {
        id: upload.id.clone(),
        component: upload.component.clone(),
        component_label: label(&upload.component),
        name: upload.name.clone(),
        size: upload.size,
        sha256: upload.sha256.clone().unwrap_or_default(),
    });
    files.collect()
}
