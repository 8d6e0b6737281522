//! Finds answers of an earlier dossier that can be reused in a new dossier on the same form.

use contract::draft::ForWhom;
use contract::form::Answers;
use serde_json::Value;

use super::answers::is_blank_answer;
use super::outdated_answers::outdated_answers;
use super::visibility::visible_elements;
use crate::form::model::{AnswerKind, FormDefinition};

/// The earlier answers to offer in a dossier for `for_whom`, in reading order.
///
/// An answer is offered only if its question is visible and has no answer yet, and only if both dossiers are for the
/// same person. Declarations are not offered, because the citizen must make them again each time. Derived answers are
/// not offered, because they are computed from other answers.
pub fn carry_over_answers(
    definition: &FormDefinition,
    (earlier, earlier_for_whom): (&Answers, ForWhom),
    (answers, for_whom): (&Answers, ForWhom),
) -> Vec<(String, Value)> {
    if earlier_for_whom != for_whom {
        return Vec::new();
    }
    let outdated = outdated_answers(definition, earlier);
    let is_outdated = |id: &str| {
        let entry_prefix = [id, "/"].concat();
        let mut outdated = outdated.iter();
        outdated.any(|answer| answer.id == id || answer.id.starts_with(&entry_prefix))
    };
    let mut combined = earlier.clone();
    combined.extend(answers.clone());
    let visible = visible_elements(definition, &combined);
    let unanswered = definition
        .questions()
        .filter(|question| question.carry_over.is_own(for_whom))
        .filter(|question| visible.contains(&question.id) && !answers.contains_key(&question.id))
        .filter(|question| {
            !matches!(
                question.kind,
                AnswerKind::Declaration | AnswerKind::DateInWords(_)
            )
        })
        .filter(|question| !is_outdated(&question.id));
    unanswered
        .filter_map(|question| {
            let answer = earlier.get(&question.id)?;
            (!is_blank_answer(answer)).then(|| (question.id.clone(), answer.clone()))
        })
        .collect()
}
