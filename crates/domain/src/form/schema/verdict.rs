//! Judging a value by a schema: which rules it breaks, and where. Pure and total.

use serde_json::Value;

use super::{Rules, Schema, Type};
use crate::form::load_fault::below;

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::form) struct Broken {
    /// JSON Pointer to the value at fault, or to where a missing one belongs.
    pub(in crate::form) at: String,
    /// The keyword, or the name of our format.
    pub(in crate::form) rule: &'static str,
    /// Where else an answer would mend it: of «at least one of these», the others.
    pub(in crate::form) or: Vec<String>,
}

/// Where a judgement stands, and everything broken so far.
pub(super) struct Verdict<'a> {
    at: String,
    broken: &'a mut Vec<Broken>,
}

impl Verdict<'_> {
    pub(super) fn at(&self) -> &str {
        &self.at
    }

    /// The same judgement, at a member of the value.
    pub(super) fn below(&mut self, member: &str) -> Verdict<'_> {
        Verdict {
            at: below(&self.at, member),
            broken: self.broken,
        }
    }

    pub(super) fn push(&mut self, broken: Broken) {
        self.broken.push(broken);
    }

    pub(super) fn breaks(&mut self, rule: &'static str) {
        self.broken.push(Broken {
            at: self.at.clone(),
            rule,
            or: Vec::new(),
        });
    }

    /// Judges a count by its limits, each with its keyword.
    pub(super) fn counts(
        &mut self,
        count: usize,
        least: (Option<u64>, &'static str),
        most: (Option<u64>, &'static str),
    ) {
        let count = count as u64;
        if least.0.is_some_and(|least| count < least) {
            self.breaks(least.1);
        }
        if most.0.is_some_and(|most| count > most) {
            self.breaks(most.1);
        }
    }
}

impl Schema {
    /// Every rule that the value breaks.
    pub(in crate::form) fn broken(&self, value: &Value) -> Vec<Broken> {
        let mut broken = Vec::new();
        let mut verdict = Verdict {
            at: String::new(),
            broken: &mut broken,
        };
        self.judge(value, &mut verdict);
        broken
    }

    pub(in crate::form) fn holds(&self, value: &Value) -> bool {
        self.broken(value).is_empty()
    }

    /// The verdict on a value that isn't there, as conditions of the UI schema ask for it: no type, constant or
    /// choice matches nothing, and what only limits a value lets it pass.
    pub(in crate::form) fn holds_absent(&self) -> bool {
        match self {
            Schema::Always(verdict) => *verdict,
            Schema::Rules(rules) => {
                rules.types.is_empty()
                    && rules.choices.is_none()
                    && rules.constant.is_none()
                    && rules.combined.holds_absent()
            }
        }
    }

    pub(super) fn judge(&self, value: &Value, verdict: &mut Verdict<'_>) {
        match self {
            Schema::Always(true) => {}
            Schema::Always(false) => verdict.breaks("false"),
            Schema::Rules(rules) => rules.judge(value, verdict),
        }
    }
}

impl Rules {
    fn judge(&self, value: &Value, verdict: &mut Verdict<'_>) {
        if !self.types.is_empty() && !self.types.iter().any(|kind| is_of(value, *kind)) {
            verdict.breaks("type");
        }
        let matches = |one: &Value| same(one, value);
        if self
            .choices
            .as_ref()
            .is_some_and(|all| !all.iter().any(matches))
        {
            verdict.breaks("enum");
        }
        if self.constant.as_ref().is_some_and(|one| !matches(one)) {
            verdict.breaks("const");
        }
        match value {
            Value::Number(number) => self.number.judge(number, verdict),
            Value::String(text) => self.text.judge(text, verdict),
            Value::Array(items) => self.array.judge(items, verdict),
            Value::Object(members) => self.object.judge(value, members, verdict),
            Value::Null | Value::Bool(_) => {}
        }
        if let Some(format) = self.format.filter(|format| !format.holds(value)) {
            verdict.breaks(format.name());
        }
        self.combined.judge(value, verdict);
    }
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
pub(in crate::form) fn same(one: &Value, other: &Value) -> bool {
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
