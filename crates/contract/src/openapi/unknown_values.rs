//! Tests that a client can read every response although it contains values and members that a newer backend added.

use serde_json::{Map, Value, json};

use super::document;
use crate::endpoints::READERS;

/// How often a schema may contain itself in a sample.
const MAX_DEPTH: usize = 16;
/// From here on no newer value is tried: an object needs some depth for its required members.
const LEAST_DEPTH: usize = 5;

fn resolve<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let reference = schema.get("$ref").and_then(Value::as_str);
    let target = reference.and_then(|text| document.pointer(text.trim_start_matches('#')));
    target.unwrap_or(schema)
}

fn alternatives(schema: &Value) -> Option<&Vec<Value>> {
    let keys = ["oneOf", "anyOf", "allOf"].into_iter();
    keys.filter_map(|key| schema.get(key)?.as_array()).next()
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.into_iter().flatten()
}

/// A complete value of the schema, with every optional member.
fn sample(document: &Value, schema: &Value, depth: usize) -> Value {
    let schema = resolve(document, schema);
    if depth == 0 {
        return Value::Null;
    }
    if let Some(first) = alternatives(schema).and_then(|variants| variants.first()) {
        return sample(document, first, depth - 1);
    }
    if let Some(value) = schema.get("const").or_else(|| schema.pointer("/enum/0")) {
        return value.clone();
    }
    let kind = schema.get("type");
    let kind = kind.and_then(|kind| kind.as_str().or_else(|| kind.get(0)?.as_str()));
    match kind {
        Some("string") => json!("2026-11-22"),
        Some("integer" | "number") => json!(1),
        Some("boolean") => json!(true),
        Some("array") => match schema.get("items").filter(|_| depth > 7) {
            Some(item) => json!([sample(document, item, depth - 1)]),
            None => json!([]),
        },
        Some("object") => {
            let members = properties(schema)
                .map(|(name, property)| (name.clone(), sample(document, property, depth - 1)));
            Value::Object(members.collect())
        }
        _ => Value::Null,
    }
}

/// Values of the schema that each contain one value or member that the contract doesn't list, with its place.
fn newer_values(document: &Value, schema: &Value, depth: usize) -> Vec<(String, Value)> {
    let schema = resolve(document, schema);
    if depth < LEAST_DEPTH {
        return Vec::new();
    }
    if schema.get("const").is_some_and(Value::is_string) || schema.get("enum").is_some() {
        return vec![(String::new(), json!("from-the-future"))];
    }
    // A short range of numbers is a list of values, as of the statuses of a dossier.
    if schema
        .get("maximum")
        .and_then(Value::as_u64)
        .is_some_and(|maximum| maximum <= 20)
    {
        return vec![(String::new(), json!(99))];
    }
    let mut newer = Vec::new();
    for variant in alternatives(schema).into_iter().flatten() {
        newer.extend(newer_values(document, variant, depth - 1));
    }
    if properties(schema).next().is_some() {
        let whole = sample(document, schema, depth);
        let with = |name: &str, value: Value| {
            let mut members: Map<String, Value> = whole.as_object().cloned().unwrap_or_default();
            members.insert(name.to_owned(), value);
            Value::Object(members)
        };
        // A condition with an unknown member can't be decided, so the app must not ignore that member.
        if !properties(schema).any(|(name, _)| name == "failWhenUndefined") {
            newer.push((
                "/member-from-the-future".to_owned(),
                with("member-from-the-future", json!(1)),
            ));
        }
        for (name, property) in properties(schema) {
            for (place, value) in newer_values(document, property, depth - 1) {
                newer.push((format!("/{name}{place}"), with(name, value)));
            }
        }
    }
    for (key, name) in [("items", None), ("additionalProperties", Some("key"))] {
        for (place, value) in schema
            .get(key)
            .into_iter()
            .flat_map(|inner| newer_values(document, inner, depth - 1))
        {
            newer.push(match name {
                Some(name) => (format!("/{name}{place}"), json!({name: value})),
                None => (format!("/0{place}"), json!([value])),
            });
        }
    }
    newer
}

/// The schema of the response to each operation that has one.
fn response_schema<'a>(document: &'a Value, operation_id: &str) -> Option<&'a Value> {
    let paths = document.get("paths")?.as_object()?;
    let mut operations = paths
        .values()
        .filter_map(Value::as_object)
        .flat_map(Map::values);
    let operation =
        operations.find(|operation| operation.get("operationId") == Some(&json!(operation_id)))?;
    let responses = operation.get("responses")?;
    let success = responses.get("200").or_else(|| responses.get("201"))?;
    success.pointer("/content/application~1json/schema")
}

#[test]
fn reads_every_response_with_a_value_or_member_of_a_newer_backend() {
    let document = document();
    let mut checked = 0;
    for (operation_id, read) in READERS {
        let Some(schema) = response_schema(&document, operation_id) else {
            continue;
        };
        let known = sample(&document, schema, MAX_DEPTH).to_string();
        let unreadable = |json: &str| read(json).err().map(|error| error.to_string());
        assert_eq!(unreadable(&known), None, "{operation_id}: {known}");
        for (place, value) in newer_values(&document, schema, MAX_DEPTH) {
            let json = value.to_string();
            assert_eq!(unreadable(&json), None, "{operation_id} {place}: {json}");
            checked += 1;
        }
    }
    assert!(checked > 300, "{checked}");
}
