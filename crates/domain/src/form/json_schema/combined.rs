//! The keywords that combine schemas: `allOf`, `anyOf`, `oneOf`, `not`, `if`, `then`, `else`.

use serde_json::Value;

use super::cursor::Cursor;
use super::json_pointer::child_pointer;
use super::load_error::LoadError;
use super::schema::Schema;
use super::violations::{Violation, ViolationCollector};

/// The keywords that combine schemas.
#[derive(Clone, Debug, Default)]
pub(crate) struct CombinedKeywords {
    pub(crate) all_of: Vec<Schema>,
    pub(crate) any_of: Vec<Schema>,
    pub(crate) one_of: Vec<Schema>,
    pub(crate) not: Option<Schema>,
    pub(crate) if_schema: Option<Schema>,
    pub(crate) then_schema: Option<Schema>,
    pub(crate) else_schema: Option<Schema>,
}

impl CombinedKeywords {
    /// Reads a keyword. Returns `false` if the keyword doesn't combine schemas.
    pub(super) fn read(
        &mut self,
        keyword: &str,
        value: &Value,
        cursor: &Cursor,
    ) -> Result<bool, LoadError> {
        let schema = || Schema::load_nested(value, cursor).map(Some);
        match keyword {
            "allOf" => self.all_of = Schema::load_array(value, cursor)?,
            "anyOf" => self.any_of = Schema::load_array(value, cursor)?,
            "oneOf" => self.one_of = Schema::load_array(value, cursor)?,
            "not" => self.not = schema()?,
            "if" => self.if_schema = schema()?,
            "then" => self.then_schema = schema()?,
            "else" => self.else_schema = schema()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The schema that applies because of `if`: the schema of `then` if the value is valid against the schema of `if`,
    /// otherwise the schema of `else`.
    pub(crate) fn branch(&self, is_valid: impl Fn(&Schema) -> bool) -> Option<&Schema> {
        match &self.if_schema {
            Some(schema) if is_valid(schema) => self.then_schema.as_ref(),
            Some(_) => self.else_schema.as_ref(),
            None => None,
        }
    }

    pub(super) fn check(&self, value: &Value, violations: &mut ViolationCollector<'_>) {
        for schema in &self.all_of {
            schema.check(value, violations);
        }
        let count_valid = |schemas: &[Schema]| {
            let valid = schemas.iter().filter(|schema| schema.is_valid(value));
            valid.count()
        };
        if !self.any_of.is_empty() && count_valid(&self.any_of) == 0 {
            let violation = missing_alternative(&self.any_of, value, violations.pointer(), "anyOf");
            violations.push(violation);
        }
        if !self.one_of.is_empty() && count_valid(&self.one_of) != 1 {
            let violation = missing_alternative(&self.one_of, value, violations.pointer(), "oneOf");
            violations.push(violation);
        }
        if self
            .not
            .as_ref()
            .is_some_and(|schema| schema.is_valid(value))
        {
            violations.push_rule("not");
        }
        if let Some(schema) = self.branch(|schema| schema.is_valid(value)) {
            schema.check(value, violations);
        }
    }

    /// The check of [`Schema::allows_absence`] for the keywords that combine schemas.
    pub(super) fn allows_absence(&self) -> bool {
        let count = |schemas: &[Schema]| {
            let allowing = schemas.iter().filter(|schema| schema.allows_absence());
            allowing.count()
        };
        self.all_of.iter().all(Schema::allows_absence)
            && (self.any_of.is_empty() || count(&self.any_of) > 0)
            && (self.one_of.is_empty() || count(&self.one_of) == 1)
            && !self.not.as_ref().is_some_and(Schema::allows_absence)
            && self
                .branch(Schema::allows_absence)
                .is_none_or(Schema::allows_absence)
    }
}

/// The violation of `anyOf` or `oneOf`, placed at a question if possible.
///
/// A form uses `anyOf` for "answer at least one of these questions". The citizen should see the problem at a question,
/// not at the whole form. So the violation points to the missing answer that the first schema requires. Its
/// `alternatives` point to the missing answers that the other schemas require.
fn missing_alternative(
    schemas: &[Schema],
    value: &Value,
    pointer: &str,
    rule: &'static str,
) -> Violation {
    let missing_answer = |schema: &Schema| {
        let is_missing = |name: &&String| value.get(name.as_str()).is_none();
        let mut required = schema.keywords()?.object.required.iter();
        Some(child_pointer(pointer, required.find(is_missing)?))
    };
    let mut alternatives = schemas.iter().map(missing_answer);
    let first = alternatives.next().flatten();
    Violation {
        pointer: first.unwrap_or_else(|| pointer.to_owned()),
        rule,
        alternatives: alternatives.flatten().collect(),
    }
}
