//! What still stands between the draft and the office: answers, papers, files on their way, agency, delivery.
//! The server checks the same again; this list only spares the citizen a refusal.

use contract::AnswerProblem;
use contract::draft::Draft;
use contract::procedure::Component;
use domain::form::{answer_at, check, in_future, question_of};
use domain::group::Need;

use crate::answers::error_messages::problem_words;
use crate::i18n::Words;
use crate::journey::filing::draft::declarations::{paper_need, unfinished_of};
use crate::journey::filing::draft::open_draft::Opened;
use crate::page::dates::today;
use crate::routes::{self, DraftStep, EditOrigin};
use crate::ui::{FieldError, MixedText};

/// Element id of the agency's row.
pub(super) const AGENCY_ROW: &str = "review-agency";
/// Element id of the declarations.
pub(super) const DECLARATIONS_ROW: &str = "review-declarations";
/// Element id of the files.
pub(super) const FILES_ROW: &str = "review-files";
/// Element id of the delivery's row.
pub(super) const DELIVERY_ROW: &str = "review-delivery";

/// Every obstacle, in the order of the page.
///
/// `unfinished`: the parts for whose result a way is chosen that isn't whole.
pub(super) fn obstacles(
    words: Words,
    opened: &Opened,
    draft: &Draft,
    unfinished: &[String],
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
    for problem in answer_problems(opened, draft) {
        let obstacle = answer_obstacle(words, opened, draft, &problem);
        add(&obstacle.field, obstacle.message);
    }
    for (component, need) in wanting_papers(opened, draft) {
        let what = match need {
            Need::Answer => words.declarations().component_unanswered,
            Need::File | Need::Nothing => words.submit().component_missing,
        };
        let paper = MixedText::from(what).and(words.official(), &component.label);
        add(FILES_ROW, paper);
    }
    for file in draft
        .attachments
        .iter()
        .filter(|file| file.sha256.is_none())
    {
        add(
            FILES_ROW,
            (words.submit().file_missing.to_owned() + &file.name).into(),
        );
    }
    if !unfinished_of(opened, draft, unfinished).is_empty() {
        add(DELIVERY_ROW, words.submit().delivery_unfinished.into());
    } else if draft.delivery.is_none() {
        add(DELIVERY_ROW, words.submit().delivery_missing.into());
    }
    found
}

/// An answer at fault, in words, with the address of its question. A rule that no question alone breaks is told where all
/// of them are read.
fn answer_obstacle(
    words: Words,
    opened: &Opened,
    draft: &Draft,
    problem: &AnswerProblem,
) -> FieldError {
    asked_obstacle(words, opened, draft, problem).unwrap_or_else(|| FieldError {
        field: DECLARATIONS_ROW.to_owned(),
        message: words.submit().answers_disagree.into(),
    })
}

fn asked_obstacle(
    words: Words,
    opened: &Opened,
    draft: &Draft,
    problem: &AnswerProblem,
) -> Option<FieldError> {
    let question = question_of(&opened.form, problem)?;
    // What an entry holds beyond its questions is told at its list.
    let question = match opened.form.question(&question) {
        Some(_) => question,
        None => answer_at(problem)?,
    };
    let label = opened.form.label(&question)?;
    let page = opened.form.page_of(&question)?.saturating_add(1);
    let sentence = problem_words(words.answer_errors(), &opened.form, &draft.answers, problem)?;
    Some(FieldError {
        field: routes::draft_edit(&draft.id, DraftStep::Form(page), EditOrigin::Review)
            + "#"
            + &question,
        message: MixedText::of(words.official(), label).and(None, ": ".to_owned() + &sentence),
    })
}

fn answer_problems(opened: &Opened, draft: &Draft) -> Vec<AnswerProblem> {
    let mut problems = check(&opened.form, &draft.answers);
    if let Some(today) = today() {
        problems.extend(in_future(&opened.form, &draft.answers, today));
    }
    problems
}

/// Papers that must have a file and have none, or of which the citizen hasn't said whether they must.
fn wanting_papers<'a>(
    opened: &'a Opened,
    draft: &'a Draft,
) -> impl Iterator<Item = (&'a Component, Need)> {
    let components = opened.procedure.component_groups.iter();
    let components = components.flat_map(|group| &group.components);
    let needed = move |component: &'a Component| {
        let need = paper_need(opened, draft, component);
        let held = draft
            .attachments
            .iter()
            .any(|file| file.component == component.code);
        (!held && need != Need::Nothing).then_some((component, need))
    };
    components.filter_map(needed)
}

/// What the server found missing or wrong, with the row or the page where it can be mended.
pub(super) fn found_by_server(
    words: Words,
    opened: &Opened,
    draft: &Draft,
    problem: &AnswerProblem,
) -> Option<FieldError> {
    let submit = words.submit();
    let mut path = problem.pointer.split('/').skip(1);
    let (member, key, last) = (path.next()?, path.next(), path.next());
    let (field, message) = match (member, last) {
        ("answers", _) => return Some(answer_obstacle(words, opened, draft, problem)),
        ("agency", _) | ("parts", Some("agency")) => (AGENCY_ROW, submit.agency_missing.into()),
        ("delivery", _) | ("parts", Some("delivery")) => {
            (DELIVERY_ROW, submit.delivery_missing.into())
        }
        ("attachments", _) => {
            let components = opened.procedure.component_groups.iter();
            let mut components = components.flat_map(|group| &group.components);
            let paper = components.find(|component| Some(component.code.as_str()) == key)?;
            let missing = MixedText::from(submit.component_missing);
            (FILES_ROW, missing.and(words.official(), &paper.label))
        }
        _ => return None,
    };
    Some(FieldError {
        field: field.to_owned(),
        message,
    })
}
