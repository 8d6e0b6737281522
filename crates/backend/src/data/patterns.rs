//! Regular expressions in the forms. They must match exactly as the browser's `RegExp` does, so the backend uses
//! `regress`, an ECMA-262 engine.

use std::sync::Arc;

use domain::form::PatternMatcher;
use regress::Regex;

/// Compiles a pattern as `new RegExp(pattern, "u")` does. `None` if the pattern is invalid.
pub(super) fn compile(pattern: &str) -> Option<PatternMatcher> {
    let pattern = Regex::with_flags(pattern, "u").ok()?;
    Some(Arc::new(move |text| pattern.find(text).is_some()))
}
