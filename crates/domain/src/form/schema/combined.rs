//! Schemas made of schemas: `allOf`, `anyOf`, `oneOf`, `not`, `if`/`then`/`else`.

use serde_json::Value;

use super::Schema;
use super::reading::Spot;
use super::verdict::{Broken, Verdict};
use crate::form::load_fault::{LoadFault, below};

/// The keywords that combine schemas.
#[derive(Clone, Debug, Default)]
pub(in crate::form) struct Combined {
    pub(in crate::form) all_of: Vec<Schema>,
    pub(in crate::form) any_of: Vec<Schema>,
    pub(in crate::form) one_of: Vec<Schema>,
    pub(in crate::form) not: Option<Schema>,
    pub(in crate::form) condition: Option<Schema>,
    pub(in crate::form) then: Option<Schema>,
    pub(in crate::form) otherwise: Option<Schema>,
}

impl Combined {
    /// Takes a keyword of this family; `false` for one of another.
    pub(super) fn take(
        &mut self,
        keyword: &str,
        value: &Value,
        spot: &Spot,
    ) -> Result<bool, LoadFault> {
        let one = || spot.schema(value).map(Some);
        match keyword {
            "allOf" => self.all_of = spot.schemas(value)?,
            "anyOf" => self.any_of = spot.schemas(value)?,
            "oneOf" => self.one_of = spot.schemas(value)?,
            "not" => self.not = one()?,
            "if" => self.condition = one()?,
            "then" => self.then = one()?,
            "else" => self.otherwise = one()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The branch that a value takes, of `then` and `else`.
    pub(in crate::form) fn branch(&self, holds: impl Fn(&Schema) -> bool) -> Option<&Schema> {
        match &self.condition {
            Some(condition) if holds(condition) => self.then.as_ref(),
            Some(_) => self.otherwise.as_ref(),
            None => None,
        }
    }

    pub(super) fn judge(&self, value: &Value, verdict: &mut Verdict<'_>) {
        for schema in &self.all_of {
            schema.judge(value, verdict);
        }
        let holding =
            |schemas: &[Schema]| schemas.iter().filter(|schema| schema.holds(value)).count();
        if !self.any_of.is_empty() && holding(&self.any_of) == 0 {
            let broken = one_missing(&self.any_of, value, verdict.at(), "anyOf");
            verdict.push(broken);
        }
        if !self.one_of.is_empty() && holding(&self.one_of) != 1 {
            let broken = one_missing(&self.one_of, value, verdict.at(), "oneOf");
            verdict.push(broken);
        }
        if self.not.as_ref().is_some_and(|schema| schema.holds(value)) {
            verdict.breaks("not");
        }
        if let Some(schema) = self.branch(|condition| condition.holds(value)) {
            schema.judge(value, verdict);
        }
    }

    /// The verdict on a value that isn't there; see [`Schema::holds_absent`].
    pub(super) fn holds_absent(&self) -> bool {
        let count = |schemas: &[Schema]| {
            schemas
                .iter()
                .filter(|schema| schema.holds_absent())
                .count()
        };
        self.all_of.iter().all(Schema::holds_absent)
            && (self.any_of.is_empty() || count(&self.any_of) > 0)
            && (self.one_of.is_empty() || count(&self.one_of) == 1)
            && !self.not.as_ref().is_some_and(Schema::holds_absent)
            && self
                .branch(Schema::holds_absent)
                .is_none_or(Schema::holds_absent)
    }
}

/// «At least one of these must be answered» is a problem of a question rather than of the whole form: of the one
/// that the first alternative wants and lacks, or of those of the others.
fn one_missing(schemas: &[Schema], value: &Value, at: &str, rule: &'static str) -> Broken {
    let lacks = |schema: &Schema| {
        let missing = |name: &&String| value.get(name.as_str()).is_none();
        let name = schema.rules()?.object.required.iter().find(missing)?;
        Some(below(at, name))
    };
    let mut alternatives = schemas.iter().map(lacks);
    let first = alternatives.next().flatten();
    Broken {
        at: first.unwrap_or_else(|| at.to_owned()),
        rule,
        or: alternatives.flatten().collect(),
    }
}
