//! The sub-path at which the app is served. The app reads it once from `<base href>`.

use std::sync::OnceLock;

static BASE_PATH: OnceLock<String> = OnceLock::new();

/// Sets the sub-path at which the app is served. Call this function once, before the first page is drawn.
pub fn set_base_path(base: &str) {
    // A second call has no effect: links with the first sub-path may already be drawn.
    drop(BASE_PATH.set(base.trim_end_matches('/').to_owned()));
}

/// The sub-path without a slash at its end, for example `/portal`. Empty when the app is served at the root.
pub fn base_path() -> &'static str {
    BASE_PATH.get().map_or("", String::as_str)
}
