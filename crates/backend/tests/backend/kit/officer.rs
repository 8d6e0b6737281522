//! The officer's forms on `/demo`, sent as a browser sends them.

use axum::body::Body;
use axum::http::Request;

use super::{Answer, Visitor};

/// The officer decides on a dossier, from the page itself.
pub(crate) async fn decide(visitor: &Visitor, code: &str, decision: &str) -> Answer {
    post(
        visitor,
        code,
        decision,
        &[("sec-fetch-site", "same-origin")],
    )
    .await
}

/// A decision with other headers.
pub(crate) async fn post(
    visitor: &Visitor,
    code: &str,
    body: &str,
    headers: &[(&str, &str)],
) -> Answer {
    post_form(visitor, &format!("/demo/dossiers/{code}"), body, headers).await
}

/// A form of the page.
pub(crate) async fn post_form(
    visitor: &Visitor,
    path: &str,
    body: &str,
    headers: &[(&str, &str)],
) -> Answer {
    let mut request =
        Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    visitor
        .send(request.body(Body::from(body.to_owned())).unwrap())
        .await
}
