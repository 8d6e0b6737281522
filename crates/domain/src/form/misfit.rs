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
    /// What was answered, line by line, to be copied.
    pub lines: Vec<OldAnswer>,
}

/// A line of an answer whose question is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OldAnswer {
    /// Words, or as much of it as can be said without the question.
    Words(String),
    /// A place by its codes, whose names are looked up by whoever has them, and what stands on the gate.
    Place {
        /// Code of the province.
        province: String,
        /// Code of the commune.
        commune: String,
        /// House, street, hamlet; may be empty.
        detail: String,
    },
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
        lines: lines(answer),
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

/// An answer without the question that would say how to show it: an entry's words stand together, a place alone.
fn lines(answer: &Value) -> Vec<OldAnswer> {
    if let Some(place) = place(answer) {
        return vec![place];
    }
    let members: Vec<OldAnswer> = match answer {
        Value::Array(entries) => return entries.iter().flat_map(lines).collect(),
        Value::Object(members) => members.values().flat_map(lines).collect(),
        Value::Bool(_) => return vec![OldAnswer::Words(show(&Kind::YesNo, answer))],
        other => return vec![OldAnswer::Words(plain(other))],
    };
    let mut words = Vec::new();
    let mut places = Vec::new();
    for member in members {
        match member {
            OldAnswer::Words(text) => words.push(text),
            place => places.push(place),
        }
    }
    let words = (!words.is_empty()).then(|| OldAnswer::Words(words.join(", ")));
    words.into_iter().chain(places).collect()
}

/// The answer as a place, if it looks like one.
fn place(answer: &Value) -> Option<OldAnswer> {
    let members = answer.as_object()?;
    let part = |name| members.get(name).and_then(Value::as_str).map(str::to_owned);
    let (province, commune) = (part("province")?, part("commune")?);
    Some(OldAnswer::Place {
        province,
        commune,
        detail: part("detail").unwrap_or_default(),
    })
}
