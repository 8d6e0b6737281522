//! The officer's forms on `/demo`, sent as a browser sends them.

use axum::body::Body;
use axum::http::Request;

use super::{TestClient, TestResponse};

/// Sends the officer's decision on a dossier, as the demo page does. `decision` is a form body, for example `move=2`.
pub(crate) async fn post_decision(client: &TestClient, code: &str, decision: &str) -> TestResponse {
    post_decision_with_headers(client, code, decision, &[("sec-fetch-site", "same-origin")]).await
}

/// Sends a decision with other headers.
pub(crate) async fn post_decision_with_headers(
    client: &TestClient,
    code: &str,
    body: &str,
    headers: &[(&str, &str)],
) -> TestResponse {
    post_form(client, &format!("/demo/dossiers/{code}"), body, headers).await
}

/// Sends a form of the demo page to this path.
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
