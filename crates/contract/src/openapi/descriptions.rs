//! The descriptions in the OpenAPI document. They are made from the doc comments of endpoints, types and members.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::endpoints::DOCS;
use crate::problem::ProblemCode;

/// Summary and description of the endpoint with this `operationId`. The summary is the first paragraph of the
/// endpoint's doc comment, the description is the rest. Both are empty if there is no such endpoint.
pub(crate) fn endpoint_docs(operation_id: &str) -> (String, String) {
    let lines = DOCS
        .iter()
        .find(|(name, _)| *name == operation_id)
        .map_or(&[][..], |(_, lines)| lines);
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    let text = join_lines(&lines.join("\n"));
    let (summary, description) = text.split_once("\n\n").unwrap_or((&text, ""));
    (summary.to_owned(), description.to_owned())
}

/// The meaning of each problem code, from the doc comments of [`ProblemCode`].
pub(crate) struct ProblemDescriptions(BTreeMap<String, String>);

impl ProblemDescriptions {
    /// Reads the descriptions from the schema of [`ProblemCode`].
    pub(crate) fn load() -> ProblemDescriptions {
        let schema = schemars::schema_for!(ProblemCode);
        let variants = schema.get("oneOf").and_then(Value::as_array);
        let described = variants.into_iter().flatten().filter_map(|variant| {
            let text = |key| variant.get(key).and_then(Value::as_str);
            Some((text("const")?.to_owned(), join_lines(text("description")?)))
        });
        ProblemDescriptions(described.collect())
    }

    /// The description of a response with this status: a list of its problem codes with their meanings.
    pub(crate) fn of_response(&self, status: u16, codes: &[ProblemCode]) -> String {
        let lines = codes.iter().map(|code| {
            let name = json!(code).as_str().unwrap_or_default().to_owned();
            let meaning = match (status, code) {
                (412, ProblemCode::InvalidRequest) => "`Tus-Resumable` isn't 1.0.0.",
                (413, ProblemCode::InvalidRequest) => "The body is larger than the server accepts.",
                _ => self.0.get(&name).map_or("", String::as_str),
            };
            format!("- `{name}`: {meaning}")
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Completes the descriptions of a schema. Joins the wrapped lines of doc comments. Also describes the members that
/// have no place for a doc comment in Rust: the tag of an enum, and the only member of an externally tagged variant.
pub(crate) fn complete(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(text)) = members.get_mut("description") {
                *text = join_lines(text);
            }
            if let Some(Value::Array(variants)) = members.get_mut("oneOf") {
                variants.iter_mut().for_each(describe_variant);
            }
            members.values_mut().for_each(complete);
        }
        Value::Array(items) => items.iter_mut().for_each(complete),
        _ => {}
    }
}

fn describe_variant(variant: &mut Value) {
    let Some(description) = variant.get("description").cloned() else {
        return;
    };
    let Some(Value::Object(properties)) = variant.get_mut("properties") else {
        return;
    };
    let is_only_member = properties.len() == 1;
    for property in properties.values_mut() {
        if *property == json!(true) {
            *property = Value::Object(Map::new());
        }
        if let Value::Object(schema) = property
            && !schema.contains_key("description")
            && (is_only_member || schema.contains_key("const"))
        {
            schema.insert("description".to_owned(), description.clone());
        }
    }
}

/// Joins the lines of each paragraph of a text.
fn join_lines(text: &str) -> String {
    let paragraphs = text.trim().split("\n\n");
    let joined = paragraphs.map(|paragraph| paragraph.trim().replace('\n', " "));
    joined.collect::<Vec<_>>().join("\n\n")
}
