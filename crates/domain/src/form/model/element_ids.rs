//! A set of ids of questions and other page elements.

use std::collections::BTreeSet;

/// Ids of page elements: of the visible ones, or of the disabled ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ElementIds(BTreeSet<String>);

impl ElementIds {
    /// Whether the element is in the set.
    pub fn contains(&self, id: &str) -> bool {
        self.0.contains(id)
    }

    /// Every id.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl FromIterator<String> for ElementIds {
    fn from_iter<I: IntoIterator<Item = String>>(ids: I) -> ElementIds {
        ElementIds(ids.into_iter().collect())
    }
}
