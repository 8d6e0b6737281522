//! Finding a procedure in the catalogue as people ask for one: without accents, abbreviated, misspelt, in chat
//! words, by old names («hộ khẩu») and life events. Runs on the phone, on every keystroke.
//!
//! A word typed with marks ranks what carries the same marks first, but never hides the rest.

mod words;
mod query;
mod index;
mod rank;

use contract::procedure::ServiceLevel;

pub use index::Index;

/// What narrows a search. Keys are the catalogue's; `None` leaves that side open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Key of an agency.
    pub agency: Option<String>,
    /// Key of a field.
    pub field: Option<String>,
    /// Service level.
    pub level: Option<ServiceLevel>,
}

/// How many results each choice of a filter would leave, the other filters kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facets {
    /// Every agency, in the catalogue's order.
    pub agencies: Vec<FacetCount>,
    /// Every field, in the catalogue's order.
    pub fields: Vec<FacetCount>,
    /// Every level.
    pub levels: Vec<(ServiceLevel, usize)>,
}

/// How many results one choice would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// Key of the agency or field.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Results left.
    pub count: usize,
}

const LEVELS: [ServiceLevel; 4] = [
    ServiceLevel::Full,
    ServiceLevel::Partial,
    ServiceLevel::InPerson,
    ServiceLevel::Unknown,
];

/// The procedures that match, the best first, as positions in the catalogue's list. An empty query matches all, in
/// the catalogue's order.
pub fn search(index: &Index, query: &str, filters: &Filters) -> Vec<usize> {
    let mut found = rank::matches(index, query);
    found.retain(|position| index.passes(*position, filters));
    found
}

/// How many results every choice of agency, field and level would leave.
pub fn facets(index: &Index, query: &str, filters: &Filters) -> Facets {
    let found = rank::matches(index, query);
    let count = |filters: &Filters| {
        found
            .iter()
            .filter(|at| index.passes(**at, filters))
            .count()
    };
    let choose = |(key, name): &(String, String), agency: bool| {
        let mut chosen = filters.clone();
        if agency {
            chosen.agency = Some(key.clone());
        } else {
            chosen.field = Some(key.clone());
        }
        FacetCount {
            key: key.clone(),
            name: name.clone(),
            count: count(&chosen),
        }
    };
    let level = |level: &ServiceLevel| {
        (
            *level,
            count(&Filters {
                level: Some(*level),
                ..filters.clone()
            }),
        )
    };
    Facets {
        agencies: index
            .agencies
            .iter()
            .map(|agency| choose(agency, true))
            .collect(),
        fields: index
            .fields
            .iter()
            .map(|field| choose(field, false))
            .collect(),
        levels: LEVELS.iter().map(level).collect(),
    }
}

#[cfg(test)]
mod tests;
