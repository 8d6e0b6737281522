//! Refuses schemas that no value can fulfil: a minimum above its maximum, or a constant that its own schema excludes.
//!
//! JSON Schema allows such schemas. In a form they are a mistake, because no citizen could answer the question. Only a
//! contradiction within one schema object is found, not a contradiction between two schema objects.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::cursor::Cursor;
use super::json_pointer::child_pointer;
use super::load_error::{LoadError, LoadErrorReason};
use super::pattern::PatternCompiler;
use super::schema::Schema;

type Members = Map<String, Value>;

/// Pairs of keywords: the minimum and the maximum of the same thing. The minimum must not be above the maximum.
const LIMITS: [(&str, &str); 5] = [
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minContains", "maxContains"),
    ("minProperties", "maxProperties"),
];

/// Pairs of keywords: a minimum and a maximum. At least one of the two excludes its own value, so the minimum must be
/// below the maximum.
const EXCLUSIVE_LIMITS: [(&str, &str); 3] = [
    ("exclusiveMinimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
];

/// Keywords whose value is a schema.
const SCHEMA_KEYWORDS: [&str; 8] = [
    "items",
    "contains",
    "additionalProperties",
    "propertyNames",
    "not",
    "if",
    "then",
    "else",
];
/// Keywords whose value is an array of schemas.
const SCHEMA_ARRAY_KEYWORDS: [&str; 4] = ["prefixItems", "allOf", "anyOf", "oneOf"];
/// Keywords whose value is an object with a schema for each name.
const SCHEMA_MAP_KEYWORDS: [&str; 3] = ["properties", "patternProperties", "dependentSchemas"];

/// Refuses a schema if no value can fulfil one of its keywords. Checks `schema` and all schemas inside it, and returns
/// the first contradiction as an error.
///
/// [`Schema::load`] must have accepted `schema` before.
pub(crate) fn refuse_contradictions(
    schema: &Value,
    compiler: PatternCompiler,
    pointer: &str,
) -> Result<(), LoadError> {
    let Value::Object(members) = schema else {
        return Ok(());
    };
    let contradiction = match crossed_limits(members) {
        Some(keyword) => Some(keyword),
        None => excluded_values(schema, members, compiler, pointer)?,
    };
    if let Some(keyword) = contradiction {
        let pointer = child_pointer(pointer, keyword);
        let reason = LoadErrorReason::Contradiction;
        return Err(LoadError::new(reason, keyword, &pointer));
    }
    for (keyword, value) in members {
        let pointer = child_pointer(pointer, keyword);
        let keyword = keyword.as_str();
        match value {
            Value::Array(schemas) if SCHEMA_ARRAY_KEYWORDS.contains(&keyword) => {
                for (index, schema) in schemas.iter().enumerate() {
                    let pointer = child_pointer(&pointer, &index.to_string());
                    refuse_contradictions(schema, compiler, &pointer)?;
                }
            }
            Value::Object(schemas) if SCHEMA_MAP_KEYWORDS.contains(&keyword) => {
                for (name, schema) in schemas {
                    refuse_contradictions(schema, compiler, &child_pointer(&pointer, name))?;
                }
            }
            _ if SCHEMA_KEYWORDS.contains(&keyword) => {
                refuse_contradictions(value, compiler, &pointer)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The name of a limit keyword that leaves no possible value, if there is one.
fn crossed_limits(members: &Members) -> Option<&'static str> {
    let number = |name: &str| members.get(name).and_then(Value::as_f64);
    let both = |(low, high): &(&'static str, &str)| Some((*low, number(low)?, number(high)?));
    let crossed = LIMITS
        .iter()
        .filter_map(both)
        .find(|(_, low, high)| low > high);
    let crossed_exclusive = || {
        let mut limits = EXCLUSIVE_LIMITS.iter().filter_map(both);
        limits.find(|(_, low, high)| low >= high)
    };
    if let Some((keyword, ..)) = crossed.or_else(crossed_exclusive) {
        return Some(keyword);
    }
    // `contains` without `minContains` requires at least one item.
    let allows_none = number("maxContains").is_some_and(|maximum| maximum < 1.0);
    if allows_none && members.contains_key("contains") && number("minContains").is_none() {
        return Some("maxContains");
    }
    let required = members.get("required").and_then(Value::as_array);
    let names: BTreeSet<&str> = required
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let too_many = number("maxProperties").is_some_and(|maximum| names.len() as f64 > maximum);
    too_many.then_some("required")
}

/// Returns `const` if the rest of the schema excludes the constant, or `enum` if it excludes all choices.
fn excluded_values(
    schema: &Value,
    members: &Members,
    compiler: PatternCompiler,
    pointer: &str,
) -> Result<Option<&'static str>, LoadError> {
    let (constant, choices) = (members.get("const"), members.get("enum"));
    if constant.is_none() && choices.is_none() {
        return Ok(None);
    }
    let schema = Schema::load(schema, &Cursor::new(pointer, compiler))?;
    let is_valid = |value: &Value| schema.is_valid(value);
    let choices = choices.and_then(Value::as_array);
    Ok(match (constant, choices) {
        (Some(constant), _) if !is_valid(constant) => Some("const"),
        (None, Some(choices)) if !choices.iter().any(is_valid) => Some("enum"),
        _ => None,
    })
}
