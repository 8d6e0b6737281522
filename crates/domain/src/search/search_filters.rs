//! The filters of a search.

use contract::procedure::ServiceLevel;

/// The filters of a search. A filter that is `None` has no effect. The keys are those of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFilters {
    /// Key of the agency that the results must have.
    pub agency: Option<String>,
    /// Key of the field that the results must have.
    pub field: Option<String>,
    /// Service level that the results must have.
    pub level: Option<ServiceLevel>,
}
