//! The subset of JSON Schema 2020-12, read once into a tree.
//!
//! Keywords: `type`, `enum`, `const`, `minimum`, `maximum`, `minLength`, `maxLength`, `format` (asserted, ours
//! only), `required`, `properties`, `additionalProperties`, `allOf`, `anyOf`, `oneOf`, `not`, `if`/`then`/`else`;
//! without effect on the verdict: `$schema`, `$comment`, `title`, `description`, `default`.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::load_fault::{LoadFault, LoadReason, below};
use super::named_format::NamedFormat;

/// Deepest nesting of a schema or a UI schema.
pub(super) const MAX_DEPTH: usize = 64;
/// Most properties of one object.
pub(super) const MAX_FIELDS: usize = 5_000;

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
    pub(super) minimum: Option<f64>,
    pub(super) maximum: Option<f64>,
    pub(super) min_length: Option<u64>,
    pub(super) max_length: Option<u64>,
    pub(super) format: Option<NamedFormat>,
    pub(super) required: Vec<String>,
    pub(super) properties: BTreeMap<String, Schema>,
    pub(super) additional: Option<Schema>,
    pub(super) all_of: Vec<Schema>,
    pub(super) any_of: Vec<Schema>,
    pub(super) one_of: Vec<Schema>,
    pub(super) not: Option<Schema>,
    pub(super) condition: Option<Schema>,
    pub(super) then: Option<Schema>,
    pub(super) otherwise: Option<Schema>,
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
    /// Reads a schema that stands at `at`, `depth` levels down.
    pub(super) fn load(schema: &Value, at: &str, depth: usize) -> Result<Schema, LoadFault> {
        if depth > MAX_DEPTH {
            return Err(LoadFault::new(LoadReason::TooDeep, "schema", at));
        }
        match schema {
            Value::Bool(verdict) => Ok(Schema::Always(*verdict)),
            Value::Object(keywords) => {
                let mut rules = Rules::default();
                for (keyword, value) in keywords {
                    rules.take(keyword, value, &below(at, keyword), depth)?;
                }
                Ok(Schema::Rules(Box::new(rules)))
            }
            _ => Err(LoadFault::shape("a schema: an object or a boolean", at)),
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
    fn take(
        &mut self,
        keyword: &str,
        value: &Value,
        at: &str,
        depth: usize,
    ) -> Result<(), LoadFault> {
        let one = || Schema::load(value, at, depth + 1).map(Some);
        match keyword {
            "$schema" | "$comment" | "title" | "description" => {
                text(value, at)?;
            }
            "default" => {}
            "type" => self.types = types(value, at)?,
            "enum" => self.choices = Some(array(value, at)?.clone()),
            "const" => self.constant = Some(value.clone()),
            "minimum" => self.minimum = Some(number(value, at)?),
            "maximum" => self.maximum = Some(number(value, at)?),
            "minLength" => self.min_length = Some(length(value, at)?),
            "maxLength" => self.max_length = Some(length(value, at)?),
            "format" => {
                let name = text(value, at)?;
                let unknown = || LoadFault::new(LoadReason::UnknownFormat, name, at);
                self.format = Some(NamedFormat::named(name).ok_or_else(unknown)?);
            }
            "required" => {
                for name in array(value, at)? {
                    self.required.push(text(name, at)?.to_owned());
                }
            }
            "properties" => {
                let properties = object(value, at)?;
                if properties.len() > MAX_FIELDS {
                    return Err(LoadFault::new(LoadReason::TooManyFields, "properties", at));
                }
                for (name, schema) in properties {
                    let schema = Schema::load(schema, &below(at, name), depth + 1)?;
                    self.properties.insert(name.clone(), schema);
                }
            }
            "additionalProperties" => self.additional = one()?,
            "allOf" => self.all_of = several(value, at, depth)?,
            "anyOf" => self.any_of = several(value, at, depth)?,
            "oneOf" => self.one_of = several(value, at, depth)?,
            "not" => self.not = one()?,
            "if" => self.condition = one()?,
            "then" => self.then = one()?,
            "else" => self.otherwise = one()?,
            _ => return Err(LoadFault::new(LoadReason::UnknownKeyword, keyword, at)),
        }
        Ok(())
    }
}

fn several(value: &Value, at: &str, depth: usize) -> Result<Vec<Schema>, LoadFault> {
    let members = array(value, at)?;
    if members.is_empty() {
        return Err(LoadFault::shape("at least one schema", at));
    }
    let mut schemas = Vec::with_capacity(members.len());
    for (index, member) in members.iter().enumerate() {
        schemas.push(Schema::load(
            member,
            &below(at, &index.to_string()),
            depth + 1,
        )?);
    }
    Ok(schemas)
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

pub(super) fn text<'a>(value: &'a Value, at: &str) -> Result<&'a str, LoadFault> {
    value.as_str().ok_or_else(|| LoadFault::shape("text", at))
}

pub(super) fn array<'a>(value: &'a Value, at: &str) -> Result<&'a Vec<Value>, LoadFault> {
    value
        .as_array()
        .ok_or_else(|| LoadFault::shape("an array", at))
}

pub(super) fn object<'a>(value: &'a Value, at: &str) -> Result<&'a Map<String, Value>, LoadFault> {
    value
        .as_object()
        .ok_or_else(|| LoadFault::shape("an object", at))
}

fn number(value: &Value, at: &str) -> Result<f64, LoadFault> {
    value
        .as_f64()
        .ok_or_else(|| LoadFault::shape("a number", at))
}

/// A length, which may be written `3.0`.
fn length(value: &Value, at: &str) -> Result<u64, LoadFault> {
    let whole = value
        .as_f64()
        .filter(|number| *number >= 0.0 && number.fract() == 0.0);
    // The cast saturates, and no text is so long.
    whole
        .map(|number| number as u64)
        .ok_or_else(|| LoadFault::shape("a length", at))
}
