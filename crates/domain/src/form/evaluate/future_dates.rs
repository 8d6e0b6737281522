//! Finds dates after today in questions that don't allow such dates.

use contract::AnswerProblem;
use contract::form::Answers;
use serde_json::Value;

use super::answers::find_answer;
use super::effective_answers::effective_answers;
use super::problem_location::answer_pointer;
use crate::calendar::Date;
use crate::form::model::{AnswerKind, FormDefinition, Question};
use crate::format;

/// The dates after `today` in questions that don't allow future dates. The rule of each problem is `in-future`.
///
/// This is separate from [`check_answers`](super::check_answers), because the result of `check_answers` must not depend
/// on the day.
pub fn check_future_dates(
    definition: &FormDefinition,
    answers: &Answers,
    today: Date,
) -> Vec<AnswerProblem> {
    let answers = effective_answers(definition, answers);
    let mut problems = Vec::new();
    for question in all_questions(definition, &answers) {
        let is_date = matches!(question.kind, AnswerKind::Date | AnswerKind::PartialDate);
        if !is_date || question.allows_future {
            continue;
        }
        let date = find_answer(&answers, &question.id).and_then(Value::as_str);
        if date.is_some_and(|date| format::refuse_future_date(date, today).is_err()) {
            problems.push(AnswerProblem {
                pointer: answer_pointer(definition, &question.id),
                rule: "in-future".to_owned(),
            });
        }
    }
    problems
}

/// Every question of the form, and the questions of every list entry in the answers.
fn all_questions(definition: &FormDefinition, answers: &Answers) -> Vec<Question> {
    let mut questions = Vec::new();
    for question in definition.questions() {
        questions.push(question.clone());
        let entries = answers.get(&question.id).and_then(Value::as_array);
        for index in 0..entries.map_or(0, Vec::len) {
            questions.extend(question.entry_questions(&index.to_string()));
        }
    }
    questions
}
