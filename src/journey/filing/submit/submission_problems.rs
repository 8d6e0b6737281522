//! Finds the problems that must be fixed before the dossier can be sent: in the answers, the components, the agency and
//! the delivery, or files that are still being uploaded. The server makes the same checks again. These checks show the
//! problems to the citizen before the server would refuse the dossier.

use contract::AnswerProblem;
use contract::draft::Draft;
use contract::procedure::Component;
use domain::form::{check_answers, check_future_dates, problem_answer_id, problem_question_id};
use domain::group::ComponentRequirement;

use crate::answers::error_messages::answer_error_message;
use crate::i18n::Words;
use crate::journey::filing::draft::LoadedProcedure;
use crate::journey::filing::draft::declarations::{
    component_need, filed_incomplete_deliveries, sends_files_of, unknown_files,
};
use crate::page::dates::today;
use crate::routes::{self, DraftStep, EditOrigin};
use crate::ui::{FieldError, MixedText};

/// Element id of the agency section.
pub(super) const AGENCY_ROW: &str = "review-agency";
/// Element id of the declarations section.
pub(super) const DECLARATIONS_ROW: &str = "review-declarations";
/// Element id of the files section.
pub(super) const FILES_ROW: &str = "review-files";
/// Element id of the delivery section.
pub(super) const DELIVERY_ROW: &str = "review-delivery";

/// All problems of a draft, in the order of the review page.
///
/// `incomplete_deliveries` are the keys of the parts whose delivery is chosen but incomplete.
pub(super) fn submission_problems(
    words: Words,
    loaded: &LoadedProcedure,
    draft: &Draft,
    incomplete_deliveries: &[String],
) -> Vec<FieldError> {
    let mut found = Vec::new();
    let mut add = |field: &str, message: MixedText| {
        found.push(FieldError {
            field: field.to_owned(),
            message,
        });
    };
    if draft.agency.is_none() {
        add(AGENCY_ROW, words.submit().agency_missing.into());
    }
    for problem in all_answer_problems(loaded, draft) {
        let problem = answer_problem(words, loaded, draft, &problem);
        add(&problem.field, problem.message);
    }
    for (component, need) in missing_components(loaded, draft) {
        let message = match need {
            ComponentRequirement::Decision => words.declarations().component_unanswered,
            ComponentRequirement::File | ComponentRequirement::Nothing => {
                words.submit().component_missing
            }
        };
        let message = MixedText::from(message).and(words.official(), &component.label);
        add(FILES_ROW, message);
    }
    for file in unknown_files(loaded, draft) {
        let message = words.submit().file_unknown.to_owned() + &file.name;
        add(FILES_ROW, message.into());
    }
    for file in draft
        .attachments
        .iter()
        .filter(|file| file.sha256.is_none() && sends_files_of(loaded, draft, &file.component))
    {
        add(
            FILES_ROW,
            (words.submit().file_missing.to_owned() + &file.name).into(),
        );
    }
    if !filed_incomplete_deliveries(loaded, draft, incomplete_deliveries).is_empty() {
        add(DELIVERY_ROW, words.submit().delivery_incomplete.into());
    } else if draft.delivery.is_none() {
        add(DELIVERY_ROW, words.submit().delivery_missing.into());
    }
    found
}

/// Converts a problem with an answer to an error that links to its question. If the problem concerns several questions,
/// the error links to the declarations section, where all answers can be read.
fn answer_problem(
    words: Words,
    loaded: &LoadedProcedure,
    draft: &Draft,
    problem: &AnswerProblem,
) -> FieldError {
    question_problem(words, loaded, draft, problem).unwrap_or_else(|| FieldError {
        field: DECLARATIONS_ROW.to_owned(),
        message: words.submit().answers_disagree.into(),
    })
}

/// Converts a problem with an answer to an error that links to its question. `None` if the problem doesn't concern one
/// question.
fn question_problem(
    words: Words,
    loaded: &LoadedProcedure,
    draft: &Draft,
    problem: &AnswerProblem,
) -> Option<FieldError> {
    let question = problem_question_id(&loaded.form, problem)?;
    // If the problem concerns an unknown property of a list entry, the error links to the list.
    let question = match loaded.form.question(&question) {
        Some(_) => question,
        None => problem_answer_id(problem)?,
    };
    let label = loaded.form.label(&question)?;
    let page = loaded.form.page_number(&question)?.saturating_add(1);
    let message =
        answer_error_message(words.answer_errors(), &loaded.form, &draft.answers, problem)?;
    Some(FieldError {
        field: routes::draft_edit(&draft.id, DraftStep::Form(page), EditOrigin::Review)
            + "#"
            + &question,
        message: MixedText::of(words.official(), label).and(None, ": ".to_owned() + &message),
    })
}

/// All problems with the answers. Dates in the future are checked here, because the form's schema can't know today's
/// date.
fn all_answer_problems(loaded: &LoadedProcedure, draft: &Draft) -> Vec<AnswerProblem> {
    let mut problems = check_answers(&loaded.form, &draft.answers);
    problems.extend(check_future_dates(&loaded.form, &draft.answers, today()));
    problems
}

/// The components that still lack something: a required file, or the citizen's answer whether the component is needed.
fn missing_components<'a>(
    loaded: &'a LoadedProcedure,
    draft: &'a Draft,
) -> impl Iterator<Item = (&'a Component, ComponentRequirement)> {
    let components = loaded.procedure.component_groups.iter();
    let components = components.flat_map(|group| &group.components);
    let missing = move |component: &'a Component| {
        let need = component_need(loaded, draft, component);
        let has_file = draft
            .attachments
            .iter()
            .any(|file| file.component == component.code);
        (!has_file && need != ComponentRequirement::Nothing).then_some((component, need))
    };
    components.filter_map(missing)
}

/// Converts a problem that the server reported to an error that links to the section or the page where the citizen can
/// fix it. `None` if the problem's JSON Pointer is unknown.
pub(super) fn server_problem(
    words: Words,
    loaded: &LoadedProcedure,
    draft: &Draft,
    problem: &AnswerProblem,
) -> Option<FieldError> {
    let submit = words.submit();
    let mut path = problem.pointer.split('/').skip(1);
    let (member, key, last) = (path.next()?, path.next(), path.next());
    let (field, message) = match (member, last) {
        ("answers", _) => return Some(answer_problem(words, loaded, draft, problem)),
        ("agency", _) | ("parts", Some("agency")) => (AGENCY_ROW, submit.agency_missing.into()),
        ("delivery", _) | ("parts", Some("delivery")) => {
            (DELIVERY_ROW, submit.delivery_missing.into())
        }
        ("attachments", _) => {
            let components = loaded.procedure.component_groups.iter();
            let mut components = components.flat_map(|group| &group.components);
            let message = if problem.rule == "unknown" {
                let mut files = draft.attachments.iter();
                let file = files.find(|file| Some(file.component.as_str()) == key)?;
                (submit.file_unknown.to_owned() + &file.name).into()
            } else {
                let component =
                    components.find(|component| Some(component.code.as_str()) == key)?;
                MixedText::from(submit.component_missing).and(words.official(), &component.label)
            };
            (FILES_ROW, message)
        }
        _ => return None,
    };
    Some(FieldError {
        field: field.to_owned(),
        message,
    })
}
