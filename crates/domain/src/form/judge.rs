//! Judging a value by a schema: which rules it breaks, and where. Pure and total: schemas hold no references,
//! so the work is bounded by their size.

use serde_json::Value;

use super::load_fault::below;
use super::schema::{Rules, Schema, Type};

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// JSON Pointer to the value at fault, or to where a missing one belongs.
    pub(super) at: String,
    /// The keyword, or the name of our format.
    pub(super) rule: &'static str,
    /// Where else an answer would mend it: of «at least one of these», the others.
    pub(super) or: Vec<String>,
}

impl Schema {
    pub(super) fn holds(&self, value: &Value) -> bool {
        let mut broken = Vec::new();
        self.judge(value, "", &mut broken);
        broken.is_empty()
    }

    /// The verdict on a value that isn't there, as conditions of the UI schema ask for it: no type, constant or
    /// choice matches nothing, and what only limits a value lets it pass.
    pub(super) fn holds_absent(&self) -> bool {
        let rules = match self {
            Schema::Always(verdict) => return *verdict,
            Schema::Rules(rules) => rules,
        };
        let absent = |schema: &Option<Schema>| schema.as_ref().is_none_or(Schema::holds_absent);
        let count = |schemas: &[Schema]| {
            schemas
                .iter()
                .filter(|schema| schema.holds_absent())
                .count()
        };
        let branch = match &rules.condition {
            Some(condition) if condition.holds_absent() => absent(&rules.then),
            Some(_) => absent(&rules.otherwise),
            None => true,
        };
        rules.types.is_empty()
            && rules.choices.is_none()
            && rules.constant.is_none()
            && rules.all_of.iter().all(Schema::holds_absent)
            && (rules.any_of.is_empty() || count(&rules.any_of) > 0)
            && (rules.one_of.is_empty() || count(&rules.one_of) == 1)
            && !rules.not.as_ref().is_some_and(Schema::holds_absent)
            && branch
    }

    pub(super) fn judge(&self, value: &Value, at: &str, broken: &mut Vec<Broken>) {
        match self {
            Schema::Always(true) => {}
            Schema::Always(false) => breaks(broken, at, "false"),
            Schema::Rules(rules) => rules.judge(value, at, broken),
        }
    }
}

impl Rules {
    fn judge(&self, value: &Value, at: &str, broken: &mut Vec<Broken>) {
        if !self.types.is_empty() && !self.types.iter().any(|kind| is_of(value, *kind)) {
            breaks(broken, at, "type");
        }
        if self
            .choices
            .as_ref()
            .is_some_and(|all| !all.iter().any(|one| same(one, value)))
        {
            breaks(broken, at, "enum");
        }
        if self.constant.as_ref().is_some_and(|one| !same(one, value)) {
            breaks(broken, at, "const");
        }
        match value {
            Value::Number(number) => self.judge_number(number.as_f64(), at, broken),
            Value::String(text) => self.judge_text(text, at, broken),
            Value::Object(_) => self.judge_object(value, at, broken),
            _ => {}
        }
        if let Some(format) = self.format.filter(|format| !format.holds(value)) {
            breaks(broken, at, format.name());
        }
        self.judge_combined(value, at, broken);
    }

    fn judge_number(&self, number: Option<f64>, at: &str, broken: &mut Vec<Broken>) {
        let Some(number) = number else { return };
        if self.minimum.is_some_and(|least| number < least) {
            breaks(broken, at, "minimum");
        }
        if self.maximum.is_some_and(|most| number > most) {
            breaks(broken, at, "maximum");
        }
    }

    fn judge_text(&self, text: &str, at: &str, broken: &mut Vec<Broken>) {
        if self.min_length.is_none() && self.max_length.is_none() {
            return;
        }
        let chars = text.chars().count() as u64;
        if self.min_length.is_some_and(|least| chars < least) {
            breaks(broken, at, "minLength");
        }
        if self.max_length.is_some_and(|most| chars > most) {
            breaks(broken, at, "maxLength");
        }
    }

    fn judge_object(&self, value: &Value, at: &str, broken: &mut Vec<Broken>) {
        let Value::Object(members) = value else {
            return;
        };
        for name in self
            .required
            .iter()
            .filter(|name| !members.contains_key(*name))
        {
            breaks(broken, &below(at, name), "required");
        }
        for (name, member) in members {
            if let Some(schema) = self.properties.get(name) {
                schema.judge(member, &below(at, name), broken);
            } else if let Some(schema) = &self.additional
                && !schema.holds(member)
            {
                breaks(broken, &below(at, name), "additionalProperties");
            }
        }
    }

    fn judge_combined(&self, value: &Value, at: &str, broken: &mut Vec<Broken>) {
        for schema in &self.all_of {
            schema.judge(value, at, broken);
        }
        if !self.any_of.is_empty() && !self.any_of.iter().any(|schema| schema.holds(value)) {
            broken.push(one_missing(&self.any_of, value, at, "anyOf"));
        }
        if !self.one_of.is_empty()
            && self
                .one_of
                .iter()
                .filter(|schema| schema.holds(value))
                .count()
                != 1
        {
            broken.push(one_missing(&self.one_of, value, at, "oneOf"));
        }
        if self.not.as_ref().is_some_and(|schema| schema.holds(value)) {
            breaks(broken, at, "not");
        }
        let branch = match &self.condition {
            Some(condition) if condition.holds(value) => &self.then,
            Some(_) => &self.otherwise,
            None => &None,
        };
        if let Some(schema) = branch {
            schema.judge(value, at, broken);
        }
    }
}

/// «At least one of these must be answered» is a problem of a question rather than of the whole form: of the one
/// that the first alternative wants and lacks, or of those of the others.
fn one_missing(schemas: &[Schema], value: &Value, at: &str, rule: &'static str) -> Broken {
    let lacks = |schema: &Schema| {
        let missing = |name: &&String| value.get(name.as_str()).is_none();
        let name = schema.rules()?.required.iter().find(missing)?;
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

fn breaks(broken: &mut Vec<Broken>, at: &str, rule: &'static str) {
    broken.push(Broken {
        at: at.to_owned(),
        rule,
        or: Vec::new(),
    });
}

fn is_of(value: &Value, kind: Type) -> bool {
    match (kind, value) {
        (Type::Object, Value::Object(_))
        | (Type::Array, Value::Array(_))
        | (Type::String, Value::String(_))
        | (Type::Number, Value::Number(_))
        | (Type::Boolean, Value::Bool(_))
        | (Type::Null, Value::Null) => true,
        // JSON Schema counts 1.0 as an integer.
        (Type::Integer, Value::Number(number)) => {
            number.is_i64() || number.is_u64() || number.as_f64().is_some_and(|n| n.fract() == 0.0)
        }
        _ => false,
    }
}

/// Equality as JSON Schema has it: 1 and 1.0 are the same number.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(name, a)| b.get(name).is_some_and(|b| same(a, b)))
        }
        _ => one == other,
    }
}
