//! Tests of the whole OpenAPI document.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::*;
use crate::dossier::Tab;
use crate::endpoints::DOCS;
use crate::portal::{RegistrationMethod, SignInMethod};

fn each_operation(mut visit: impl FnMut(&str, &str, &Value)) {
    let document = document();
    let paths = document.pointer("/paths").and_then(Value::as_object);
    for (path, methods) in paths.into_iter().flatten() {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            if method != "parameters" {
                visit(path, method, operation);
            }
        }
    }
}

#[test]
fn contains_every_endpoint_once() {
    let text = document().to_string();
    assert!(DOCS.len() > 40);
    for (name, _) in DOCS {
        let mark = format!("\"operationId\":\"{name}\",\"parameters\":[");
        assert_eq!(text.matches(&mark).count(), 1, "{name}");
    }
}

#[test]
fn resolves_every_reference_and_link() {
    let document = document();
    let text = document.to_string();
    for rest in text.split("\"$ref\":\"#").skip(1) {
        let pointer = rest.split('"').next().unwrap_or_default();
        assert!(document.pointer(pointer).is_some(), "{pointer}");
    }
    each_operation(|_, _, operation| {
        for response in operation
            .pointer("/responses")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let links = response.1.get("links").and_then(Value::as_object);
            for (name, _) in links.into_iter().flatten() {
                assert!(
                    text.contains(&format!("\"operationId\":\"{name}\",\"parameters\":[")),
                    "{name}"
                );
            }
        }
    });
}

#[test]
fn requires_the_csrf_header_for_unsafe_methods_and_gives_every_header_a_schema() {
    each_operation(|path, method, operation| {
        let text = operation.to_string();
        let requires = text.contains("\"name\":\"Motcua-Request\"");
        assert_eq!(
            requires,
            !matches!(method, "get" | "head"),
            "{method} {path}"
        );
        assert!(!text.contains("\"schema\":null"), "{method} {path}");
    });
}

#[test]
fn gives_every_refusal_its_problem_codes() {
    each_operation(|path, method, operation| {
        let responses = operation.pointer("/responses").and_then(Value::as_object);
        for (status, response) in responses.into_iter().flatten() {
            if status.starts_with(['4', '5']) && status != "412" {
                let codes = response
                    .pointer("/content/application~1problem+json/schema/properties/code/enum")
                    .and_then(Value::as_array);
                assert!(
                    codes.is_some_and(|codes| !codes.is_empty()),
                    "{method} {path} {status}"
                );
            }
        }
    });
}

