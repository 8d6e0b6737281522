//! The filters of a search.

use contract::procedure::ServiceLevel;

/// The filters of a search. `None` doesn't filter. Keys are those of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFilters {
    /// Key of an agency.
    pub agency: Option<String>,
    /// Key of a field.
    pub field: Option<String>,
    /// Service level.
    pub level: Option<ServiceLevel>,
}
