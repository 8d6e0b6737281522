//! Checks answers against the JSON Schema of the form.

use std::collections::BTreeSet;

use contract::AnswerProblem;
use contract::form::Answers;
use serde_json::Value;

use super::effective_answers::effective_answers;
use super::problem_location::{answer_pointer, question_id_at};
use super::visibility::visible_elements;
use crate::form::json_schema::child_pointer;
use crate::form::model::{AnswerKind, EntryId, FormDefinition};

/// A broken rule, with the question at which the problem is reported.
struct QuestionProblem {
    question_id: String,
    problem: AnswerProblem,
    /// Ids of other questions. An answer to any one of them would also solve the problem.
    alternatives: Vec<String>,
}

/// Every problem in the answers: at most one for each question, in reading order.
///
/// Hidden questions are not checked. The problem of a derived answer is reported at the question from which it is
/// derived.
pub fn check_answers(definition: &FormDefinition, answers: &Answers) -> Vec<AnswerProblem> {
    let problems = question_problems(definition, answers).into_iter();
    problems.map(|found| found.problem).collect()
}

/// The problems on one page. `page` is the number of the page, from 0.
///
/// If at least one of several questions must be answered, the problem is reported on the last page that contains one of
/// these questions. On an earlier page the citizen may still intend to answer a later question.
pub fn check_page(
    definition: &FormDefinition,
    page: usize,
    answers: &Answers,
) -> Vec<AnswerProblem> {
    let visible = visible_elements(definition, answers);
    let page_number = |id: &String| {
        let list = EntryId::parse(id).map_or(id.as_str(), |entry| entry.list);
        let is_visible = visible.contains(id) || visible.contains(list);
        definition.page_number(id).filter(|_| is_visible)
    };
    let mut reported = BTreeSet::new();
    let mut problems = Vec::new();
    for found in question_problems(definition, answers) {
        let mut candidates = vec![found.question_id.clone()];
        candidates.extend(found.alternatives);
        let last_page = candidates.iter().filter_map(page_number).max();
        if last_page != Some(page) {
            continue;
        }
        let mut on_page = candidates.iter().filter(|id| page_number(id) == last_page);
        let Some(id) = on_page.next().filter(|id| reported.insert((*id).clone())) else {
            continue;
        };
        problems.push(if *id == found.question_id {
            found.problem
        } else {
            AnswerProblem {
                pointer: answer_pointer(definition, id),
                ..found.problem
            }
        });
    }
    problems
}

/// The other visible questions that could be answered instead of the question `id`, in reading order.
///
/// Empty unless `anyOf` or `oneOf` currently requires an answer to one of several questions.
pub fn alternative_questions(
    definition: &FormDefinition,
    answers: &Answers,
    id: &str,
) -> Vec<String> {
    let visible = visible_elements(definition, answers);
    let mut others = Vec::new();
    for found in question_problems(definition, answers) {
        let mut group = vec![found.question_id];
        group.extend(found.alternatives);
        if group.len() > 1 && group.iter().any(|member| member == id) {
            others.extend(group);
        }
    }
    others.retain(|other| other != id && visible.contains(other));
    others.sort_by_key(|other| definition.reading_order(other));
    others.dedup();
    others
}

fn question_problems(definition: &FormDefinition, answers: &Answers) -> Vec<QuestionProblem> {
    let checked = Value::Object(effective_answers(definition, answers));
    let mut reported = BTreeSet::new();
    let mut problems: Vec<QuestionProblem> = Vec::new();
    for violation in definition.schema.violations(&checked) {
        let mut pointer = violation.pointer;
        let mut question_id = question_id_at(definition, &pointer).unwrap_or_default();
        let question = definition.question(&question_id);
        if let Some(AnswerKind::DateInWords(source)) = question.map(|question| &question.kind) {
            pointer = child_pointer("", source);
            question_id = source.clone();
        }
        if !reported.insert(question_id.clone()) {
            continue;
        }
        let alternatives = violation.alternatives.iter();
        problems.push(QuestionProblem {
            alternatives: alternatives
                .filter_map(|pointer| question_id_at(definition, pointer))
                .collect(),
            problem: AnswerProblem {
                pointer: ["/answers", &pointer].concat(),
                rule: violation.rule.to_owned(),
            },
            question_id,
        });
    }
    problems.sort_by_key(|found| definition.reading_order(&found.question_id));
    problems
}
