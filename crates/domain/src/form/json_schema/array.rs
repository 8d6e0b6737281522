//! The keywords for arrays: `items`, `prefixItems`, `contains`, `minContains`, `maxContains`, `minItems`, `maxItems`,
//! `uniqueItems`.

use serde_json::Value;

use super::cursor::Cursor;
use super::json::{expect_bool, expect_length, json_equal};
use super::load_error::LoadError;
use super::schema::Schema;
use super::violations::ViolationCollector;

/// The keywords for arrays.
#[derive(Clone, Debug, Default)]
pub(crate) struct ArrayKeywords {
    pub(crate) items: Option<Schema>,
    pub(crate) max_items: Option<u64>,
    min_items: Option<u64>,
    prefix_items: Vec<Schema>,
    contains: Option<Schema>,
    min_contains: Option<u64>,
    max_contains: Option<u64>,
    unique_items: bool,
}

impl ArrayKeywords {
    /// Reads a keyword. Returns `false` if the keyword is not for arrays.
    pub(super) fn read(
        &mut self,
        keyword: &str,
        value: &Value,
        cursor: &Cursor,
    ) -> Result<bool, LoadError> {
        let length = || expect_length(value, &cursor.pointer).map(Some);
        match keyword {
            "items" => self.items = Some(Schema::load_nested(value, cursor)?),
            "prefixItems" => self.prefix_items = Schema::load_array(value, cursor)?,
            "contains" => self.contains = Some(Schema::load_nested(value, cursor)?),
            "minContains" => self.min_contains = length()?,
            "maxContains" => self.max_contains = length()?,
            "minItems" => self.min_items = length()?,
            "maxItems" => self.max_items = length()?,
            "uniqueItems" => self.unique_items = expect_bool(value, &cursor.pointer)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    pub(super) fn check(&self, items: &[Value], violations: &mut ViolationCollector<'_>) {
        violations.check_count(
            items.len(),
            (self.min_items, "minItems"),
            (self.max_items, "maxItems"),
        );
        for (index, item) in items.iter().enumerate() {
            if let Some(schema) = self.prefix_items.get(index).or(self.items.as_ref()) {
                schema.check(item, &mut violations.child(&index.to_string()));
            }
        }
        if let Some(schema) = &self.contains {
            let count = items.iter().filter(|item| schema.is_valid(item)).count();
            violations.check_count(
                count,
                (Some(self.min_contains.unwrap_or(1)), "contains"),
                (self.max_contains, "maxContains"),
            );
        }
        if self.unique_items && has_duplicates(items) {
            violations.push_rule("uniqueItems");
        }
    }
}

fn has_duplicates(items: &[Value]) -> bool {
    let mut numbered = items.iter().enumerate();
    numbered.any(|(index, item)| {
        let mut earlier = items.iter().take(index);
        earlier.any(|earlier| json_equal(earlier, item))
    })
}
