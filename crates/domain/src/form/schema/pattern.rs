//! ECMA-262 patterns. This crate has no engine for them: the app brings the browser's `RegExp`, the backend one
//! that agrees with it. A pattern that can't be compiled is refused at load.

use std::fmt;
use std::sync::Arc;

use serde_json::Value;

use super::reading::{Spot, text};
use crate::form::load_fault::{LoadFault, LoadReason};

/// Tells whether a text has a part that fits.
pub type Matcher = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// Compiles a pattern as `new RegExp(pattern, "u")` would; `None` when it isn't one.
pub type Patterns = fn(&str) -> Option<Matcher>;

/// A compiled pattern.
#[derive(Clone)]
pub(super) struct Pattern {
    source: String,
    matcher: Matcher,
}

impl Pattern {
    pub(super) fn read(value: &Value, spot: &Spot) -> Result<Pattern, LoadFault> {
        Pattern::compile(text(value, &spot.at)?, spot)
    }

    pub(super) fn compile(source: &str, spot: &Spot) -> Result<Pattern, LoadFault> {
        let matcher = (spot.patterns)(source);
        let refused = || LoadFault::new(LoadReason::BadPattern, source, &spot.at);
        Ok(Pattern {
            source: source.to_owned(),
            matcher: matcher.ok_or_else(refused)?,
        })
    }

    pub(super) fn fits(&self, text: &str) -> bool {
        (self.matcher)(text)
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.source).finish()
    }
}
