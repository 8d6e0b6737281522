//! Searches the catalogue of procedures. Finds procedures although people type without accents, with abbreviations,
//! with spelling mistakes, in chat language, with old names («hộ khẩu») or with life events.
//!
//! The search runs in the browser after every keystroke. If a word is typed with accents, procedures with the same
//! accents are ranked first, but the others are found too.

mod word;
mod query;
mod search_filters;
mod search_index;
mod ranking;
mod facets;

pub use facets::{FacetCount, Facets, count_facets};
pub use ranking::search;
pub use search_filters::SearchFilters;
pub use search_index::SearchIndex;

#[cfg(test)]
mod tests;
