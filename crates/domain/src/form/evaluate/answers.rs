//! Finds and changes single answers, including answers within the entries of a repeating group.

use contract::form::{Answers, ENTRY_ID};
use serde_json::{Map, Value};

use crate::form::model::EntryId;
use crate::format;
use crate::map_of;

/// The answer to the question `id`. A question in an entry of a list has an id such as `members/0/name`, or
/// `members/e5f/name` if the entry is named by its own id.
pub fn find_answer<'a>(answers: &'a Answers, id: &str) -> Option<&'a Value> {
    answers.get(id).or_else(|| {
        let entry = EntryId::parse(id)?;
        let entries = answers.get(entry.list)?.as_array()?;
        entries
            .get(entry.place_among(entries)?)?
            .get(entry.question)
    })
}

/// Converts the answer to a question into the id and the value that the draft stores. `Null` removes the answer.
///
/// An answer in an entry of a list is not stored alone, so the result is the id of the list with the changed list. If
/// the list is too short for the entry, empty entries are added before it. If the entry is named by its own id and was
/// removed, for example on another device, it is added at the end, so that nothing typed is lost.
pub fn to_stored_answer(answers: &Answers, id: &str, value: Value) -> (String, Value) {
    let Some(entry_id) = EntryId::parse(id).filter(|_| !answers.contains_key(id)) else {
        return (id.to_owned(), value);
    };
    let mut entries = match answers.get(entry_id.list) {
        Some(Value::Array(entries)) => entries.clone(),
        _ => Vec::new(),
    };
    let place = entry_id.place_among(&entries);
    if place.is_none() {
        let own = Value::String(entry_id.entry.to_owned());
        entries.push(Value::Object(map_of([(ENTRY_ID.to_owned(), own)])));
    }
    let place = place.unwrap_or(entries.len().saturating_sub(1));
    while entries.len() <= place {
        entries.push(Value::Object(Map::new()));
    }
    if let Some(entry) = entries.get_mut(place) {
        if !entry.is_object() {
            *entry = Value::Object(Map::new());
        }
        if let Value::Object(members) = entry {
            match value {
                Value::Null => drop(members.remove(entry_id.question)),
                value => drop(members.insert(entry_id.question.to_owned(), value)),
            }
        }
    }
    (entry_id.list.to_owned(), Value::Array(entries))
}

/// Whether an answer counts as not given: `null`, blank text, an empty object or an empty array.
pub(super) fn is_blank_answer(answer: &Value) -> bool {
    match answer {
        Value::Null => true,
        Value::String(text) => format::is_blank(text),
        Value::Object(members) => members.is_empty(),
        Value::Array(entries) => entries.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
