//! Reads and writes the query part of a URL.
//!
//! `leptos_router` 0.8.17 decodes query values twice in the browser, so that `%2541` becomes `A` instead of `%41`.
//! Therefore the app reads the undecoded query, and only with this module.

use web_sys::UrlSearchParams;

/// Returns the decoded value of a key in an undecoded query, with or without `?`. Returns `None` if the key is missing
/// or its value is empty.
pub fn value(search: &str, key: &str) -> Option<String> {
    UrlSearchParams::new_with_str(search)
        .ok()?
        .get(key)
        .filter(|value| !value.is_empty())
}

/// Encodes pairs of key and value as a query that begins with `?`. Omits pairs with an empty value. Returns an empty
/// text if no pair is left.
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
