//! The headers of tus 1.0 in requests and responses.

use axum::extract::State;
use axum::http::header::{HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use contract::limits::TUS_VERSION;
use contract::number::MAX_SAFE_INTEGER;

pub(super) use crate::clock::http_date;
use crate::refusal::Refusal;
use crate::state::AppState;

/// The header `Tus-Resumable`: the version of the tus protocol. Every request and response contains it.
pub(super) const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
/// The header `Upload-Offset`. In a response, it is the number of bytes that the server has received. In a request, it
/// is the offset at which the chunk starts.
pub(super) const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
/// The header `Upload-Length`: the total length of the file, in bytes.
pub(super) const LENGTH: HeaderName = HeaderName::from_static("upload-length");
/// The header `Upload-Metadata`: the name, type, component and id of the file, as the client states them.
pub(super) const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
/// The header `Upload-Expires`: the time at which an unfinished upload is deleted.
pub(super) const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
/// The header `Motcua-Sha256`: the SHA-256 of a complete upload, in hexadecimal digits. Its name is the same as
/// [`contract::limits::SHA256_HEADER`].
pub(super) const SHA256: HeaderName = HeaderName::from_static("motcua-sha256");
/// The media type of a chunk in a `PATCH` request.
pub(super) const CHUNK_MEDIA_TYPE: &str = "application/offset+octet-stream";

/// Returns 412 unless the header `Tus-Resumable` contains the supported version.
pub(super) fn require_version(headers: &HeaderMap) -> Result<(), Refusal> {
    match headers.get(RESUMABLE) {
        Some(version) if version == TUS_VERSION => Ok(()),
        _ => Err(Refusal::TusVersion),
    }
}

/// Parses a header whose value is a number of bytes.
pub(super) fn parse_bytes(headers: &HeaderMap, name: &HeaderName) -> Result<u64, Refusal> {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|text| text.parse().ok())
        .filter(|number| *number <= MAX_SAFE_INTEGER)
        .ok_or_else(|| Refusal::InvalidRequest(format!("{name} must be a number of bytes")))
}

/// `OPTIONS`: returns the supported tus version, the extensions and the maximum size of a file.
pub(super) async fn options(State(state): State<AppState>) -> Response {
    let largest = state.config.uploads.max_bytes.to_string();
    let spoken = [
        ("tus-version", TUS_VERSION),
        ("tus-extension", "creation,termination,expiration"),
        ("tus-max-size", largest.as_str()),
    ];
    (StatusCode::NO_CONTENT, spoken).into_response()
}

/// Adds the header `Tus-Resumable` to every response. This includes errors.
pub(super) async fn name_version(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert(RESUMABLE, HeaderValue::from_static(TUS_VERSION));
    response
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn rejects_lengths_that_are_not_numbers() {
        for text in [
            "",
            "-1",
            "+1",
            "1.5",
            "0x10",
            " ",
            "9007199254740992",
            "9223372036854775808",
            "99999999999999999999",
        ] {
            let headers = HeaderMap::from_iter([(LENGTH, HeaderValue::from_str(text).unwrap())]);
            assert!(parse_bytes(&headers, &LENGTH).is_err(), "{text}");
        }
        assert!(parse_bytes(&HeaderMap::new(), &LENGTH).is_err());
    }

    #[test]
    fn formats_the_expiry_as_an_http_date() {
        assert_eq!(http_date(1_795_318_200), "Sun, 22 Nov 2026 03:30:00 GMT");
    }

    #[test]
    fn the_sha256_header_name_matches_the_contract() {
        assert!(
            SHA256
                .as_str()
                .eq_ignore_ascii_case(contract::limits::SHA256_HEADER)
        );
    }
}
