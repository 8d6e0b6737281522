//! Three-way merge of a list that two devices changed at the same time. `base` is the list before both changes, `mine`
//! is the list on this device, and `theirs` is the list of the other device.
//!
//! Entries that a device added, changed or removed since `base` are merged one by one. If one device removed an entry
//! and the other device changed it, the changed entry stays, so that no typed text is lost.

use serde_json::{Map, Value};

/// The longest list that is merged, in entries. Comparing lists takes quadratic time, so if a list is longer, the
/// result is `mine`.
const MAX_ENTRIES: usize = 200;

/// Returns the list `mine` with the changes of the other device added, which are the differences between `base` and
/// `theirs`. A value that is not a list counts as an empty list.
///
/// If both devices added entries at the same position, the entries of `mine` come first. So the entry in which the
/// citizen is typing keeps its number.
pub(super) fn merge_lists(base: &Value, mine: &Value, theirs: &Value) -> Value {
    let (base, mine, theirs) = (list_entries(base), list_entries(mine), list_entries(theirs));
    if [base, mine, theirs]
        .iter()
        .any(|list| list.len() > MAX_ENTRIES)
    {
        return Value::from(mine.to_vec());
    }
    let my_changes = ListChanges::between(base, mine);
    let their_changes = ListChanges::between(base, theirs);
    let mut merged = Vec::new();
    for position in 0..=base.len() {
        let my_added = my_changes.added_before(position);
        merged.extend(my_added.iter().copied().cloned());
        let their_added = their_changes.added_before(position).iter();
        let new = their_added.filter(|entry| !my_added.contains(entry));
        merged.extend(new.copied().cloned());
        if let Some(before) = base.get(position) {
            let mine = my_changes.current_entry(position);
            let theirs = their_changes.current_entry(position);
            merged.extend(merge_entry(before, mine, theirs));
        }
    }
    Value::from(merged)
}

pub(super) fn list_entries(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

/// Merges one entry. `before` is the entry in the base list, `mine` is the entry on this device, and `theirs` is the
/// entry on the other device. `None` if that device removed the entry.
fn merge_entry(before: &Value, mine: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    match (mine, theirs) {
        (Some(mine), Some(theirs)) => Some(merge_members(before, mine, theirs)),
        (Some(left), None) | (None, Some(left)) => (left != before).then(|| left.clone()),
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
    Value::Object(names.filter_map(member).collect::<Map<_, _>>())
}

/// The differences between an old list and a new list.
struct ListChanges<'a> {
    /// For each entry of the old list: the entry of the new list that replaced it. `None` if the entry was removed.
    current: Vec<Option<&'a Value>>,
    /// For each position of the old list, and for its end: the new entries that were added before this position.
    added: Vec<Vec<&'a Value>>,
}

impl<'a> ListChanges<'a> {
    /// Compares two lists. First finds the entries that are unchanged; they divide both lists into gaps. In each gap, the
    /// first old entry is paired with the first new entry, the second with the second, and so on. Each pair is a changed
    /// entry. An old entry without a partner was removed; a new entry without a partner was added.
    fn between(old: &[Value], new: &'a [Value]) -> Self {
        let mut changes = Self {
            current: vec![None; old.len()],
            added: vec![Vec::new(); old.len().saturating_add(1)],
        };
        let (mut from, mut to) = (0, 0);
        for (same_old, same_new) in unchanged_positions(old, new) {
            changes.pair_entries(from..same_old, new.get(to..same_new).unwrap_or_default());
            changes.set_current(same_old, new.get(same_new));
            (from, to) = (same_old.saturating_add(1), same_new.saturating_add(1));
        }
        changes.pair_entries(from..old.len(), new.get(to..).unwrap_or_default());
        changes
    }

    /// Pairs the old entries in the range `old` with the new entries in `new`. Both are between the same unchanged
    /// entries.
    fn pair_entries(&mut self, old: core::ops::Range<usize>, new: &'a [Value]) {
        let end = old.end;
        let paired = old.len().min(new.len());
        for (position, entry) in old.zip(new) {
            self.set_current(position, Some(entry));
        }
        if let Some(added) = self.added.get_mut(end) {
            added.extend(new.iter().skip(paired));
        }
    }

    fn set_current(&mut self, position: usize, entry: Option<&'a Value>) {
        if let Some(current) = self.current.get_mut(position) {
            *current = entry;
        }
    }

    /// The new entry that replaced the old entry at this position. `None` if the old entry was removed.
    fn current_entry(&self, position: usize) -> Option<&'a Value> {
        self.current.get(position).copied().flatten()
    }

    /// The new entries that were added before the old entry at this position.
    fn added_before(&self, position: usize) -> &[&'a Value] {
        self.added.get(position).map_or(&[], Vec::as_slice)
    }
}

/// The old and the new position of every unchanged entry, in order. The unchanged entries are a longest common
/// subsequence.
fn unchanged_positions(old: &[Value], new: &[Value]) -> Vec<(usize, usize)> {
    let width = new.len().saturating_add(1);
    // For every i and j: the length of the longest common subsequence of `old[i..]` and `new[j..]`.
    let mut lengths = vec![0_usize; width.saturating_mul(old.len().saturating_add(1))];
    let at =
        |lengths: &[usize], i: usize, j: usize| lengths.get(i * width + j).copied().unwrap_or(0);
    for (i, before) in old.iter().enumerate().rev() {
        for (j, now) in new.iter().enumerate().rev() {
            let length = if before == now {
                at(&lengths, i + 1, j + 1) + 1
            } else {
                at(&lengths, i + 1, j).max(at(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(i * width + j) {
                *cell = length;
            }
        }
    }
    let (mut i, mut j, mut same) = (0, 0, Vec::new());
    while let (Some(before), Some(now)) = (old.get(i), new.get(j)) {
        if before == now {
            same.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if at(&lengths, i + 1, j) >= at(&lengths, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    same
}
