//! The query part of an address, read once and decoded once.
//!
//! `leptos_router` 0.8.17 decodes query values twice in the browser, so `%2541` would become `A`;
//! the app reads the raw text by this module alone.

use web_sys::UrlSearchParams;

/// The value of a key in a raw query text, with or without `?`.
pub fn value(search: &str, key: &str) -> Option<String> {
    UrlSearchParams::new_with_str(search)
        .ok()?
        .get(key)
        .filter(|value| !value.is_empty())
}

/// A raw query text with `?`, or nothing when every value is empty.
pub fn text(pairs: &[(&str, &str)]) -> String {
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
