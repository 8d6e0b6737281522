//! What a number must keep to: `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`.

use serde_json::{Number, Value};

use super::decimal::Decimal;
use super::reading::{Spot, number};
use super::verdict::Verdict;
use crate::form::load_fault::LoadFault;

/// The keywords for numbers.
#[derive(Clone, Debug, Default)]
pub(in crate::form) struct NumberRules {
    pub(in crate::form) minimum: Option<f64>,
    pub(in crate::form) maximum: Option<f64>,
    above: Option<f64>,
    below: Option<f64>,
    multiple_of: Option<Decimal>,
}

impl NumberRules {
    /// Takes a keyword of this family; `false` for one of another.
    pub(super) fn take(
        &mut self,
        keyword: &str,
        value: &Value,
        spot: &Spot,
    ) -> Result<bool, LoadFault> {
        let limit = || number(value, &spot.at).map(Some);
        match keyword {
            "minimum" => self.minimum = limit()?,
            "maximum" => self.maximum = limit()?,
            "exclusiveMinimum" => self.above = limit()?,
            "exclusiveMaximum" => self.below = limit()?,
            "multipleOf" => {
                let unit = value.as_number().and_then(Decimal::of);
                let unit = unit.filter(|unit| unit.is_positive());
                let refused = || LoadFault::shape("a number above 0", &spot.at);
                self.multiple_of = Some(unit.ok_or_else(refused)?);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    pub(super) fn judge(&self, given: &Number, verdict: &mut Verdict<'_>) {
        let breaks = |limit: Option<f64>, wrong: fn(f64, f64) -> bool| {
            given
                .as_f64()
                .zip(limit)
                .is_some_and(|(given, limit)| wrong(given, limit))
        };
        for (limit, wrong, keyword) in [
            (
                self.minimum,
                (|given, limit| given < limit) as fn(f64, f64) -> bool,
                "minimum",
            ),
            (self.maximum, |given, limit| given > limit, "maximum"),
            (
                self.above,
                |given, limit| given <= limit,
                "exclusiveMinimum",
            ),
            (
                self.below,
                |given, limit| given >= limit,
                "exclusiveMaximum",
            ),
        ] {
            if breaks(limit, wrong) {
                verdict.breaks(keyword);
            }
        }
        if let Some(unit) = &self.multiple_of
            && !Decimal::of(given).is_some_and(|given| given.is_multiple_of(unit))
        {
            verdict.breaks("multipleOf");
        }
    }
}
