//! What a reader of the document may rely on.

use super::*;

fn each_operation(visit: impl Fn(&str, &str, &Value)) {
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
fn every_endpoint_stands_in_it_once() {
    let source = include_str!("../endpoints.rs");
    let text = document().to_string();
    let names = source
        .split("Endpoint::")
        .skip(1)
        .filter_map(|rest| rest.split('"').nth(1));
    let names: Vec<&str> = names.collect();
    assert!(names.len() > 20);
    for name in names {
        let mark = format!("\"operationId\":\"{name}\",\"parameters\":[");
        assert_eq!(text.matches(&mark).count(), 1, "{name}");
    }
}

#[test]
fn every_reference_and_every_link_leads_somewhere() {
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
fn every_unsafe_operation_asks_for_the_header_and_every_header_has_a_schema() {
    each_operation(|path, method, operation| {
        let text = operation.to_string();
        let asks = text.contains("\"name\":\"Motcua-Request\"");
        assert_eq!(asks, !matches!(method, "get" | "head"), "{method} {path}");
        assert!(!text.contains("\"schema\":null"), "{method} {path}");
    });
}

#[test]
fn every_refusal_is_a_problem_that_names_its_codes() {
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
