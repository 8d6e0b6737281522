//! What still stands between the draft and the office: answers, papers, files on their way, agency, delivery.
//! The server checks the same again; this list only spares the citizen a refusal.

use contract::AnswerProblem;
use contract::attachment::Attachment;
use contract::draft::Draft;
use contract::procedure::{Attach, Component, Procedure};
use domain::calendar::Date;
use domain::form::{check, in_future, question_of};

use crate::browser::clock;
use crate::i18n::Words;
use crate::journey::answer_words::problem_words;
use crate::journey::open_draft::Opened;
use crate::ui::{FieldProblem, Said};

/// Element id of the agency's row.
pub(super) const AGENCY_ROW: &str = "review-agency";
/// Element id of the files.
pub(super) const FILES_ROW: &str = "review-files";
/// Element id of the delivery's row.
pub(super) const DELIVERY_ROW: &str = "review-delivery";

/// Element id of an answer's row.
pub(super) fn answer_row(question: &str) -> String {
    ["review-", question].concat()
}

/// Every obstacle, in the order of the page.
///
/// `unfinished`: a way to receive the result is chosen and not whole.
pub(super) fn obstacles(
    words: Words,
    opened: &Opened,
    draft: &Draft,
    unfinished: bool,
) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    let mut add = |field: &str, message: Said| {
        found.push(FieldProblem {
            field: field.to_owned(),
            message,
        });
    };
    if draft.agency.is_none() {
        add(AGENCY_ROW, words.submit().agency_missing.into());
    }
    for problem in answer_problems(opened, draft) {
        if let Some(obstacle) = answer_obstacle(words, opened, draft, &problem) {
            add(&obstacle.field, obstacle.message);
        }
    }
    for component in missing_papers(&opened.procedure, &draft.attachments) {
        add(
            FILES_ROW,
            Said::from(words.submit().paper_missing).and(words.official(), &component.label),
        );
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
    if unfinished {
        add(DELIVERY_ROW, words.submit().delivery_unfinished.into());
    } else if draft.delivery.is_none() {
        add(DELIVERY_ROW, words.submit().delivery_missing.into());
    }
    found
}

/// An answer at fault, in words, with the row it stands in.
pub(super) fn answer_obstacle(
    words: Words,
    opened: &Opened,
    draft: &Draft,
    problem: &AnswerProblem,
) -> Option<FieldProblem> {
    let question = question_of(problem)?;
    let label = &opened.form.question(&question)?.label;
    let sentence = problem_words(words.answers(), &opened.form, &draft.answers, problem)?;
    Some(FieldProblem {
        field: answer_row(&question),
        message: Said::of(words.official(), label).and(None, ": ".to_owned() + &sentence),
    })
}

fn answer_problems(opened: &Opened, draft: &Draft) -> Vec<AnswerProblem> {
    let mut problems = check(&opened.form, &draft.answers);
    let (year, month, day) = clock::today();
    let today = u16::try_from(year)
        .ok()
        .zip(u8::try_from(month).ok())
        .zip(u8::try_from(day).ok());
    if let Some(today) = today.and_then(|((year, month), day)| Date::new(year, month, day)) {
        problems.extend(in_future(&opened.form, &draft.answers, today));
    }
    problems
}

/// Papers that must have a file and have none.
fn missing_papers<'a>(
    procedure: &'a Procedure,
    attachments: &'a [Attachment],
) -> impl Iterator<Item = &'a Component> {
    procedure
        .component_groups
        .iter()
        .flat_map(|group| &group.components)
        .filter(|component| component.attach == Attach::Required)
        .filter(|component| {
            attachments
                .iter()
                .all(|file| file.component != component.code)
        })
}
