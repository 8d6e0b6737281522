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

/// Sends one of the officer's other forms on a dossier, for example `messages`, with the headers that a browser sends.
pub(crate) async fn post_to_desk(
    client: &TestClient,
    code: &str,
    form: &str,
    body: &str,
) -> TestResponse {
    let path = format!("/demo/dossiers/{code}/{form}");
    post_form(client, &path, body, &[("sec-fetch-site", "same-origin")]).await
}

/// Attaches a file as the result of a dossier, with the form that a browser sends.
pub(crate) async fn attach_result_file(
    client: &TestClient,
    code: &str,
    name: &str,
    file: (&str, &[u8]),
) -> TestResponse {
    let (file_name, bytes) = file;
    let field = |name: &str, value: &str| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let mut body = [
        field("name", name),
        field("number", "125/TLKS-BS"),
        field("issued_on", "2026-11-24"),
        format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file_name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        ),
    ]
    .concat()
    .into_bytes();
    body.extend(bytes);
    body.extend(b"\r\n--edge--\r\n");
    let request = Request::post(format!("/demo/dossiers/{code}/results"))
        .header("content-type", "multipart/form-data; boundary=edge")
        .header("sec-fetch-site", "same-origin");
    client.send(request.body(Body::from(body)).unwrap()).await
}
