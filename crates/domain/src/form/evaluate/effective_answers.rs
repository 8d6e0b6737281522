//! Computes the effective answers: the answers that are sent to the server and checked.

use contract::form::Answers;
use serde_json::Value;

use super::answer_text::{build_place, parse_typed_answer};
use super::answers::is_blank_answer;
use super::visibility::visible_elements;
use crate::form::model::{AnswerKind, ElementIds, FormDefinition, Question};
use crate::format;
use crate::map_of;

/// The effective answers. They contain the answers to visible questions, without blank answers, and the derived
/// answers. Invisible characters are removed from free text.
///
/// The app sends these answers, and [`check_answers`](super::check_answers) checks them. Any other JSON Schema
/// validator must find the same problems in them.
pub fn effective_answers(definition: &FormDefinition, answers: &Answers) -> Answers {
    effective_among(definition, answers, &visible_elements(definition, answers))
}

/// Like [`effective_answers`], for callers that have computed the visible elements already.
pub(super) fn effective_among(
    definition: &FormDefinition,
    answers: &Answers,
    visible: &ElementIds,
) -> Answers {
    let mut effective = Answers::new();
    for question in definition.questions() {
        let is_derived = matches!(question.kind, AnswerKind::DateInWords(_));
        if is_derived || !visible.contains(&question.id) {
            continue;
        }
        if let Some(answer) = answers
            .get(&question.id)
            .filter(|answer| !is_blank_answer(answer))
        {
            effective.insert(question.id.clone(), clean_answer(&question.kind, answer));
        }
    }
    for (id, value) in derived_answers(definition, &effective) {
        if visible.contains(&id) && !value.is_null() {
            effective.insert(id, value);
        }
    }
    effective
}

/// Every derived answer with its current value. The value is `Null` while the question from which it is derived has no
/// answer.
pub fn derived_answers(definition: &FormDefinition, answers: &Answers) -> Vec<(String, Value)> {
    let derive = |question: &Question| match &question.kind {
        AnswerKind::DateInWords(source) => {
            let date = answers.get(source).and_then(Value::as_str);
            let words = date
                .and_then(format::date_in_words)
                .map_or(Value::Null, Value::String);
            Some((question.id.clone(), words))
        }
        _ => None,
    };
    definition.questions().filter_map(derive).collect()
}

/// Cleans free text as the app does before it stores the text, because another client may have sent it uncleaned. Text
/// that can't be parsed stays unchanged, so that the check reports it.
fn clean_answer(kind: &AnswerKind, answer: &Value) -> Value {
    let text = |name: &str| answer.get(name).and_then(Value::as_str);
    let clean = match (kind, answer) {
        (AnswerKind::Text(_) | AnswerKind::LongText(_), Value::String(typed)) => {
            parse_typed_answer(kind, typed)
        }
        (AnswerKind::List(list), Value::Array(entries)) => {
            let entry = |entry| clean_entry(&list.questions, entry);
            return Value::Array(entries.iter().map(entry).collect());
        }
        // Only a place with exactly the texts `province`, `commune` and `detail` is cleaned. Any other place stays as it
        // is, so that the check of the answers reports it.
        (AnswerKind::Place, Value::Object(members)) if members.len() == 3 => {
            match (text("province"), text("commune"), text("detail")) {
                (Some(province), Some(commune), Some(detail)) => {
                    build_place(province, commune, detail)
                }
                _ => return answer.clone(),
            }
        }
        _ => return answer.clone(),
    };
    clean.unwrap_or_else(|_| answer.clone())
}

/// The effective answers of one list entry. An empty entry stays in the list, so that the other entries keep their
/// numbers.
fn clean_entry(questions: &[Question], entry: &Value) -> Value {
    let Value::Object(members) = entry else {
        return entry.clone();
    };
    let answered = members
        .iter()
        .filter(|(_, answer)| !is_blank_answer(answer));
    let clean_member = |(id, answer): (&String, &Value)| {
        let question = questions.iter().find(|question| question.id == *id)?;
        Some((id.clone(), clean_answer(&question.kind, answer)))
    };
    Value::Object(map_of(answered.filter_map(clean_member)))
}
