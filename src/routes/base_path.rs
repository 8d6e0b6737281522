//! The sub-path that the app is served under, read once from `<base href>`.

use std::sync::OnceLock;

static BASE_PATH: OnceLock<String> = OnceLock::new();

/// Sets the sub-path that the app is served under. Call it once, before the first page is drawn.
pub fn set_base_path(base: &str) {
    // A second call would change links that are already drawn, so the first value stays.
    drop(BASE_PATH.set(base.trim_end_matches('/').to_owned()));
}

/// The sub-path without a slash at its end, for example `/portal`. Empty when the app is served at the root.
pub fn base_path() -> &'static str {
    BASE_PATH.get().map_or("", String::as_str)
}
