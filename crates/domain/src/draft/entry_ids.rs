//! Ids of the entries of repeating groups. With an id, an entry stays the same entry when another device adds or removes
//! an entry before it.

use std::collections::BTreeSet;

use contract::form::{Answers, ENTRY_ID};
use contract::limits::ENTRY_ID_CHARS;
use serde_json::Value;

/// Gives an id to every entry of a repeating group that has none, or has the same id as an earlier entry. The ids depend
/// only on the list, so every device gives the same ids.
pub fn add_entry_ids(answers: &mut Answers) {
    answers.values_mut().for_each(add_ids_to_list);
}

/// Gives an id to every entry of one list. Does nothing with a value that isn't a list of objects.
pub fn add_ids_to_list(list: &mut Value) {
    let Value::Array(entries) = list else {
        return;
    };
    let mut taken: BTreeSet<String> = entries.iter().filter_map(valid_id).collect();
    let mut seen = BTreeSet::new();
    for (index, entry) in entries.iter_mut().enumerate() {
        let own = valid_id(entry).filter(|id| seen.insert(id.clone()));
        let (None, Value::Object(members)) = (own, entry) else {
            continue;
        };
        let numbers = index.saturating_add(1)..;
        let mut ids = numbers.map(|number| ["e", &number.to_string()].concat());
        if let Some(id) = ids.find(|id| taken.insert(id.clone())) {
            seen.insert(id.clone());
            members.insert(ENTRY_ID.to_owned(), Value::String(id));
        }
    }
}

/// The id of an entry. `None` if the entry has no valid id.
fn valid_id(entry: &Value) -> Option<String> {
    let id = entry.get(ENTRY_ID)?.as_str()?;
    let is_valid = id.len() <= ENTRY_ID_CHARS
        && id.starts_with(|first: char| first.is_ascii_alphabetic())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_valid.then(|| id.to_owned())
}
