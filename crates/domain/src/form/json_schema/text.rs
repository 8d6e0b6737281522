//! The keywords for strings: `minLength`, `maxLength`, `pattern`. Lengths count Unicode characters.

use serde_json::Value;

use super::cursor::Cursor;
use super::json::{expect_length, expect_text};
use super::load_error::LoadError;
use super::pattern::Pattern;
use super::violations::ViolationCollector;

/// The keywords for strings.
#[derive(Clone, Debug, Default)]
pub(crate) struct TextKeywords {
    min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
    pattern: Option<Pattern>,
}

impl TextKeywords {
    /// Reads a keyword. Returns `false` if the keyword is not for strings.
    pub(super) fn read(
        &mut self,
        keyword: &str,
        value: &Value,
        cursor: &Cursor,
    ) -> Result<bool, LoadError> {
        match keyword {
            "minLength" => self.min_length = Some(expect_length(value, &cursor.pointer)?),
            "maxLength" => self.max_length = Some(expect_length(value, &cursor.pointer)?),
            "pattern" => {
                let source = expect_text(value, &cursor.pointer)?;
                let pattern = Pattern::compile(source, cursor.compiler, &cursor.pointer)?;
                self.pattern = Some(pattern);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    pub(super) fn check(&self, text: &str, violations: &mut ViolationCollector<'_>) {
        if self.min_length.is_some() || self.max_length.is_some() {
            violations.check_count(
                text.chars().count(),
                (self.min_length, "minLength"),
                (self.max_length, "maxLength"),
            );
        }
        if self
            .pattern
            .as_ref()
            .is_some_and(|pattern| !pattern.is_match(text))
        {
            violations.push_rule("pattern");
        }
    }
}
