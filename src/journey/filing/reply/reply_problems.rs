//! Finds what is missing in a reply before it is sent, and converts the server's problems to errors that lead to their
//! place.

use contract::AnswerProblem;
use contract::draft::Draft;
use contract::form::Answers;
use contract::procedure::{AttachmentRequirement, Component};
use domain::form::{Question, problem_question_id, required_questions};
use domain::reply::{MergedReply, changed_answers, merge_reply};
use leptos::prelude::*;

use super::reply_draft::ReplyDraft;
use crate::answers::error_messages::answer_error_message;
use crate::i18n::Words;
use crate::journey::filing::attach_files::{Uploads, field_id, has_file};
use crate::journey::filing::draft::LoadedProcedure;
use crate::journey::filing::fill_form::FormState;
use crate::ui::{FieldError, MixedText};

/// Everything that keeps the reply from being sent, in the order of the page. Shows the errors of the answers at their
/// fields.
pub(super) fn reply_problems(
    words: Words,
    begun: &ReplyDraft,
    loaded: &LoadedProcedure,
    state: FormState,
    uploads: Uploads,
) -> Vec<FieldError> {
    let Some(draft) = begun.open_draft.merged_draft.get_untracked() else {
        return Vec::new();
    };
    let before = present_answers(begun, loaded);
    let merged = merge_reply(
        &loaded.form,
        &before,
        &draft.answers,
        &begun.reply.questions,
    );
    let asked = |question: &&Question| {
        merged.questions.contains(&question.id) && merged.visible.contains(&question.id)
    };
    state.validate(loaded.form.questions().filter(asked));
    let mut problems = state.summary.get_untracked();
    problems.extend(unanswered(words, begun, loaded, &draft, &merged));
    let required = begun.reply.components.iter();
    let required = required.filter(|one| one.attach == AttachmentRequirement::Required);
    let missing = required.filter(|component| !has_file(uploads, &draft, &component.code));
    problems.extend(missing.map(|component| missing_file(words, component)));
    if !problems.is_empty() {
        return problems;
    }
    if uploads.in_progress_count(&draft.id) > 0 {
        let files = draft.attachments.first();
        let component = files.map(|file| file.component.clone());
        let component = component.unwrap_or_else(|| first_component(begun));
        return vec![FieldError {
            field: field_id(&component),
            message: words.reply().uploading.into(),
        }];
    }
    empty_reply_problems(words, begun, loaded, &draft)
}

/// The problem of a reply that changes nothing and has no file. Empty if the reply changes something.
pub(super) fn empty_reply_problems(
    words: Words,
    begun: &ReplyDraft,
    loaded: &LoadedProcedure,
    draft: &Draft,
) -> Vec<FieldError> {
    let before = present_answers(begun, loaded);
    let asked = &begun.reply.questions;
    let merged = merge_reply(&loaded.form, &before, &draft.answers, asked);
    let changed = changed_answers(&loaded.form, &before, &merged.answers);
    match changed.is_empty() && draft.attachments.is_empty() {
        true => unchanged(words, begun, &merged.answers)
            .into_iter()
            .collect(),
        false => Vec::new(),
    }
}

/// The questions that the form leaves optional, that the office asks, and that have no answer.
fn unanswered(
    words: Words,
    begun: &ReplyDraft,
    loaded: &LoadedProcedure,
    draft: &Draft,
    merged: &MergedReply,
) -> Vec<FieldError> {
    // In a reply with a form of its own, the form says what may be left empty.
    if begun.dossier.form != loaded.form.key {
        return Vec::new();
    }
    let required = required_questions(&loaded.form, &draft.answers);
    let asked = begun.reply.questions.iter();
    let empty = asked.filter(|id| {
        merged.visible.contains(id) && !merged.answers.contains_key(*id) && !required.contains(*id)
    });
    let problems = empty.filter_map(|id| {
        let problem = AnswerProblem {
            pointer: ["/answers/", id].concat(),
            rule: "required".to_owned(),
        };
        reply_server_problem(words, begun, loaded, draft, &problem)
    });
    problems.collect()
}

/// The answers with which the reply is compared. A reply with a form of its own begins without answers.
fn present_answers(begun: &ReplyDraft, loaded: &LoadedProcedure) -> Answers {
    match begun.dossier.form == loaded.form.key {
        true => begun.dossier.answers.clone(),
        false => Answers::new(),
    }
}

/// The error of a reply that changes nothing, at the first place where the citizen can change something.
fn unchanged(words: Words, begun: &ReplyDraft, answers: &Answers) -> Option<FieldError> {
    let question = begun.reply.questions.first();
    let message = match question.is_some_and(|id| answers.contains_key(id)) {
        true => words.reply().unchanged,
        false => words.reply().empty,
    };
    let field = match question {
        Some(id) => id.clone(),
        None => field_id(&first_component(begun)),
    };
    Some(FieldError {
        field,
        message: message.into(),
    })
}

fn first_component(begun: &ReplyDraft) -> String {
    let first = begun.reply.components.first();
    first
        .map(|component| component.code.clone())
        .unwrap_or_default()
}

fn missing_file(words: Words, component: &Component) -> FieldError {
    FieldError {
        field: field_id(&component.code),
        message: MixedText::from(words.reply().file_missing)
            .and(words.official(), &component.label),
    }
}

/// Converts a problem that the server reported. `None` if it belongs to nothing on this page.
pub(super) fn reply_server_problem(
    words: Words,
    begun: &ReplyDraft,
    loaded: &LoadedProcedure,
    draft: &Draft,
    problem: &AnswerProblem,
) -> Option<FieldError> {
    let mut path = problem.pointer.split('/').skip(1);
    match (path.next()?, path.next()?) {
        ("attachments", code) => {
            let mut components = begun.reply.components.iter();
            let component = components.find(|component| component.code == code)?;
            Some(missing_file(words, component))
        }
        ("answers", id) if problem.rule == "unchanged" => Some(FieldError {
            field: id.to_owned(),
            message: words.reply().unchanged.into(),
        }),
        ("answers", _) => {
            let question = problem_question_id(&loaded.form, problem)?;
            let label = loaded.form.label(&question)?;
            let message =
                answer_error_message(words.answer_errors(), &loaded.form, &draft.answers, problem)?;
            Some(FieldError {
                field: question,
                message: MixedText::of(words.official(), label)
                    .and(None, ": ".to_owned() + &message),
            })
        }
        _ => None,
    }
}
