//! ECMA-262 regular expressions for `pattern` and `patternProperties`.
//!
//! This crate has no regular expression engine. The app passes in the browser's `RegExp`. The backend passes in an
//! engine that gives the same results. A pattern that doesn't compile is an error when the schema is loaded.

use std::fmt;
use std::sync::Arc;

use super::load_error::{LoadError, LoadErrorReason};

/// A compiled pattern. The function returns whether some part of a text matches.
pub type PatternMatcher = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// Compiles a pattern as `new RegExp(pattern, "u")` does. Returns `None` for an invalid pattern.
pub type PatternCompiler = fn(&str) -> Option<PatternMatcher>;

/// A compiled pattern with its source text.
#[derive(Clone)]
pub(super) struct Pattern {
    source: String,
    matcher: PatternMatcher,
}

impl Pattern {
    /// Compiles the pattern `source`. `pointer` is its place in the form.
    pub(super) fn compile(
        source: &str,
        compiler: PatternCompiler,
        pointer: &str,
    ) -> Result<Pattern, LoadError> {
        let invalid = || LoadError::new(LoadErrorReason::BadPattern, source, pointer);
        Ok(Pattern {
            source: source.to_owned(),
            matcher: compiler(source).ok_or_else(invalid)?,
        })
    }

    /// Whether some part of `text` matches.
    pub(super) fn is_match(&self, text: &str) -> bool {
        (self.matcher)(text)
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.source).finish()
    }
}
