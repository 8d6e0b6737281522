//! POST requests that stand for PATCH, HEAD and DELETE, for lines on which a proxy lets only GET and POST through.

use axum::body::Body;
use axum::http::Request;
use contract::draft::Draft;
use contract::problem::ProblemCode;

use crate::kit::filing::{BIRTH, photo, upload_id};
use crate::kit::{TestBackend, TestClient, TestResponse};

/// Sends a POST request that stands for another method.
async fn send(
    client: &TestClient,
    method: &str,
    path: String,
    headers: &[(&str, &str)],
    body: impl Into<Body>,
) -> TestResponse {
    let request = Request::post(path).header("x-http-method-override", method);
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    client.send(request.body(body.into()).unwrap()).await
}

const APP: (&str, &str) = ("motcua-request", "1");
const TUS: (&str, &str) = ("tus-resumable", "1.0.0");
const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
async fn a_citizen_behind_a_proxy_that_blocks_methods_saves_uploads_and_deletes() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let path = format!("/api/drafts/{}", draft.id);
    let if_match = ("if-match", "\"1\"");
    let body = r#"{"delivery": {"channel": "online"}}"#;
    let saved = send(&lan, "PATCH", path.clone(), &[APP, JSON, if_match], body).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    assert!(saved.json::<Draft>().delivery.is_some());

    let photo = photo("photo-0001", 100);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    let upload = format!("/api/uploads/{id}");
    let chunk = [
        APP,
        TUS,
        ("content-type", "application/offset+octet-stream"),
        ("upload-offset", "0"),
    ];
    let sent = send(
        &lan,
        "patch",
        upload.clone(),
        &chunk,
        photo.bytes[..60].to_vec(),
    )
    .await;
    assert_eq!(sent.status, 204, "{}", sent.text());
    let head = send(&lan, "HEAD", upload.clone(), &[APP, TUS], "").await;
    assert_eq!(head.header("upload-offset"), Some("60"));
    let deleted = send(&lan, "DELETE", upload, &[APP, TUS], "").await;
    assert_eq!(deleted.status, 204);
    assert_eq!(backend.files_on_disk(), 0);
}

#[tokio::test]
async fn an_overridden_method_needs_the_header_against_cross_site_requests() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let path = format!("/api/drafts/{}", draft.id);
    for method in ["PATCH", "DELETE"] {
        let refused = send(&lan, method, path.clone(), &[JSON], "{}").await;
        refused.assert_problem(403, ProblemCode::MissingRequestHeader);
        let foreign = [APP, JSON, ("sec-fetch-site", "cross-site")];
        let refused = send(&lan, method, path.clone(), &foreign, "{}").await;
        refused.assert_problem(403, ProblemCode::MissingRequestHeader);
    }
    assert_eq!(lan.get_draft(&draft.id).await.status, 200);
}

#[tokio::test]
async fn no_other_method_is_overridden() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let path = format!("/api/drafts/{}", draft.id);
    for method in ["GET", "PUT", "OPTIONS", "CONNECT", "", "PATCH, DELETE"] {
        let refused = send(&lan, method, path.clone(), &[APP, JSON], "{}").await;
        refused.assert_problem(405, ProblemCode::MethodNotAllowed);
    }
    // A request with another method stays what it is.
    let request = Request::get(&path).header("x-http-method-override", "DELETE");
    let read = lan.send(request.header(APP.0, APP.1).body(Body::empty()).unwrap());
    assert_eq!(read.await.status, 200);
    assert_eq!(lan.get_draft(&draft.id).await.status, 200);
}
