//! Counts the search results for each option of each filter.

use contract::procedure::ServiceLevel;

use super::ranking::ranked_matches;
use super::search_filters::SearchFilters;
use super::search_index::SearchIndex;

/// For each option of each filter: the number of results that the search would have with this option. The other filters
/// stay as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facets {
    /// Every agency with its number of results, in the catalogue's order.
    pub agencies: Vec<FacetCount>,
    /// Every field with its number of results, in the catalogue's order.
    pub fields: Vec<FacetCount>,
    /// Every service level with its number of results.
    pub levels: Vec<(ServiceLevel, usize)>,
}

/// An agency or a field, as an option of a filter, with its number of results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// Key of the agency or field.
    pub key: String,
    /// Name of the agency or field.
    pub name: String,
    /// The number of results with this option.
    pub count: usize,
}

/// Counts the results for every agency, field and service level.
pub fn count_facets(index: &SearchIndex, query: &str, filters: &SearchFilters) -> Facets {
    let found = ranked_matches(index, query);
    let count = |filters: &SearchFilters| {
        found
            .iter()
            .filter(|position| index.passes(**position, filters))
            .count()
    };
    let facet = |(key, name): &(String, String), filters: SearchFilters| FacetCount {
        key: key.clone(),
        name: name.clone(),
        count: count(&filters),
    };
    let agency = |agency: &(String, String)| {
        let filters = SearchFilters {
            agency: Some(agency.0.clone()),
            ..filters.clone()
        };
        facet(agency, filters)
    };
    let field = |field: &(String, String)| {
        let filters = SearchFilters {
            field: Some(field.0.clone()),
            ..filters.clone()
        };
        facet(field, filters)
    };
    let level = |level: &ServiceLevel| {
        let filters = SearchFilters {
            level: Some(*level),
            ..filters.clone()
        };
        (*level, count(&filters))
    };
    Facets {
        agencies: index.agencies.iter().map(agency).collect(),
        fields: index.fields.iter().map(field).collect(),
        levels: ServiceLevel::ALL.iter().map(level).collect(),
    }
}