#[test]
fn describes_every_operation_parameter_header_schema_and_member() {
    let document = document();
    let (found, missing) = Descriptions::of(&document);
    assert!(found > 600, "{found}");
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn finds_a_missing_description() {
    let mut document = document();
    for pointer in [
        "/paths/~1portal/get",
        "/paths/~1drafts~1{id}/parameters/0",
        "/paths/~1drafts~1{id}/patch/parameters/1",
        "/paths/~1drafts~1{id}/get/responses/200/headers/ETag",
        "/components/schemas/Draft",
        "/components/schemas/Draft/properties/version",
        "/components/schemas/Delivery/oneOf/2/properties/detail",
        "/components/schemas/Tab/oneOf/0",
    ] {
        let place = document.pointer_mut(pointer).and_then(Value::as_object_mut);
        let removed = place.and_then(|members| members.remove("description"));
        let (_, missing) = Descriptions::of(&document);
        assert_eq!(missing.last().map(String::as_str), Some(pointer));
        let place = document.pointer_mut(pointer).and_then(Value::as_object_mut);
        if let (Some(members), Some(description)) = (place, removed) {
            members.insert("description".to_owned(), description);
        }
    }
}

/// Finds the objects in a request whose schema allows members that it doesn't name. `seen` contains the references that
/// were followed already.
fn open_objects(document: &Value, schema: &Value, seen: &mut BTreeSet<String>) -> Vec<String> {
    let reference = schema.get("$ref").and_then(Value::as_str);
    if let Some(reference) = reference.filter(|reference| seen.insert((*reference).to_owned())) {
        let target = document.pointer(reference.trim_start_matches('#'));
        return target.map_or_else(Vec::new, |target| open_objects(document, target, seen));
    }
    let mut open: Vec<String> = match schema {
        Value::Object(members) => members
            .values()
            .flat_map(|member| open_objects(document, member, seen))
            .collect(),
        Value::Array(items) => items
            .iter()
            .flat_map(|item| open_objects(document, item, seen))
            .collect(),
        _ => Vec::new(),
    };
    let names_members = schema.get("properties").is_some_and(|named| {
        named.is_object() && schema.get("type").is_some_and(|kind| kind == "object")
    });
    if names_members && schema.get("additionalProperties") != Some(&json!(false)) {
        open.push(schema.to_string());
    }
    open
}

#[test]
fn refuses_unknown_members_of_every_request_body_at_every_depth() {
    let document = document();
    let (mut checked, mut open) = (BTreeSet::new(), Vec::new());
    each_operation(|_, _, operation| {
        if let Some(body) = operation.pointer("/requestBody/content/application~1json/schema") {
            open.extend(open_objects(&document, body, &mut checked));
        }
    });
    assert!(checked.len() > 15, "{checked:?}");
    assert_eq!(open, Vec::<String>::new());
}

#[test]
fn repeats_the_bounds_of_the_schema_in_its_description() {
    fn check(schema: &Value, checked: &mut usize) {
        let bound = ["maxLength", "maxItems"]
            .iter()
            .find_map(|keyword| schema.get(keyword));
        let description = schema.get("description").and_then(Value::as_str);
        if let (Some(bound), Some(description)) = (bound.and_then(Value::as_u64), description) {
            let digits = description.replace(',', "");
            let numbers = digits.split(|letter: char| !letter.is_ascii_digit());
            *checked += 1;
            assert!(
                numbers
                    .filter_map(|number| number.parse().ok())
                    .any(|number: u64| number == bound),
                "{bound} isn't in «{description}»"
            );
        }
        match schema {
            Value::Object(members) => members.values().for_each(|member| check(member, checked)),
            Value::Array(items) => items.iter().for_each(|item| check(item, checked)),
            _ => {}
        }
    }
    let mut checked = 0;
    check(&document(), &mut checked);
    assert!(checked > 20, "{checked}");
}

#[test]
fn keeps_names_of_rust_out_of_descriptions() {
    let text = document().to_string();
    for mark in ["crate::", "[`", "Option<", "Vec<"] {
        assert!(!text.contains(mark), "{mark}");
    }
}

/// Counts the descriptions of a document and finds the places that lack one.
#[derive(Default)]
struct Descriptions {
    found: usize,
    missing: Vec<String>,
}

impl Descriptions {
    /// Returns the number of descriptions, and JSON Pointers to the places without a description.
    fn of(document: &Value) -> (usize, Vec<String>) {
        let mut descriptions = Descriptions::default();
        descriptions.visit("", "", document);
        (descriptions.found, descriptions.missing)
    }

    /// Visits `value` and everything inside it. `container` is the key of `value`; it shows which children need a
    /// description.
    fn visit(&mut self, pointer: &str, container: &str, value: &Value) {
        let children: Vec<(String, &Value)> = match value {
            // Skip the schemas in a response: they only refer to a described schema or narrow it. Skip the parameters
            // of a link: they are expressions.
            Value::Object(members) => members
                .iter()
                .filter(|(key, _)| {
                    container == "properties" || !matches!(key.as_str(), "content" | "links")
                })
                .map(|(key, child)| (key.clone(), child))
                .collect(),
            Value::Array(items) => items
                .iter()
                .enumerate()
                .map(|(index, child)| (index.to_string(), child))
                .collect(),
            _ => return,
        };
        for (key, child) in children {
            let escaped = key.replace('~', "~0").replace('/', "~1");
            let child_pointer = format!("{pointer}/{escaped}");
            let is_described = match container {
                "parameters" | "headers" | "schemas" | "properties" => true,
                "oneOf" => child.get("const").is_some(),
                path if path.starts_with('/') => key != "parameters",
                _ => false,
            };
            if is_described {
                let description = child.get("description").and_then(Value::as_str);
                match description.is_some_and(|text| !text.trim().is_empty()) {
                    true => self.found += 1,
                    false => self.missing.push(child_pointer.clone()),
                }
            }
            self.visit(&child_pointer, &key, child);
        }
    }
}

/// The `kind` of each variant of a tagged enum, or the value of each variant of a plain enum.
fn variants(schema: &str, member: &str) -> Vec<String> {
    let document = document();
    let pointer = format!("/components/schemas/{schema}/oneOf");
    let variants = document.pointer(&pointer).and_then(Value::as_array);
    let names = variants
        .into_iter()
        .flatten()
        .filter_map(|variant| variant.pointer(member));
    names.filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn reads_every_method_of_the_document() {
    fn read<T: serde::de::DeserializeOwned + serde::Serialize>(kind: &str) -> Option<Value> {
        let read: T = serde_json::from_value(json!({"kind": kind})).ok()?;
        let written = serde_json::to_value(read).ok()?;
        written.get("kind").cloned()
    }
    let kinds = |schema| variants(schema, "/properties/kind/const");
    let (sign_in, register) = (kinds("SignInWay"), kinds("RegisterWay"));
    assert!(sign_in.len() > 2 && register.len() > 2);
    for kind in sign_in {
        assert_eq!(read::<SignInMethod>(&kind), Some(json!(kind)), "{kind}");
    }
    for kind in register {
        assert_eq!(
            read::<RegistrationMethod>(&kind),
            Some(json!(kind)),
            "{kind}"
        );
    }
}

#[test]
fn lists_every_tab_of_the_document() {
    assert_eq!(variants("Tab", "/const"), Tab::ALL.map(Tab::key));
}

/// Panics if a text, list or map in a request body has no maximum. `place` names the schema for the message.
fn assert_bounded(document: &Value, schema: &Value, place: &str) {
    let schema = match schema.get("$ref").and_then(Value::as_str) {
        Some(reference) => document
            .pointer(reference.trim_start_matches('#'))
            .unwrap_or(schema),
        None => schema,
    };
    let has = |key: &str| schema.get(key).is_some();
    let is = |kind: &str| match schema.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().any(|one| one == kind),
        Some(one) => one == kind,
        None => false,
    };
    let is_bounded_text = ["maxLength", "pattern", "enum", "const"]
        .into_iter()
        .any(has);
    assert!(
        !is("string") || is_bounded_text,
        "{place} has no maximum length"
    );
    assert!(!is("integer") || has("maximum"), "{place} has no maximum");
    assert!(
        !is("array") || has("maxItems"),
        "{place} has no maximum number of items"
    );
    let is_map = is("object")
        && !has("properties")
        && schema.get("additionalProperties") != Some(&json!(false));
    let is_bounded_map =
        has("maxProperties") && schema.pointer("/propertyNames/maxLength").is_some();
    assert!(
        !is_map || is_bounded_map,
        "{place} has no maximum number of members"
    );
    for key in ["items", "additionalProperties"] {
        if let Some(inner) = schema.get(key) {
            assert_bounded(document, inner, &format!("{place}/{key}"));
        }
    }
    for (name, property) in schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        assert_bounded(document, property, &format!("{place}/{name}"));
    }
    for variants in ["anyOf", "oneOf", "allOf"].map(|key| schema.get(key).and_then(Value::as_array))
    {
        for variant in variants.into_iter().flatten() {
            assert_bounded(document, variant, place);
        }
    }
}

#[test]
fn bounds_every_text_list_and_map_of_every_request_body() {
    let document = document();
    each_operation(|path, method, operation| {
        if let Some(schema) = operation.pointer("/requestBody/content/application~1json/schema") {
            assert_bounded(&document, schema, &format!("{method} {path}"));
        }
    });
}
