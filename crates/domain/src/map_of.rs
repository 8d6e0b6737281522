//! Collects entries into a map.

/// Collects entries into a map by inserting one after another. `collect` would first sort them, and the compiler would
/// write that sort again for each kind of entry: 5 kB of the app each time.
pub fn map_of<M, E>(entries: impl IntoIterator<Item = E>) -> M
where
    M: Default + Extend<E>,
{
    let mut map = M::default();
    map.extend(entries);
    map
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn keeps_the_last_entry_of_each_key_in_order() {
        let map: BTreeMap<&str, u8> = map_of([("b", 1), ("a", 2), ("b", 3)]);
        assert!(map.into_iter().eq([("a", 2), ("b", 3)]));
    }
}
