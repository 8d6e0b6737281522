//! How far the answers to a form are, and whom they are about.

use contract::draft::ForWhom;
use contract::form::Answers;
use serde_json::Value;

use super::answers::{find_answer, is_blank_answer};
use super::effective_answers::effective_answers;
use super::question_states::question_states;
use crate::form::model::{AnswerKind, FormDefinition};

/// How many of the required answers are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormProgress {
    /// Number of the required answers that are given, valid or not.
    pub answered: usize,
    /// Number of the answers that are required with the current answers.
    pub required: usize,
}

/// Counts the required answers.
pub fn form_progress(definition: &FormDefinition, answers: &Answers) -> FormProgress {
    let required = question_states(definition, answers).required;
    let effective = effective_answers(definition, answers);
    let is_answered =
        |id: &&String| find_answer(&effective, id).is_some_and(|answer| !is_blank_answer(answer));
    FormProgress {
        answered: required.iter().filter(is_answered).count(),
        required: required.len(),
    }
}

/// The name of the person for whom the citizen files: of the helped person, who declares and is therefore the first
/// person of the form; or of the child, who is the first person whose name isn't taken from the citizen's account.
/// `None` if the citizen files for themselves, or has not given the name yet.
pub fn filed_person(
    definition: &FormDefinition,
    answers: &Answers,
    for_whom: ForWhom,
) -> Option<String> {
    let is_person = |prefill: bool| match for_whom {
        ForWhom::Oneself => false,
        ForWhom::Child => !prefill,
        ForWhom::Helped | ForWhom::Other(_) => true,
    };
    let mut questions = definition.questions();
    let name = questions.find(|question| {
        question.kind == AnswerKind::PersonName && is_person(question.prefill.is_some())
    })?;
    answers
        .get(&name.id)
        .and_then(Value::as_str)
        .map(str::to_owned)
}
