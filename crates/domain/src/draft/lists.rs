//! Lists that two devices change at once, brought together entry by entry: what either added, changed or removed since
//! both saw the same list. An entry that one removed and the other changed stays: nothing that somebody wrote goes
//! without his doing.

use serde_json::{Map, Value};

/// Longest list, in entries, that is compared entry by entry; of a longer one the later list stays.
const MOST_ENTRIES: usize = 200;

/// `mine` with what `theirs` changed since `base`. At the same place mine stands first, so that an entry somebody types in
/// keeps its number. Anything but a list counts as an empty one.
pub(super) fn brought_together(base: &Value, mine: &Value, theirs: &Value) -> Value {
    let (base, mine, theirs) = (entries(base), entries(mine), entries(theirs));
    if [base, mine, theirs]
        .iter()
        .any(|list| list.len() > MOST_ENTRIES)
    {
        return Value::from(mine.to_vec());
    }
    let (my, their) = (Changes::since(base, mine), Changes::since(base, theirs));
    let mut together = Vec::new();
    for place in 0..=base.len() {
        let added = my.added_at(place);
        together.extend(added.iter().copied().cloned());
        let theirs = their.added_at(place);
        let new = theirs.iter().filter(|entry| !added.contains(entry));
        together.extend(new.copied().cloned());
        if let Some(before) = base.get(place) {
            together.extend(kept(before, my.fate_of(place), their.fate_of(place)));
        }
    }
    Value::from(together)
}

fn entries(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

/// What becomes of an entry that both saw; `None` for a side that removed it.
fn kept(before: &Value, mine: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    match (mine, theirs) {
        (Some(mine), Some(theirs)) => Some(members_together(before, mine, theirs)),
        (Some(only), None) | (None, Some(only)) => (only != before).then(|| only.clone()),
        (None, None) => None,
    }
}

/// An entry that both changed: of each of its answers, mine where I changed it.
fn members_together(before: &Value, mine: &Value, theirs: &Value) -> Value {
    let (Value::Object(mine_members), Value::Object(their_members)) = (mine, theirs) else {
        return match mine == before {
            true => theirs.clone(),
            false => mine.clone(),
        };
    };
    let names = mine_members.keys().chain(their_members.keys());
    let member = |name: &String| {
        let mine = mine_members.get(name);
        let chosen = match mine == before.get(name) {
            true => their_members.get(name),
            false => mine,
        };
        Some((name.clone(), chosen?.clone()))
    };
    Value::Object(names.filter_map(member).collect::<Map<_, _>>())
}

/// How a list came from another.
struct Changes<'a> {
    /// For each entry of the old list, what it is now; `None` where it was removed.
    fates: Vec<Option<&'a Value>>,
    /// For each place of the old list and for its end, what was put before it.
    added: Vec<Vec<&'a Value>>,
}

impl<'a> Changes<'a> {
    /// What stayed the same is found first; between two such entries the old and the new ones are taken for one another
    /// in their order, and what is left over was added or removed.
    fn since(old: &[Value], new: &'a [Value]) -> Self {
        let mut changes = Self {
            fates: vec![None; old.len()],
            added: vec![Vec::new(); old.len().saturating_add(1)],
        };
        let (mut from, mut to) = (0, 0);
        for (same_old, same_new) in unchanged(old, new) {
            changes.between(from..same_old, new.get(to..same_new).unwrap_or_default());
            changes.set_fate(same_old, new.get(same_new));
            (from, to) = (same_old.saturating_add(1), same_new.saturating_add(1));
        }
        changes.between(from..old.len(), new.get(to..).unwrap_or_default());
        changes
    }

    fn between(&mut self, old: core::ops::Range<usize>, new: &'a [Value]) {
        let end = old.end;
        let paired = old.len().min(new.len());
        for (place, entry) in old.zip(new) {
            self.set_fate(place, Some(entry));
        }
        if let Some(added) = self.added.get_mut(end) {
            added.extend(new.iter().skip(paired));
        }
    }

    fn set_fate(&mut self, place: usize, entry: Option<&'a Value>) {
        if let Some(fate) = self.fates.get_mut(place) {
            *fate = entry;
        }
    }

    fn fate_of(&self, place: usize) -> Option<&'a Value> {
        self.fates.get(place).copied().flatten()
    }

    fn added_at(&self, place: usize) -> &[&'a Value] {
        self.added.get(place).map_or(&[], Vec::as_slice)
    }
}

/// Places of the entries that stand in both, in order: a longest common subsequence.
fn unchanged(old: &[Value], new: &[Value]) -> Vec<(usize, usize)> {
    let width = new.len().saturating_add(1);
    let mut lengths = vec![0_usize; width.saturating_mul(old.len().saturating_add(1))];
    let at =
        |lengths: &[usize], i: usize, j: usize| lengths.get(i * width + j).copied().unwrap_or(0);
    for (i, before) in old.iter().enumerate().rev() {
        for (j, now) in new.iter().enumerate().rev() {
            let length = match before == now {
                true => at(&lengths, i + 1, j + 1) + 1,
                false => at(&lengths, i + 1, j).max(at(&lengths, i, j + 1)),
            };
            if let Some(place) = lengths.get_mut(i * width + j) {
                *place = length;
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

#[cfg(test)]
mod tests;
