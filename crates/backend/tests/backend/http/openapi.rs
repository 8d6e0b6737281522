//! The OpenAPI document in the repository must match the contract crate and the running backend.

use std::path::Path;

use axum::body::Body;
use axum::http::Request;
use serde_json::Value;

use crate::kit::TestBackend;

#[test]
fn the_committed_openapi_document_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/openapi.json");
    let committed: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert!(
        committed == contract::openapi::document(),
        "public/openapi.json is out of date: run `make openapi`"
    );
}

#[tokio::test]
async fn every_documented_operation_is_mounted_and_requires_what_the_document_states() {
    let backend = TestBackend::start();
    let client = backend.client();
    let document = contract::openapi::document();
    let mut checked = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            if method == "parameters" {
                continue;
            }
            checked += 1;
            let uri = format!(
                "/api{}",
                path.replace("{id}", "none").replace("{code}", "none")
            );
            let request = Request::builder()
                .method(method.to_uppercase().as_str())
                .uri(uri.replace("{key}", "none"));
            let response = client.send(request.body(Body::empty()).unwrap()).await;
            let status = response.status.as_u16();
            let context = format!("{method} {path}: {status}");
            assert_ne!(status, 405, "{context}");
            assert!(
                operation["responses"].get(status.to_string()).is_some(),
                "{context}"
            );
            match method.as_str() {
                "get" | "head" if operation["security"] != Value::Array(Vec::new()) => {
                    assert_eq!(status, 401, "{context}");
                }
                "get" | "head" => {}
                _ => assert_eq!(status, 403, "{context}"),
            }
        }
    }
    assert!(checked > 20);
}
