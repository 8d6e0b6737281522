//! A set of ids of questions and other page elements.

use std::collections::BTreeSet;

/// A set of ids of page elements: the visible elements, or the disabled elements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ElementIds(BTreeSet<String>);

impl ElementIds {
    /// Whether the element with this id is in the set.
    pub fn contains(&self, id: &str) -> bool {
        self.0.contains(id)
    }

    /// Every id in the set.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl FromIterator<String> for ElementIds {
    fn from_iter<I: IntoIterator<Item = String>>(ids: I) -> ElementIds {
        ElementIds(ids.into_iter().collect())
    }
}
