//! Text messages that the backend sends through an operator's HTTP gateway. The gateway of these tests is a small
//! server that records the requests.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::any;
use backend::messages::{HttpGateway, Messages};
use contract::problem::ProblemCode;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::kit::{PASSWORD, TestBackend};

const PHONE: &str = "0912345678";

/// The requests that the gateway received: the `Authorization` header and the JSON body of each.
type Requests = Arc<Mutex<Vec<(String, Value)>>>;

struct RecordingGateway {
    url: String,
    requests: Requests,
}

/// Starts a gateway that sends the same response to every request.
async fn start_gateway(status: StatusCode, answer: &'static str) -> RecordingGateway {
    let requests = Requests::default();
    let record = move |State(requests): State<Requests>, headers: HeaderMap, body: String| async move {
        let key = headers
            .get("authorization")
            .map(|key| key.to_str().unwrap());
        let body = serde_json::from_str(&body).unwrap();
        requests
            .lock()
            .unwrap()
            .push((key.unwrap_or_default().to_owned(), body));
        (status, [("location", "/elsewhere")], answer)
    };
    let app = Router::new()
        .fallback(any(record))
        .with_state(requests.clone());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/send", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    RecordingGateway { url, requests }
}

/// Writes a settings file for the gateway at `url`. The members of `more` replace the default settings or are added to
/// them. Returns the file's path.
fn write_settings(dir: &Path, url: &str, more: Value) -> std::path::PathBuf {
    std::fs::write(dir.join("key"), "key-123\n").unwrap();
    let mut settings = json!({
        "url": url,
        "headers": {"Authorization": "Bearer {key}"},
        "body": {"to": "{phone_international}", "content": ["{text}"], "at": "{time}", "kind": 2},
        "secrets": {"key": {"file": dir.join("key")}},
    });
    let changed = settings.as_object_mut().unwrap();
    changed.extend(more.as_object().unwrap().clone());
    let file = dir.join("gateway.json");
    std::fs::write(&file, settings.to_string()).unwrap();
    file
}

/// Starts a backend that sends its text messages to the gateway at `url`. The members of `more` replace the default
/// settings of the gateway or are added to them.
fn start_backend_with_gateway(url: &str, more: Value) -> TestBackend {
    let mut backend = TestBackend::start_with(|config| config.demo = false);
    let file = write_settings(backend.data_dir(), url, more);
    backend.state.messages = Messages::through(HttpGateway::open(&file).unwrap());
    backend
}

#[tokio::test]
async fn fills_phone_text_and_time_into_the_gateways_request() {
    let gateway = start_gateway(StatusCode::OK, "").await;
    let backend = start_backend_with_gateway(&gateway.url, json!({}));
    let response = backend
        .client()
        .post_registration("Lan", "045190000001", PHONE)
        .await;
    assert_eq!(response.status, 201);
    let requests = gateway.requests.lock().unwrap().clone();
    let [(key, body)] = requests.as_slice() else {
        panic!("{} messages", requests.len());
    };
    assert_eq!(key, "Bearer key-123");
    assert_eq!(body["to"], "84912345678");
    assert_eq!(body["at"], "2026-11-22T01:20:00Z");
    assert_eq!(body["kind"], 2);
    let text = body["content"][0].as_str().unwrap();
    assert!(text.starts_with("Mã Một Cửa "));
    let (_, code) = text.rsplit_once("\n@localhost #").unwrap();
    assert_eq!(code.len(), 6);
}

#[tokio::test]
async fn a_gateway_error_or_redirect_fails_the_request() {
    let condition = json!({"accepted": {"pointer": "/code", "value": "100"}});
    for (status, answer, more) in [
        (StatusCode::INTERNAL_SERVER_ERROR, "", json!({})),
        (StatusCode::TEMPORARY_REDIRECT, "", json!({})),
        (StatusCode::OK, "{\"code\": \"99\"}", condition.clone()),
        (StatusCode::OK, "<html>", condition.clone()),
    ] {
        let gateway = start_gateway(status, answer).await;
        let backend = start_backend_with_gateway(&gateway.url, more);
        backend
            .client()
            .post_registration("Lan", "045190000001", PHONE)
            .await
            .assert_problem(500, ProblemCode::Internal);
        assert_eq!(gateway.requests.lock().unwrap().len(), 1);
    }
    let gateway = start_gateway(StatusCode::OK, "{\"code\": \"100\"}").await;
    let backend = start_backend_with_gateway(&gateway.url, condition);
    let response = backend
        .client()
        .post_registration("Lan", "045190000001", PHONE)
        .await;
    assert_eq!(response.status, 201);
}

#[tokio::test]
async fn a_gateway_that_does_not_respond_times_out() {
    // This listener accepts connections but never sends a response.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/send", listener.local_addr().unwrap());
    let backend = start_backend_with_gateway(&url, json!({"timeout_seconds": 1}));
    let start = Instant::now();
    backend
        .client()
        .post_registration("Lan", "045190000001", PHONE)
        .await
        .assert_problem(500, ProblemCode::Internal);
    assert!(start.elapsed() < Duration::from_secs(10));
    backend
        .client()
        .post_sign_in(PHONE, PASSWORD)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
}

#[tokio::test]
async fn rejects_an_invalid_settings_file_without_revealing_secrets() {
    let dir = tempfile::tempdir().unwrap();
    let url = "https://sms.example.vn/send";
    for (url, more, expected) in [
        (
            "http://sms.example.vn/send",
            json!({}),
            "`url` must be https",
        ),
        (
            "https://sms.example.vn/{phone}",
            json!({}),
            "`url` must be https",
        ),
        (
            url,
            json!({"method": "GET"}),
            "`method` must be POST or PUT",
        ),
        (
            url,
            json!({"body": {"to": "{fone}"}}),
            "unknown placeholder `{fone}`",
        ),
        (
            url,
            json!({"headers": {"X": "{text}"}}),
            "unknown placeholder `{text}`",
        ),
        (
            url,
            json!({"secrets": {"key": {"file": "/nowhere"}}}),
            "secret `key` is missing",
        ),
        (
            url,
            json!({"secrets": {"key": {"environment": "MOTCUA_NO"}}}),
            "secret `key` is missing",
        ),
        (
            url,
            json!({"headers": {"A b": "{key}"}}),
            "header `A b` has an invalid name or value",
        ),
        (url, json!({"heders": {}}), "is invalid at line 1"),
    ] {
        let file = write_settings(dir.path(), url, more);
        let error = HttpGateway::open(&file).err().unwrap().to_string();
        assert!(error.contains(expected), "{error}");
        assert!(!error.contains("123"), "{error}");
    }
    assert!(HttpGateway::open(&write_settings(dir.path(), url, json!({}))).is_ok());
}
