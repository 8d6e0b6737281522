//! Reads and writes the query part of an address.
//!
//! `leptos_router` 0.8.17 decodes query values twice in the browser, so `%2541` becomes `A`. The app therefore reads the raw
//! text, and only with this module.

use web_sys::UrlSearchParams;

/// Returns the value of a key in a raw query text, with or without `?`. An empty value counts as absent.
pub fn value(search: &str, key: &str) -> Option<String> {
    UrlSearchParams::new_with_str(search)
        .ok()?
        .get(key)
        .filter(|value| !value.is_empty())
}

/// Writes a query text with `?`, leaving out empty values. Returns an empty text when all are empty.
pub fn encode_query(pairs: &[(&str, &str)]) -> String {
    let Ok(query) = UrlSearchParams::new() else {
        return String::new();
    };
    for (key, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        query.append(key, value);
    }
    match String::from(query.to_string()) {
        text if text.is_empty() => text,
        text => ["?", &text].concat(),
    }
}
