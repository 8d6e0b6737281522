//! Converts between question ids and the JSON Pointers in answer problems.

use contract::AnswerProblem;

use crate::form::json_schema::{child_pointer, unescape_token};
use crate::form::model::{AnswerKind, FormDefinition, entry_question_id};

/// The id of the question to which a problem belongs. For a question in a list entry, the id contains the entry.
pub fn problem_question_id(definition: &FormDefinition, problem: &AnswerProblem) -> Option<String> {
    question_id_at(definition, problem.pointer.strip_prefix("/answers")?)
}

/// The id of the stored answer to which a problem belongs. A list with all its entries is one stored answer.
pub fn problem_answer_id(problem: &AnswerProblem) -> Option<String> {
    first_token(problem.pointer.strip_prefix("/answers")?)
}

/// The id of the question at a JSON Pointer into the answers.
pub(super) fn question_id_at(definition: &FormDefinition, pointer: &str) -> Option<String> {
    let id = first_token(pointer)?;
    let question = definition.question(&id);
    if question.is_some_and(|question| matches!(question.kind, AnswerKind::List(_))) {
        let mut tokens = pointer.split('/').skip(2);
        if let (Some(Ok(index)), Some(inner)) = (tokens.next().map(str::parse), tokens.next()) {
            let place = usize::to_string(&index);
            return Some(entry_question_id(&id, &place, &unescape_token(inner)));
        }
    }
    Some(id)
}

/// The JSON Pointer to the answer to a question, such as `/answers/members/0/name`.
pub(super) fn answer_pointer(definition: &FormDefinition, id: &str) -> String {
    match definition.entry_id(id) {
        Some(entry) => {
            let list = child_pointer("/answers", entry.list);
            child_pointer(&child_pointer(&list, entry.entry), entry.question)
        }
        None => child_pointer("/answers", id),
    }
}

fn first_token(pointer: &str) -> Option<String> {
    let token = pointer.strip_prefix('/')?.split('/').next()?;
    Some(unescape_token(token))
}
