//! What an array must keep to: `items`, `prefixItems`, `contains` with `minContains` and `maxContains`, `minItems`,
//! `maxItems`, `uniqueItems`.

use serde_json::Value;

use super::Schema;
use super::reading::{Spot, length, truth};
use super::verdict::{Verdict, same};
use crate::form::load_fault::LoadFault;

/// The keywords for arrays.
#[derive(Clone, Debug, Default)]
pub(in crate::form) struct ArrayRules {
    pub(in crate::form) items: Option<Schema>,
    pub(in crate::form) min_items: Option<u64>,
    pub(in crate::form) max_items: Option<u64>,
    prefix: Vec<Schema>,
    contains: Option<Schema>,
    min_contains: Option<u64>,
    max_contains: Option<u64>,
    unique: bool,
}

impl ArrayRules {
    /// Takes a keyword of this family; `false` for one of another.
    pub(super) fn take(
        &mut self,
        keyword: &str,
        value: &Value,
        spot: &Spot,
    ) -> Result<bool, LoadFault> {
        let count = || length(value, &spot.at).map(Some);
        match keyword {
            "items" => self.items = Some(spot.schema(value)?),
            "prefixItems" => self.prefix = spot.schemas(value)?,
            "contains" => self.contains = Some(spot.schema(value)?),
            "minContains" => self.min_contains = count()?,
            "maxContains" => self.max_contains = count()?,
            "minItems" => self.min_items = count()?,
            "maxItems" => self.max_items = count()?,
            "uniqueItems" => self.unique = truth(value, &spot.at)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    pub(super) fn judge(&self, given: &[Value], verdict: &mut Verdict<'_>) {
        verdict.counts(
            given.len(),
            (self.min_items, "minItems"),
            (self.max_items, "maxItems"),
        );
        for (index, item) in given.iter().enumerate() {
            if let Some(schema) = self.prefix.get(index).or(self.items.as_ref()) {
                schema.judge(item, &mut verdict.below(&index.to_string()));
            }
        }
        if let Some(schema) = &self.contains {
            let found = given.iter().filter(|item| schema.holds(item)).count();
            let least = self.min_contains.unwrap_or(1);
            verdict.counts(
                found,
                (Some(least), "contains"),
                (self.max_contains, "maxContains"),
            );
        }
        if self.unique && has_twins(given) {
            verdict.breaks("uniqueItems");
        }
    }
}

fn has_twins(items: &[Value]) -> bool {
    let numbered = items.iter().enumerate();
    numbered
        .into_iter()
        .any(|(index, item)| items.iter().take(index).any(|earlier| same(earlier, item)))
}
