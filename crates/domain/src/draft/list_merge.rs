//! Three-way merge of a list that two devices changed at the same time. `base` is the list before both changes, `mine`
//! is the list on this device, and `theirs` is the list of the other device.
//!
//! An entry is found again by its id, whatever its place in the list. Entries that a device added, changed or removed
//! since `base` are merged one by one. If one device removed an entry and the other device changed it, the changed entry
//! stays, so that no typed text is lost.

use std::collections::BTreeMap;

use crate::map_of;
use contract::form::ENTRY_ID;
use serde_json::Value;

/// Returns the list `mine` with the changes of the other device added, which are the differences between `base` and
/// `theirs`. A value that is not a list counts as an empty list.
///
/// The entries of `mine` keep their order. An entry that only the other device has comes after the entry that precedes
/// it on the other device, and after the entries that this device added at the same place.
pub(super) fn merge_lists(base: &Value, mine: &Value, theirs: &Value) -> Value {
    let (base, mine, theirs) = (list_entries(base), list_entries(mine), list_entries(theirs));
    if mine == base {
        return Value::from(theirs.to_vec());
    }
    if theirs == base {
        return Value::from(mine.to_vec());
    }
    let (base, my_entries, their_entries) = (
        EntriesByKey::new(base),
        EntriesByKey::new(mine),
        EntriesByKey::new(theirs),
    );
    let mut merged: Vec<(EntryKey, Value)> = Vec::new();
    for (key, mine) in my_entries.in_order() {
        let entry = merge_entry(base.get(key), Some(mine), their_entries.get(key));
        merged.extend(entry.map(|entry| (key.clone(), entry)));
    }
    let mut previous: Option<&EntryKey> = None;
    for (key, theirs) in their_entries.in_order() {
        if my_entries.get(key).is_none()
            && let Some(entry) = merge_entry(base.get(key), None, Some(theirs))
        {
            let only_mine =
                |key: &EntryKey| base.get(key).is_none() && their_entries.get(key).is_none();
            let mut place = previous.map_or(0, |previous| place_after(&merged, previous));
            while merged.get(place).is_some_and(|(key, _)| only_mine(key)) {
                place = place.saturating_add(1);
            }
            merged.insert(place, (key.clone(), entry));
        }
        if merged.iter().any(|(known, _)| known == key) {
            previous = Some(key);
        }
    }
    Value::from_iter(merged.into_iter().map(|(_, entry)| entry))
}

pub(super) fn list_entries(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

/// The place after the entry with this key.
fn place_after(merged: &[(EntryKey, Value)], key: &EntryKey) -> usize {
    let place = merged.iter().position(|(known, _)| known == key);
    place.map_or(merged.len(), |place| place.saturating_add(1))
}

/// Merges one entry. `before` is the entry in the base list, `mine` is the entry on this device, and `theirs` is the
/// entry on the other device. Each is `None` if that list doesn't have the entry.
fn merge_entry(
    before: Option<&Value>,
    mine: Option<&Value>,
    theirs: Option<&Value>,
) -> Option<Value> {
    match (mine, theirs) {
        (Some(mine), Some(theirs)) => {
            Some(merge_members(before.unwrap_or(&Value::Null), mine, theirs))
        }
        (Some(left), None) | (None, Some(left)) => (before != Some(left)).then(|| left.clone()),
        (None, None) => None,
    }
}

/// Merges the answers of an entry that both devices still have. An answer that this device changed is taken from
/// `mine`, any other answer from `theirs`.
fn merge_members(before: &Value, mine: &Value, theirs: &Value) -> Value {
    let (Value::Object(mine_members), Value::Object(their_members)) = (mine, theirs) else {
        return if mine == before {
            theirs.clone()
        } else {
            mine.clone()
        };
    };
    let names = mine_members.keys().chain(their_members.keys());
    let member = |name: &String| {
        let mine = mine_members.get(name);
        let chosen = if mine == before.get(name) {
            their_members.get(name)
        } else {
            mine
        };
        Some((name.clone(), chosen?.clone()))
    };
    Value::Object(map_of(names.filter_map(member)))
}

/// What makes an entry the same entry in two lists: its id. For an entry without an id, its content, and how many equal
/// entries precede it.
type EntryKey = (String, usize);

/// The entries of one list, by key and in order.
struct EntriesByKey<'a> {
    order: Vec<EntryKey>,
    entries: BTreeMap<EntryKey, &'a Value>,
}

impl<'a> EntriesByKey<'a> {
    fn new(list: &'a [Value]) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut entries = BTreeMap::new();
        let mut order = Vec::new();
        for entry in list {
            let id = entry.get(ENTRY_ID).and_then(Value::as_str);
            let name = id.map_or_else(|| entry.to_string(), str::to_owned);
            let count = counts.entry(name.clone()).or_default();
            let key = (name, *count);
            *count = count.saturating_add(1);
            order.push(key.clone());
            entries.insert(key, entry);
        }
        Self { order, entries }
    }

    fn get(&self, key: &EntryKey) -> Option<&'a Value> {
        self.entries.get(key).copied()
    }

    fn in_order(&self) -> impl Iterator<Item = (&EntryKey, &'a Value)> {
        let entries = self.order.iter();
        entries.filter_map(|key| Some((key, self.get(key)?)))
    }
}
