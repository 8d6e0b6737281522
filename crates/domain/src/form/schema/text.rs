//! What a text must keep to: `minLength`, `maxLength` in characters of Unicode, `pattern`.

use serde_json::Value;

use super::pattern::Pattern;
use super::reading::{Spot, length};
use super::verdict::Verdict;
use crate::form::load_fault::LoadFault;

/// The keywords for texts.
#[derive(Clone, Debug, Default)]
pub(in crate::form) struct TextRules {
    pub(in crate::form) min_length: Option<u64>,
    pub(in crate::form) max_length: Option<u64>,
    pattern: Option<Pattern>,
}

impl TextRules {
    /// Takes a keyword of this family; `false` for one of another.
    pub(super) fn take(
        &mut self,
        keyword: &str,
        value: &Value,
        spot: &Spot,
    ) -> Result<bool, LoadFault> {
        match keyword {
            "minLength" => self.min_length = Some(length(value, &spot.at)?),
            "maxLength" => self.max_length = Some(length(value, &spot.at)?),
            "pattern" => self.pattern = Some(Pattern::read(value, spot)?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    pub(super) fn judge(&self, given: &str, verdict: &mut Verdict<'_>) {
        if self.min_length.is_some() || self.max_length.is_some() {
            verdict.counts(
                given.chars().count(),
                (self.min_length, "minLength"),
                (self.max_length, "maxLength"),
            );
        }
        if self
            .pattern
            .as_ref()
            .is_some_and(|pattern| !pattern.fits(given))
        {
            verdict.breaks("pattern");
        }
    }
}
