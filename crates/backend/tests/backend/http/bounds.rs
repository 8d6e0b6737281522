//! Every bound of the contract is enforced. The tests read the bounds from the OpenAPI document, so they also cover a
//! bound that is added later.

use std::time::{Duration, Instant};

use axum::body::Body;
use contract::limits::TEXT_CHARS;
use contract::problem::{Problem, ProblemCode};
use serde_json::{Map, Value, json};

use crate::kit::operations::{DocumentedOperation, operations};
use crate::kit::{TestBackend, TestClient, TestResponse};

/// The longest time for a request that breaks a bound, with the debug build.
const AT_MOST: Duration = Duration::from_secs(3);
/// The largest response to a request that breaks a bound, in bytes.
const SMALL: usize = 50_000;
/// The longest URL that the HTTP library can represent is a little longer.
const LONGEST_URL: usize = 60_000;

/// A value that breaks one bound, and the JSON Pointer of the place where it does.
type Broken = (String, Value);

/// Every value that breaks exactly one bound of the schema. `times` is 1 for a value just over the bound.
fn broken_values(document: &Value, schema: &Value, times: usize) -> Vec<Broken> {
    let schema = resolve(document, schema);
    let over = |bound: usize| if times == 1 { bound + 1 } else { bound * times };
    let count = |key: &str| {
        schema[key]
            .as_u64()
            .map(|bound| usize::try_from(bound).unwrap())
    };
    let mut broken: Vec<Broken> = Vec::new();
    let mut here = |value| broken.push((String::new(), value));
    let text_bound = schema["pattern"].as_str().map(|_| TEXT_CHARS);
    if let Some(chars) = count("maxLength").or(text_bound) {
        here(json!("7".repeat(over(chars))));
    }
    if count("minLength").is_some_and(|chars| chars > 0) && times == 1 {
        here(json!(""));
    }
    if let Some(maximum) = schema["maximum"].as_u64() {
        here(json!((maximum + 1) * times as u64));
    }
    if schema.get("const").is_some() || schema.get("enum").is_some() {
        here(json!("x".repeat(times)));
    }
    if let Some(items) = count("maxItems") {
        here(json!(vec![sample(document, &schema["items"]); over(items)]));
    }
    let member = || sample(document, &schema["additionalProperties"]);
    if let Some(members) = count("maxProperties") {
        let names = (0..over(members)).map(|number| (format!("m{number}"), member()));
        here(Value::Object(names.collect()));
    }
    if let Some(chars) = schema["propertyNames"]["maxLength"].as_u64() {
        let name = "n".repeat(over(usize::try_from(chars).unwrap()));
        here(json!({name: member()}));
    }
    for (place, value) in broken_values_if_object(document, &schema["items"], times) {
        broken.push((format!("/0{place}"), json!([value])));
    }
    for (place, value) in broken_values_if_object(document, &schema["additionalProperties"], times)
    {
        broken.push((format!("/key{place}"), json!({"key": value})));
    }
    let whole = sample(document, schema);
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        for (place, value) in broken_values(document, property, times) {
            let mut object = whole.clone();
            object[name] = value;
            broken.push((format!("/{name}{place}"), object));
        }
    }
    let variants = ["anyOf", "oneOf"]
        .into_iter()
        .filter_map(|key| schema[key].as_array());
    for variant in variants.flatten() {
        broken.extend(broken_values(document, variant, times));
    }
    broken
}

fn broken_values_if_object(document: &Value, schema: &Value, times: usize) -> Vec<Broken> {
    if schema.is_object() {
        broken_values(document, schema, times)
    } else {
        Vec::new()
    }
}

fn resolve<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(reference) => document.pointer(&reference[1..]).unwrap(),
        None => schema,
    }
}

/// A short value of the kind that the schema describes.
fn sample(document: &Value, schema: &Value) -> Value {
    let schema = resolve(document, schema);
    let variants = ["anyOf", "oneOf"]
        .into_iter()
        .find_map(|key| schema[key].as_array());
    if let Some(variants) = variants {
        return sample(document, variants.first().unwrap());
    }
    if let Some(value) = schema.get("const").or_else(|| schema["enum"].get(0)) {
        return value.clone();
    }
    let kind = schema["type"]
        .as_str()
        .or_else(|| schema["type"][0].as_str());
    match kind {
        Some("string") => json!("7"),
        Some("integer") => json!(1),
        Some("boolean") => json!(true),
        Some("array") => json!([]),
        Some("object") => {
            let properties = schema["properties"].as_object();
            let required = schema["required"].as_array();
            let is_required = |name: &str| {
                required.is_some_and(|names| names.iter().any(|required| required == name))
            };
            let required = properties
                .into_iter()
                .flatten()
                .filter(|(name, _)| is_required(name));
            let members: Map<String, Value> = required
                .map(|(name, property)| (name.clone(), sample(document, property)))
                .collect();
            Value::Object(members)
        }
        _ => Value::Null,
    }
}

/// The operations that take a JSON body, each with the schema of this body.
fn json_bodies(document: &Value) -> Vec<(DocumentedOperation, Value)> {
    let with_schema = operations().into_iter().filter_map(|operation| {
        let method = operation.method.to_lowercase();
        let body = &document["paths"][&operation.path][method]["requestBody"];
        let schema = body["content"]["application/json"]["schema"].clone();
        schema.is_object().then_some((operation, schema))
    });
    with_schema.collect()
}

async fn send_body(
    client: &TestClient,
    operation: &DocumentedOperation,
    body: &Value,
) -> TestResponse {
    let request = operation.app_request("none", &[]);
    client
        .send(request.body(Body::from(body.to_string())).unwrap())
        .await
}

fn is_named(response: &TestResponse, place: &str) -> bool {
    let problem: Problem = response.error_json();
    problem.errors.iter().any(|error| error.pointer == place)
}

