//! Extractors for JSON bodies, path parameters and query parameters. axum's own extractors report errors as plain text;
//! these extractors return a problem as the contract defines it.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody, QueryRejection};
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use contract::limits::{PATH_PARAMETER_CHARS, QUERY_CHARS};
use contract::openapi::JsonSchema;
use serde::de::DeserializeOwned;
use unicode_normalization::UnicodeNormalization;

use super::body_bounds::BodyBounds;
use crate::refusal::Refusal;

/// Time in which a whole JSON body must arrive.
const BODY_TIME: Duration = Duration::from_secs(60);

/// A body of more bytes is parsed on a thread for blocking work, so that it doesn't delay other requests.
const BLOCKING_BYTES: usize = 32 * 1024;

/// Extracts a JSON body. 415 for another media type, 408 if the body arrives too slowly, 413 if it is larger than its
/// bounds allow, 422 with the place of each value that breaks a bound, 400 if it doesn't match the type `T`.
pub struct JsonBody<T>(pub T);

impl<T, S> FromRequest<S> for JsonBody<T>
where
    T: DeserializeOwned + JsonSchema + Send + 'static,
    S: Send + Sync,
{
    type Rejection = Refusal;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, Refusal> {
        if !is_json(request.headers()) {
            return Err(Refusal::UnsupportedMediaType);
        }
        let bounds = BodyBounds::of::<T>();
        DefaultBodyLimit::max(bounds.max_bytes()).apply(&mut request);
        let reading = tokio::time::timeout(BODY_TIME, Bytes::from_request(request, state));
        let bytes = reading
            .await
            .map_err(|_| Refusal::RequestTimeout)?
            .map_err(refuse_bytes)?;
        if bytes.len() <= BLOCKING_BYTES {
            return parse(&bounds, &bytes).map(JsonBody);
        }
        let parsing = tokio::task::spawn_blocking(move || parse(&bounds, &bytes));
        parsing.await.map_err(Refusal::internal)?.map(JsonBody)
    }
}

/// Checks the bounds of a body and then parses it.
fn parse<T: DeserializeOwned>(bounds: &BodyBounds, bytes: &[u8]) -> Result<T, Refusal> {
    let problems = bounds.find_problems(bytes).map_err(refuse_json)?;
    if !problems.is_empty() {
        return Err(Refusal::InvalidAnswers(problems));
    }
    serde_json::from_slice(bytes).map_err(refuse_json)
}

/// The response states only the position, because the error text of serde_json may quote what the citizen typed.
fn refuse_json(error: serde_json::Error) -> Refusal {
    Refusal::InvalidRequest(format!(
        "the body is invalid at line {}, column {}",
        error.line(),
        error.column()
    ))
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .map(HeaderValue::as_bytes)
        .and_then(|value| value.split(|byte| *byte == b';').next())
        .is_some_and(|kind| kind.trim_ascii().eq_ignore_ascii_case(b"application/json"))
}

/// Converts an error of reading the body: 413 if the body is too large, otherwise 400.
fn refuse_bytes(rejection: BytesRejection) -> Refusal {
    match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => {
            Refusal::BodyTooLarge
        }
        _ => Refusal::InvalidRequest("the body is incomplete".to_owned()),
    }
}

/// Extracts path parameters. 404 if they are too long or can't be parsed, because no resource can have such a path.
pub struct Path<T>(pub T);

impl<T, S> FromRequestParts<S> for Path<T>
where
    T: DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let parameters = RawPathParams::from_request_parts(parts, state)
            .await
            .map_err(|_| Refusal::NotFound)?;
        for (name, value) in &parameters {
            if value.chars().nth(PATH_PARAMETER_CHARS).is_some() {
                return Err(Refusal::ImpossiblePath {
                    parameter: name.to_owned(),
                });
            }
        }
        <axum::extract::Path<T> as FromRequestParts<S>>::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Path(value)| Path(value))
            .map_err(|_| Refusal::NotFound)
    }
}

/// Extracts query parameters. 400 if one is too long or they don't match the type `T`.
pub struct Query<T>(pub T);

impl<T, S> FromRequestParts<S> for Query<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let refuse = |name: &str| {
            Refusal::InvalidRequest(format!("the query parameter `{name}` is invalid"))
        };
        let pairs = axum::extract::Query::<Vec<(String, String)>>::from_request_parts(parts, state);
        let axum::extract::Query(pairs) = pairs
            .await
            .map_err(|_| Refusal::InvalidRequest("the query is malformed".to_owned()))?;
        // A name that is too long isn't repeated.
        let is_long = |text: &str| text.chars().nth(QUERY_CHARS).is_some();
        for (name, value) in &pairs {
            if is_long(name) || is_long(value) {
                let name = name.get(..QUERY_NAME_BYTES).unwrap_or(name);
                return Err(refuse(name));
            }
        }
        axum::extract::Query::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Query(value)| Query(value))
            .map_err(|rejection| match parameter_at_fault(&rejection, &pairs) {
                Some(name) => refuse(name),
                None => Refusal::InvalidRequest("a query parameter is invalid".to_owned()),
            })
    }
}

/// The longest name of a query parameter in a response, in bytes.
const QUERY_NAME_BYTES: usize = 40;

/// The name of the parameter that can't be parsed. axum only writes it into the text of the error, which must not be
/// sent because it may quote the value.
fn parameter_at_fault<'a>(
    rejection: &QueryRejection,
    pairs: &'a [(String, String)],
) -> Option<&'a str> {
    let text = rejection.body_text();
    let mut names = pairs.iter().map(|(name, _)| name.as_str());
    names.find(|name| text.contains(&format!(": {name}: ")))
}

/// Converts a text to Unicode Normalization Form C (NFC), so that the same text always has the same bytes.
pub fn to_nfc(text: &str) -> String {
    text.nfc().collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use axum::body::Body;
    use contract::lookup::LookupRequest;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_body_that_is_too_slow_gets_a_refusal_that_clients_may_repeat() {
        let silent = futures_util::stream::pending::<std::io::Result<Bytes>>();
        let request = Request::post("/")
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from_stream(silent))
            .unwrap();
        let extracted = JsonBody::<LookupRequest>::from_request(request, &()).await;
        let problem = extracted.err().unwrap().problem();
        assert_eq!(problem.status, 408);
        assert_eq!(problem.code, contract::problem::ProblemCode::RequestTimeout);
    }
}
