//! A JSON document that doesn't change while the backend runs. It is serialised, compressed and hashed only once.

use std::io::{self, Write};

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

/// A serialised and compressed document, ready for responses.
pub(crate) struct CachedDocument {
    json: Bytes,
    gzip: Bytes,
    /// A weak entity tag. It can't be strong, because the compressed and the plain response have different bytes but
    /// the same tag.
    etag: String,
    cache_control: &'static str,
}

impl CachedDocument {
    /// Serialises and compresses `value`. `cache_control` becomes the header `Cache-Control` of all responses.
    ///
    /// # Errors
    ///
    /// `value` can't be serialised as JSON.
    pub(crate) fn new<T: Serialize + ?Sized>(
        value: &T,
        cache_control: &'static str,
    ) -> io::Result<CachedDocument> {
        let json = serde_json::to_vec(value)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(&json)?;
        Ok(CachedDocument {
            etag: format!("W/\"{}\"", short_hash(&json)),
            gzip: gzip.finish()?.into(),
            json: json.into(),
            cache_control,
        })
    }

    /// Builds the response to a request with these headers. 304 if the client already has this version. Otherwise
    /// returns the document, compressed if the client accepts gzip.
    pub(crate) fn respond(&self, request: &HeaderMap) -> Response {
        let caching = [
            (CACHE_CONTROL, self.cache_control),
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
