//! The subset of JSON Schema 2020-12, read once into a tree and then asked for verdicts. A keyword outside the
//! subset is refused by its name, never skipped.
//!
//! Every assertion and applicator of the standard but references (`$ref`, `$defs`, `$anchor`, `$dynamicRef`, `$id`)
//! and `unevaluatedItems`, `unevaluatedProperties`: without references the work is bounded by the schema's size.
//! Each family of keywords has a file that reads and judges it. `format` is asserted, and ours only
//! (`named_format.rs`). Without effect on the verdict: `$schema`, `$comment`, `title`, `description`, `default`,
//! `examples`, `deprecated`, `readOnly`, `writeOnly`.

mod array;
mod combined;
mod decimal;
mod number;
mod object;
mod pattern;
mod reading;
mod text;
mod verdict;

#[cfg(test)]
mod tests;

use serde_json::Value;

use self::array::ArrayRules;
use self::combined::Combined;
use self::number::NumberRules;
use self::object::ObjectRules;
use self::text::TextRules;
use super::load_fault::{LoadFault, LoadReason};
use super::named_format::NamedFormat;

pub use self::pattern::{Matcher, Patterns};
pub(super) use self::reading::{Spot, array, object, text};
pub(super) use self::verdict::same;

/// Deepest nesting of a schema or a UI schema.
pub(super) const MAX_DEPTH: usize = 64;

/// A schema as it judges: everything, nothing, or by rules.
#[derive(Clone, Debug)]
pub(super) enum Schema {
    Always(bool),
    Rules(Box<Rules>),
}

/// The keywords of one schema object; an absent one is empty or `None`.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    pub(super) types: Vec<Type>,
    pub(super) choices: Option<Vec<Value>>,
    pub(super) constant: Option<Value>,
    pub(super) format: Option<NamedFormat>,
    pub(super) number: NumberRules,
    pub(super) text: TextRules,
    pub(super) array: ArrayRules,
    pub(super) object: ObjectRules,
    pub(super) combined: Combined,
}

/// A JSON type by its JSON Schema name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Object,
    Array,
    String,
    Integer,
    Number,
    Boolean,
    Null,
}

impl Schema {
    /// Reads the schema that stands at `spot`.
    pub(super) fn load(schema: &Value, spot: &Spot) -> Result<Schema, LoadFault> {
        if spot.depth > MAX_DEPTH {
            return Err(LoadFault::new(LoadReason::TooDeep, "schema", &spot.at));
        }
        match schema {
            Value::Bool(verdict) => Ok(Schema::Always(*verdict)),
            Value::Object(keywords) => {
                let mut rules = Rules::default();
                for (keyword, value) in keywords {
                    rules.take(keyword, value, &spot.keyword(keyword))?;
                }
                Ok(Schema::Rules(Box::new(rules)))
            }
            _ => Err(LoadFault::shape(
                "a schema: an object or a boolean",
                &spot.at,
            )),
        }
    }

    pub(super) fn rules(&self) -> Option<&Rules> {
        match self {
            Schema::Always(_) => None,
            Schema::Rules(rules) => Some(rules),
        }
    }
}

impl Rules {
    fn take(&mut self, keyword: &str, value: &Value, spot: &Spot) -> Result<(), LoadFault> {
        let at = spot.at.as_str();
        match keyword {
            "$schema" | "$comment" | "title" | "description" => {
                text(value, at)?;
            }
            "default" | "examples" | "deprecated" | "readOnly" | "writeOnly" => {}
            "type" => self.types = types(value, at)?,
            "enum" => self.choices = Some(array(value, at)?.clone()),
            "const" => self.constant = Some(value.clone()),
            "format" => {
                let name = text(value, at)?;
                let unknown = || LoadFault::new(LoadReason::UnknownFormat, name, at);
                self.format = Some(NamedFormat::named(name).ok_or_else(unknown)?);
            }
            _ => {
                let taken = self.number.take(keyword, value, spot)?
                    || self.text.take(keyword, value, spot)?
                    || self.array.take(keyword, value, spot)?
                    || self.object.take(keyword, value, spot)?
                    || self.combined.take(keyword, value, spot)?;
                if !taken {
                    return Err(LoadFault::new(LoadReason::UnknownKeyword, keyword, at));
                }
            }
        }
        Ok(())
    }
}

fn types(value: &Value, at: &str) -> Result<Vec<Type>, LoadFault> {
    match value {
        Value::Array(names) => names.iter().map(|name| kind(name, at)).collect(),
        name => Ok(vec![kind(name, at)?]),
    }
}

fn kind(name: &Value, at: &str) -> Result<Type, LoadFault> {
    Ok(match text(name, at)? {
        "object" => Type::Object,
        "array" => Type::Array,
        "string" => Type::String,
        "integer" => Type::Integer,
        "number" => Type::Number,
        "boolean" => Type::Boolean,
        "null" => Type::Null,
        other => return Err(LoadFault::new(LoadReason::UnknownType, other, at)),
    })
}
