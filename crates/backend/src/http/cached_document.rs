//! A JSON document that doesn't change while the backend runs. Its first request serialises, compresses and hashes it;
//! later requests use the result.

use std::io::{self, Write};
use std::sync::OnceLock;

use axum::body::Bytes;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::refusal::Refusal;

/// The cached responses of one document.
pub(crate) struct CachedDocument {
    /// The header `Cache-Control` of all responses.
    cache_control: &'static str,
    /// Empty until the first request.
    content: OnceLock<Content>,
}

/// A serialised and compressed document.
struct Content {
    json: Bytes,
    gzip: Bytes,
    /// A weak entity tag. It can't be strong, because the compressed and the plain response have different bytes but
    /// the same tag.
    etag: String,
}

impl CachedDocument {
    /// Creates a document that is not serialised yet.
    pub(crate) const fn new(cache_control: &'static str) -> CachedDocument {
        CachedDocument {
            cache_control,
            content: OnceLock::new(),
        }
    }

    /// Responds to a request with these headers. `value` is the document. It is serialised only at the first request, so
    /// every call must pass the same value.
    pub(crate) fn respond<T: Serialize + ?Sized>(
        &self,
        value: &T,
        request: &HeaderMap,
    ) -> Result<Response, Refusal> {
        let content = match self.content.get() {
            Some(content) => content,
            None => {
                let content = Content::new(value)?;
                self.content.get_or_init(|| content)
            }
        };
        Ok(content.respond(request, self.cache_control))
    }
}

impl Content {
    fn new<T: Serialize + ?Sized>(value: &T) -> io::Result<Content> {
        let json = serde_json::to_vec(value)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(&json)?;
        Ok(Content {
            etag: format!("W/\"{}\"", short_hash(&json)),
            gzip: gzip.finish()?.into(),
            json: json.into(),
        })
    }

    /// Builds the response to a request with these headers. 304 if the client already has this version. Otherwise
    /// returns the document, compressed if the client accepts gzip.
    fn respond(&self, request: &HeaderMap, cache_control: &str) -> Response {
        let caching = [
            (CACHE_CONTROL, cache_control),
            (VARY, "Accept-Encoding"),
            (ETAG, &self.etag),
        ];
        if matches_etag(request, &self.etag) {
            return (StatusCode::NOT_MODIFIED, caching).into_response();
        }
        let json = HeaderValue::from_static("application/json");
        if accepts_gzip(request) {
            let gzip = HeaderValue::from_static("gzip");
            let content = [(CONTENT_TYPE, json), (CONTENT_ENCODING, gzip)];
            (caching, content, self.gzip.clone()).into_response()
        } else {
            (caching, [(CONTENT_TYPE, json)], self.json.clone()).into_response()
        }
    }
}

/// The first 64 bits of the SHA-256 of these bytes, as hexadecimal digits.
fn short_hash(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Whether `If-None-Match` contains this entity tag. The comparison is weak (RFC 9110, 13.1.2).
fn matches_etag(request: &HeaderMap, etag: &str) -> bool {
    let opaque = etag.trim_start_matches("W/");
    request
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|tag| tag == "*" || tag.trim_start_matches("W/") == opaque)
}

/// Whether `Accept-Encoding` contains gzip, and not with `q=0`.
fn accepts_gzip(request: &HeaderMap) -> bool {
    request
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
            let is_refused = matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
            name.trim().eq_ignore_ascii_case("gzip") && !is_refused
        })
}
