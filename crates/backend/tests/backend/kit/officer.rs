//! The forms of `/demo` with which an officer decides on a dossier. They are sent as a browser sends them.

use axum::body::Body;
use axum::http::Request;

use super::{TestClient, TestResponse};

/// Sends the officer's decision on a dossier, with the headers that a browser sends from the demo page. `decision` is
/// the form's body, for example `move=2`.
pub(crate) async fn post_decision(client: &TestClient, code: &str, decision: &str) -> TestResponse {
    post_decision_with_headers(client, code, decision, &[("sec-fetch-site", "same-origin")]).await
}

/// Sends the officer's decision on a dossier with the given headers.
pub(crate) async fn post_decision_with_headers(
    client: &TestClient,
    code: &str,
    body: &str,
    headers: &[(&str, &str)],
) -> TestResponse {
    post_form(client, &format!("/demo/dossiers/{code}"), body, headers).await
}

/// Sends a form to `path`, which is a path below `/demo`.
pub(crate) async fn post_form(
    client: &TestClient,
    path: &str,
    body: &str,
    headers: &[(&str, &str)],
) -> TestResponse {
    let mut request =
        Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    client
        .send(request.body(Body::from(body.to_owned())).unwrap())
        .await
}