#[tokio::test]
async fn a_body_just_over_any_bound_is_refused_with_the_place_of_the_fault() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let document = contract::openapi::document();
    let mut checked = 0;
    for (operation, schema) in json_bodies(&document) {
        for (place, body) in broken_values(&document, &schema, 1) {
            let response = send_body(&lan, &operation, &body).await;
            let context = format!("{} {place}: {}", operation.name, response.text());
            assert_eq!(response.status, 422, "{context}");
            assert!(is_named(&response, &place), "{context}");
            checked += 1;
        }
    }
    assert!(checked > 50, "{checked}");
}

#[tokio::test]
async fn a_list_in_place_of_an_object_is_refused() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let document = contract::openapi::document();
    for (operation, _) in json_bodies(&document) {
        for list in [json!([]), json!([null, null, null])] {
            let response = send_body(&lan, &operation, &list).await;
            let context = format!("{}: {}", operation.name, response.text());
            assert_eq!(response.status, 400, "{context}");
        }
    }
}

#[tokio::test]
async fn a_body_far_over_any_bound_is_refused_quickly_with_a_small_response() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let document = contract::openapi::document();
    for (operation, schema) in json_bodies(&document) {
        for (place, body) in broken_values(&document, &schema, 100) {
            let started = Instant::now();
            let response = send_body(&lan, &operation, &body).await;
            let context = format!("{} {place}: {}", operation.name, response.status);
            assert!(
                response.status == 422 || response.status == 413,
                "{context}"
            );
            assert!(response.bytes.len() < SMALL, "{context}");
            assert!(started.elapsed() < AT_MOST, "{context}");
        }
    }
}

#[tokio::test]
async fn a_parameter_over_its_bound_is_refused_by_name() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let document = contract::openapi::document();
    let mut checked = 0;
    for operation in operations() {
        let method = operation.method.to_lowercase();
        let path = &document["paths"][&operation.path];
        let mut parameters = path["parameters"].as_array().cloned().unwrap_or_default();
        parameters.extend(
            path[method]["parameters"]
                .as_array()
                .cloned()
                .unwrap_or_default(),
        );
        for parameter in parameters {
            let name = parameter["name"].as_str().unwrap();
            for times in [1, 100] {
                let Some(value) = broken_parameter(&document, &parameter, times) else {
                    continue;
                };
                let started = Instant::now();
                let request = match parameter["in"].as_str().unwrap() {
                    "path" => {
                        let before = operation.path.split_once(&format!("{{{name}}}"));
                        let before = before.map_or(0, |(before, _)| before.matches('{').count());
                        operation.app_request(&("none ".repeat(before) + &value), &[])
                    }
                    "header" => {
                        let tus = ("tus-resumable", contract::limits::TUS_VERSION.to_owned());
                        operation.app_request("none", &[(name, value), tus])
                    }
                    _ => {
                        let uri = format!("{}?{name}={value}", operation.uri("none"));
                        operation.app_request("none", &[]).uri(uri)
                    }
                };
                let response = lan.send(request.body(Body::from("{}")).unwrap()).await;
                let context = format!("{} {name}: {}", operation.name, response.status);
                assert!(response.status.is_client_error(), "{context}");
                assert!(started.elapsed() < AT_MOST, "{context}");
                // The response to HEAD has no body.
                if operation.method != "HEAD" {
                    let problem: Problem = response.error_json();
                    let detail = problem.detail.unwrap_or_default().to_lowercase();
                    assert!(detail.contains(&name.to_lowercase()), "{context} {detail}");
                }
                checked += 1;
            }
        }
    }
    assert!(checked > 60, "{checked}");
}

/// A value of a parameter that breaks its bound. `None` if it is one of a few listed values.
fn broken_parameter(document: &Value, parameter: &Value, times: usize) -> Option<String> {
    let schema = &parameter["schema"];
    let length = if parameter["in"] == "path" {
        Some(contract::limits::PATH_PARAMETER_CHARS)
    } else {
        schema["maxLength"]
            .as_u64()
            .map(|max| usize::try_from(max).unwrap())
    };
    if let Some(length) = length {
        let over = if times == 1 {
            length + 1
        } else {
            length * times
        };
        return Some("a".repeat(over.min(LONGEST_URL)));
    }
    let (_, value) =
        broken_values(document, &json!({"maximum": schema["maximum"]}), times).pop()?;
    Some(value.to_string())
}

#[tokio::test]
async fn a_registration_cannot_store_thousands_of_consents() {
    let backend = TestBackend::start();
    let client = backend.client();
    let consent = json!({"purpose": "file_dossiers", "version": 1});
    let registration = json!({
        "name": "Nguyễn Thị Lan", "citizen_id": "045190000001", "phone": "0912345678",
        "consents": vec![consent; 21],
    });
    let response = client
        .post_raw(
            &contract::endpoints::POST_REGISTRATION,
            &[],
            registration.to_string(),
        )
        .await;
    response.assert_problem(422, ProblemCode::InvalidAnswers);
    assert!(is_named(&response, "/consents"));
}

#[tokio::test]
async fn a_patch_with_thousands_of_unknown_answers_gets_a_short_list_of_problems() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft("1.001193").await;
    let answers: Map<String, Value> = (0..5_000).map(|id| (format!("q{id}"), json!(1))).collect();
    let started = Instant::now();
    let response = lan
        .save_draft(&draft.id, draft.version, &json!({"answers": answers}))
        .await;
    response.assert_problem(422, ProblemCode::InvalidAnswers);
    let problem: Problem = response.error_json();
    assert_eq!(problem.errors.len(), contract::limits::PROBLEM_ERRORS);
    assert!(started.elapsed() < AT_MOST);
}
