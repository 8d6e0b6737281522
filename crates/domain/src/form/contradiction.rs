//! Schemas that nothing can fulfil: limits that cross, a constant that its own schema refuses. JSON Schema allows
//! them; in a form they are a slip, and a question that no citizen could answer. Only where one schema object
//! contradicts itself; never how two of them meet.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::load_fault::{LoadFault, LoadReason, below};
use super::schema::{Patterns, Schema, Spot};

type Keywords = Map<String, Value>;

/// What is the least and what is the most of the same thing.
const LIMITS: [(&str, &str); 5] = [
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minContains", "maxContains"),
    ("minProperties", "maxProperties"),
];

/// The same, where the limit itself is out already.
const EXCLUSIVE_LIMITS: [(&str, &str); 3] = [
    ("exclusiveMinimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
];

const SCHEMA: [&str; 8] = [
    "items",
    "contains",
    "additionalProperties",
    "propertyNames",
    "not",
    "if",
    "then",
    "else",
];
const SCHEMAS: [&str; 4] = ["prefixItems", "allOf", "anyOf", "oneOf"];
const SCHEMAS_BY_NAME: [&str; 3] = ["properties", "patternProperties", "dependentSchemas"];

/// Refuses the first keyword that nothing can fulfil, in a schema that [`Schema::load`] has taken and in all it holds.
pub(super) fn refuse(schema: &Value, patterns: Patterns, at: &str) -> Result<(), LoadFault> {
    let Value::Object(keywords) = schema else {
        return Ok(());
    };
    let value_at_fault = || unfit_value(schema, keywords, patterns, at).transpose();
    if let Some(keyword) = crossing(keywords).map(Ok).or_else(value_at_fault) {
        let keyword = keyword?;
        let at = below(at, keyword);
        return Err(LoadFault::new(LoadReason::Contradiction, keyword, &at));
    }
    for (keyword, value) in keywords {
        let at = below(at, keyword);
        let keyword = keyword.as_str();
        match value {
            Value::Array(members) if SCHEMAS.contains(&keyword) => {
                for (index, member) in members.iter().enumerate() {
                    refuse(member, patterns, &below(&at, &index.to_string()))?;
                }
            }
            Value::Object(members) if SCHEMAS_BY_NAME.contains(&keyword) => {
                for (name, member) in members {
                    refuse(member, patterns, &below(&at, name))?;
                }
            }
            _ if SCHEMA.contains(&keyword) => refuse(value, patterns, &at)?,
            _ => {}
        }
    }
    Ok(())
}

fn crossing(keywords: &Keywords) -> Option<&'static str> {
    let number = |name: &str| keywords.get(name).and_then(Value::as_f64);
    let both = |(low, high): &(&'static str, &str)| Some((*low, number(low)?, number(high)?));
    let crossed = LIMITS
        .iter()
        .filter_map(both)
        .find(|(_, low, high)| low > high);
    let touching = || {
        let mut limits = EXCLUSIVE_LIMITS.iter().filter_map(both);
        limits.find(|(_, low, high)| low >= high)
    };
    if let Some((keyword, ..)) = crossed.or_else(touching) {
        return Some(keyword);
    }
    // `contains` alone asks for one.
    let none_wanted = number("maxContains").is_some_and(|most| most < 1.0);
    if none_wanted && keywords.contains_key("contains") && number("minContains").is_none() {
        return Some("maxContains");
    }
    let required = keywords.get("required").and_then(Value::as_array);
    let names: BTreeSet<&str> = required
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let too_many = number("maxProperties").is_some_and(|most| names.len() as f64 > most);
    too_many.then_some("required")
}

/// `const` or `enum`, where the rest of their schema leaves nothing of them.
fn unfit_value(
    schema: &Value,
    keywords: &Keywords,
    patterns: Patterns,
    at: &str,
) -> Result<Option<&'static str>, LoadFault> {
    let (constant, choices) = (keywords.get("const"), keywords.get("enum"));
    if constant.is_none() && choices.is_none() {
        return Ok(None);
    }
    let rules = Schema::load(schema, &Spot::top(at, patterns))?;
    let holds = |value: &Value| rules.holds(value);
    let choices = choices.and_then(Value::as_array);
    Ok(match (constant, choices) {
        (Some(constant), _) if !holds(constant) => Some("const"),
        (None, Some(choices)) if !choices.iter().any(holds) => Some("enum"),
        _ => None,
    })
}
