//! Ids of the questions in the entries of a repeating group. An entry is named by its place in the list, as in
//! `members/0/name`, or by its own id, as in `members/e5f/name`. The place is what a JSON Pointer needs; the id stays the
//! same when entries are added or removed.

use contract::form::{Answers, ENTRY_ID};
use serde_json::Value;

/// The parts of the id of a question in a list entry, such as `members/0/name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EntryId<'a> {
    /// Id of the repeating group: `members`.
    pub(crate) list: &'a str,
    /// The entry: its place in the list, from 0, or its own id.
    pub(crate) entry: &'a str,
    /// Id of the question within the entry: `name`.
    pub(crate) question: &'a str,
}

impl<'a> EntryId<'a> {
    /// Splits an id into its parts. `None` for the id of a question outside repeating groups.
    pub(crate) fn parse(id: &'a str) -> Option<EntryId<'a>> {
        let (list, rest) = id.split_once('/')?;
        let (entry, question) = rest.split_once('/')?;
        let is_entry = !entry.is_empty() && entry.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_entry.then_some(EntryId {
            list,
            entry,
            question,
        })
    }

    /// The place of the entry, if the id names the entry by its place.
    pub(crate) fn place(self) -> Option<usize> {
        self.entry.parse().ok()
    }

    /// The place of the entry among `entries`. `None` if it is named by its id, and no entry has this id.
    pub(crate) fn place_among(self, entries: &[Value]) -> Option<usize> {
        let has_id = |entry: &Value| own_id(entry) == Some(self.entry);
        self.place().or_else(|| entries.iter().position(has_id))
    }
}

/// Builds the id of a question in one list entry. `entry` is the place of the entry or its own id.
pub(crate) fn entry_question_id(list: &str, entry: &str, question: &str) -> String {
    [list, "/", entry, "/", question].concat()
}

/// Names the entry of a question by the entry's own id: `members/0/name` becomes `members/e5f/name`. The id of a question
/// outside repeating groups, and of an entry without an id, stays as it is.
pub fn with_entry_id(answers: &Answers, id: &str) -> String {
    let own = |entry_id: EntryId<'_>| {
        let entry = entries_of(answers, entry_id.list)?.get(entry_id.place()?)?;
        let own = own_id(entry)?;
        Some(entry_question_id(entry_id.list, own, entry_id.question))
    };
    let entry_id = EntryId::parse(id).filter(|_| !answers.contains_key(id));
    entry_id.and_then(own).unwrap_or_else(|| id.to_owned())
}

/// Names the entry of a question by its place: `members/e5f/name` becomes `members/0/name`. Any other id stays as it is.
pub fn with_entry_place(answers: &Answers, id: &str) -> String {
    let placed = |entry_id: EntryId<'_>| {
        let place = entry_id.place_among(entries_of(answers, entry_id.list)?)?;
        let place = place.to_string();
        Some(entry_question_id(entry_id.list, &place, entry_id.question))
    };
    let entry_id = EntryId::parse(id).filter(|_| !answers.contains_key(id));
    entry_id.and_then(placed).unwrap_or_else(|| id.to_owned())
}

fn entries_of<'a>(answers: &'a Answers, list: &str) -> Option<&'a Vec<Value>> {
    answers.get(list)?.as_array()
}

fn own_id(entry: &Value) -> Option<&str> {
    entry.get(ENTRY_ID)?.as_str()
}
