//! Searches the catalogue of procedures as people type: without accents, abbreviated, misspelt, in chat language, by old
//! names («hộ khẩu») and by life events.
//!
//! The search runs in the browser after every keystroke. A word typed with accents ranks procedures with the same accents
//! first, but also finds the others.

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
