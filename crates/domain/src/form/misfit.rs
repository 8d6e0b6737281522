//! What an older version of a form left in a draft and this one has no place for. It stays in the draft, to be read
//! and copied, until the citizen has answered anew or thrown it away.

use contract::form::Answers;
use serde_json::Value;

use super::definition::Definition;
use super::entries::entry_id;
use super::question::{Kind, plain, show};
use super::schema::same;

/// An answer without a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Id of the answer.
    pub id: String,
    /// The question that must be answered again; `None` where it is no longer asked.
    pub label: Option<String>,
    /// What was answered, to be copied.
    pub text: String,
}

/// Every answer that no field of this form can show: its question is gone, or takes another kind of answer.
///
/// What is typed and can't be read yet does fit: its field shows it.
pub fn misfits(definition: &Definition, answers: &Answers) -> Vec<Misfit> {
    let mut found = Vec::new();
    for (id, answer) in answers {
        look(definition, id, answer, &mut found);
    }
    found
}

fn look(definition: &Definition, id: &str, answer: &Value, found: &mut Vec<Misfit>) {
    let question = definition.question(id);
    if let (Some(Kind::List(_)), Value::Array(entries)) =
        (question.map(|asked| &asked.kind), answer)
    {
        for (index, entry) in entries.iter().enumerate() {
            for (inner, answer) in entry.as_object().into_iter().flatten() {
                look(definition, &entry_id(id, index, inner), answer, found);
            }
        }
        return;
    }
    if question.is_some_and(|question| fits(&question.kind, answer)) {
        return;
    }
    found.push(Misfit {
        id: id.to_owned(),
        label: definition.label(id),
        text: words(answer),
    });
}

fn fits(kind: &Kind, answer: &Value) -> bool {
    match (kind, answer) {
        (_, Value::Null) | (Kind::WordsOf(_), _) => true,
        (Kind::Select(choices) | Kind::Radio(choices), _) => {
            choices.iter().any(|choice| same(&choice.value, answer))
        }
        (Kind::YesNo | Kind::Declaration, _) => answer.is_boolean(),
        (Kind::Place, _) => answer.is_object(),
        (Kind::List(_), _) => answer.is_array(),
        _ => answer.is_string() || answer.is_number(),
    }
}

/// An answer in words without the question that would say how to show it.
fn words(answer: &Value) -> String {
    match answer {
        Value::Array(entries) => {
            let entries: Vec<String> = entries.iter().map(words).collect();
            entries.join("; ")
        }
        Value::Object(members) => {
            let members: Vec<String> = members.values().map(words).collect();
            members.join(", ")
        }
        Value::Bool(_) => show(&Kind::YesNo, answer),
        other => plain(other),
    }
}
