//! ECMA-262 patterns on this side of the line, which must agree with the browser's `RegExp`: `regress` is such an
//! engine.

use std::sync::Arc;

use domain::form::Matcher;
use regress::Regex;

/// Compiles a pattern as `new RegExp(pattern, "u")` would; `None` when it isn't one.
pub(super) fn compile(pattern: &str) -> Option<Matcher> {
    let pattern = Regex::with_flags(pattern, "u").ok()?;
    Some(Arc::new(move |text| pattern.find(text).is_some()))
}
