//! Finds answers in a draft that belong to an older version of the form.
//!
//! Outdated answers stay in the draft, where the citizen can read and copy them. They disappear when the citizen
//! answers the question again or discards them.

use contract::form::{Answers, ENTRY_ID};
use serde_json::Value;

use super::answer_text::display_answer;
use crate::form::json_schema::json_equal;
use crate::form::model::{AnswerKind, FormDefinition, entry_question_id, plain_text};

/// An answer that no form control can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutdatedAnswer {
    /// Id of the question that was answered.
    pub id: String,
    /// Label of the question, which must be answered again. `None` if the form no longer asks the question.
    pub label: Option<String>,
    /// The lines of the answer, for reading and copying.
    pub lines: Vec<OutdatedLine>,
}

/// A line of an outdated answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutdatedLine {
    /// The answer as text. If its question is unknown, the text can differ from the text that the citizen saw when they
    /// answered.
    Text(String),
    /// A place. The caller looks up the names for the codes.
    Place {
        /// Code of the province.
        province: String,
        /// Code of the commune.
        commune: String,
        /// House number, street, hamlet; may be empty.
        detail: String,
    },
}

/// Every answer that no form control can show, because the form no longer has the question or the question now takes
/// another kind of answer.
///
/// Text that can't be parsed yet is not outdated, because the control of its question shows it.
pub fn outdated_answers(definition: &FormDefinition, answers: &Answers) -> Vec<OutdatedAnswer> {
    let mut outdated = Vec::new();
    for (id, answer) in answers {
        collect_outdated(definition, id, answer, &mut outdated);
    }
    outdated
}

fn collect_outdated(
    definition: &FormDefinition,
    id: &str,
    answer: &Value,
    outdated: &mut Vec<OutdatedAnswer>,
) {
    let kind = definition.question(id).map(|question| &question.kind);
    if let (Some(AnswerKind::List(_)), Value::Array(entries)) = (kind, answer) {
        for (index, entry) in entries.iter().enumerate() {
            let members = entry.as_object().into_iter().flatten();
            for (inner, answer) in members.filter(|(name, _)| *name != ENTRY_ID) {
                let id = entry_question_id(id, &index.to_string(), inner);
                collect_outdated(definition, &id, answer, outdated);
            }
        }
        return;
    }
    if kind.is_some_and(|kind| can_show(kind, answer)) {
        return;
    }
    outdated.push(OutdatedAnswer {
        id: id.to_owned(),
        label: definition.label(id),
        lines: answer_lines(answer),
    });
}

fn can_show(kind: &AnswerKind, answer: &Value) -> bool {
    match (kind, answer) {
        (_, Value::Null) | (AnswerKind::DateInWords(_), _) => true,
        (AnswerKind::Select(options) | AnswerKind::Radio(options), _) => {
            let mut options = options.iter();
            options.any(|option| json_equal(&option.value, answer))
        }
        (AnswerKind::YesNo | AnswerKind::Declaration, _) => answer.is_boolean(),
        (AnswerKind::Place, _) => answer.is_object(),
        (AnswerKind::List(_), _) => answer.is_array(),
        _ => answer.is_string() || answer.is_number(),
    }
}

/// The lines of an answer whose question is unknown. All texts of a list entry are joined into one line. Each place has
/// its own line.
fn answer_lines(answer: &Value) -> Vec<OutdatedLine> {
    if let Some(place) = as_place(answer) {
        return vec![place];
    }
    let members: Vec<OutdatedLine> = match answer {
        Value::Array(entries) => return entries.iter().flat_map(answer_lines).collect(),
        Value::Object(members) => {
            let answers = members.iter().filter(|(name, _)| *name != ENTRY_ID);
            answers
                .flat_map(|(_, answer)| answer_lines(answer))
                .collect()
        }
        Value::Bool(_) => {
            let text = display_answer(&AnswerKind::YesNo, answer);
            return vec![OutdatedLine::Text(text)];
        }
        other => return vec![OutdatedLine::Text(plain_text(other))],
    };
    let mut texts = Vec::new();
    let mut places = Vec::new();
    for member in members {
        match member {
            OutdatedLine::Text(text) => texts.push(text),
            place @ OutdatedLine::Place { .. } => places.push(place),
        }
    }
    let text = (!texts.is_empty()).then(|| OutdatedLine::Text(texts.join(", ")));
    text.into_iter().chain(places).collect()
}

/// The answer as a place, if it has the members of a place.
fn as_place(answer: &Value) -> Option<OutdatedLine> {
    let members = answer.as_object()?;
    let member = |name| members.get(name).and_then(Value::as_str).map(str::to_owned);
    let (province, commune) = (member("province")?, member("commune")?);
    Some(OutdatedLine::Place {
        province,
        commune,
        detail: member("detail").unwrap_or_default(),
    })
}
