//! Extractors for JSON bodies, path parameters and query parameters. axum's own extractors report errors as plain text;
//! these extractors return a problem as the contract defines it.

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use serde::de::DeserializeOwned;
use unicode_normalization::UnicodeNormalization;

use crate::refusal::Refusal;

/// Extracts a JSON body. 415 for another media type, 413 if the body is too large, 400 if the body doesn't match the
/// type `T`.
pub struct JsonBody<T>(pub T);

impl<T, S> FromRequest<S> for JsonBody<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        if !is_json(request.headers()) {
            return Err(Refusal::UnsupportedMediaType);
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(refuse_bytes)?;
        serde_json::from_slice(&bytes)
            .map(JsonBody)
            .map_err(|error| {
                // The response states only the position, because the error text of serde_json may quote what the
                // citizen typed.
                Refusal::InvalidRequest(format!(
                    "the body is invalid at line {}, column {}",
                    error.line(),
                    error.column()
                ))
            })
    }
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

/// Extracts path parameters. 404 if they can't be parsed, because no resource can have such a path.
pub struct Path<T>(pub T);

impl<T, S> FromRequestParts<S> for Path<T>
where
    T: DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        <axum::extract::Path<T> as FromRequestParts<S>>::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Path(value)| Path(value))
            .map_err(|_| Refusal::NotFound)
    }
}

/// Extracts query parameters. 400 if they don't match the type `T`.
pub struct Query<T>(pub T);

impl<T, S> FromRequestParts<S> for Query<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        axum::extract::Query::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Query(value)| Query(value))
            .map_err(|_| Refusal::InvalidRequest("a query parameter is invalid".to_owned()))
    }
}

/// Converts a text to Unicode Normalization Form C (NFC), so that the same text always has the same bytes.
pub fn to_nfc(text: &str) -> String {
    text.nfc().collect()
}
