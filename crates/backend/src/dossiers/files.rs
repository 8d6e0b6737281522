//! Returns the bytes of a dossier's files, also in parts, so that a download over a bad connection can go on where it
//! broke off. The bytes are never changed: a digital signature covers each of them.

use std::io::SeekFrom;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use contract::dossier::ResultFile;
use futures_util::stream;
use serde::Deserialize;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt};

use super::file_store;
use crate::auth::extractors::Citizen;
use crate::http::byte_range::ByteRange;
use crate::http::extract::{Path, Query};
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::attachment_files;

/// The number of bytes that are read from disk at once.
const PIECE: usize = 64 * 1024;
/// The content security policy of a file. A file contains no scripts, but the browser's own viewer of PDF files counts as
/// an object, and its viewer of pictures has an inline style.
const FILE_POLICY: &str = "default-src 'none'; object-src 'self'; img-src 'self'; \
                           style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// Query `?download=true`.
#[derive(Deserialize)]
pub(super) struct FileQuery {
    #[serde(default)]
    download: bool,
}

/// `GET /dossiers/{code}/files/{id}`: returns a file, or the part that `Range` asks for. 416 if the part begins after the
/// end of the file.
pub(super) async fn read_file(
    State(state): State<AppState>,
    citizen: Citizen,
    Path((code, id)): Path<(String, String)>,
    Query(query): Query<FileQuery>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let file = state
        .store
        .run(move |transaction| file_store::find(transaction, citizen.account_id, &code, &id))
        .await?;
    let tag = format!("\"{}\"", file.sha256);
    if is_current_copy(&headers, &tag) {
        return Ok((
            StatusCode::NOT_MODIFIED,
            file_headers(&file, &tag, query.download)?,
        )
            .into_response());
    }
    let range = match is_same_file(&headers, &tag) {
        true => ByteRange::parse(text(&headers, &header::RANGE), file.size),
        false => ByteRange::Whole,
    };
    let (status, first, count) = match range {
        ByteRange::Whole => (StatusCode::OK, 0, file.size),
        ByteRange::Part { first, last } => (StatusCode::PARTIAL_CONTENT, first, last - first + 1),
        ByteRange::Unsatisfiable => return Err(Refusal::UnsatisfiableRange { size: file.size }),
    };
    let mut response_headers = file_headers(&file, &tag, query.download)?;
    response_headers.insert(header::CONTENT_LENGTH, HeaderValue::from(count));
    if status == StatusCode::PARTIAL_CONTENT {
        let last = first + count - 1;
        let part = format!("bytes {first}-{last}/{}", file.size);
        response_headers.insert(header::CONTENT_RANGE, header_value(&part)?);
    }
    let mut bytes = File::open(attachment_files::path(&state.files_dir, &file.id)).await?;
    bytes.seek(SeekFrom::Start(first)).await?;
    Ok((status, response_headers, stream_bytes(bytes, count)).into_response())
}

/// The body with the next `count` bytes of a file. If the file is shorter, the connection breaks off, so that the client
/// doesn't take the response for complete.
fn stream_bytes(file: File, count: u64) -> Body {
    let pieces = stream::try_unfold((file, count), |(mut file, left)| async move {
        if left == 0 {
            return Ok(None);
        }
        let wanted = usize::try_from(left).map_or(PIECE, |left| left.min(PIECE));
        let mut piece = vec![0; wanted];
        let read = file.read(&mut piece).await?;
        if read == 0 {
            return Err(std::io::Error::from(std::io::ErrorKind::UnexpectedEof));
        }
        piece.truncate(read);
        let left = left.saturating_sub(read as u64);
        Ok(Some((Bytes::from(piece), (file, left))))
    });
    Body::from_stream(pieces)
}

/// The headers of every response with this file.
fn file_headers(file: &ResultFile, tag: &str, download: bool) -> Result<HeaderMap, Refusal> {
    let disposition = content_disposition(&file.name, download);
    Ok(HeaderMap::from_iter([
        (header::CONTENT_TYPE, header_value(&file.media_type)?),
        (header::CONTENT_DISPOSITION, header_value(&disposition)?),
        (header::ETAG, header_value(tag)?),
        (header::ACCEPT_RANGES, HeaderValue::from_static("bytes")),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(FILE_POLICY),
        ),
    ]))
}

fn header_value(text: &str) -> Result<HeaderValue, Refusal> {
    HeaderValue::try_from(text).map_err(Refusal::internal)
}

/// The value of `Content-Disposition` (RFC 6266): the name in ASCII for old browsers, and the whole name in UTF-8.
fn content_disposition(name: &str, download: bool) -> String {
    let kind = if download { "attachment" } else { "inline" };
    let ascii: String = name
        .chars()
        .map(|letter| match letter {
            letter if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | ' ') => letter,
            _ => '_',
        })
        .collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("{kind}; filename=\"{ascii}\"; filename*=UTF-8''{encoded}")
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Whether the client has the file already (`If-None-Match`).
fn is_current_copy(headers: &HeaderMap, tag: &str) -> bool {
    let known = text(headers, &header::IF_NONE_MATCH).unwrap_or_default();
    known
        .split(',')
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == tag || known == "*")
}

/// Whether a part may be returned: the client names no version of the file, or the current one. The comparison is strong,
/// because parts of two versions must never be joined.
fn is_same_file(headers: &HeaderMap, tag: &str) -> bool {
    text(headers, &header::IF_RANGE).is_none_or(|known| known.trim() == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_file_for_old_and_new_browsers() {
        assert_eq!(
            content_disposition("Trích lục \"1\".pdf", false),
            "inline; filename=\"Tr_ch l_c _1_.pdf\"; filename*=UTF-8''Tr%C3%ADch%20l%E1%BB%A5c%20%221%22.pdf"
        );
        assert!(
            content_disposition("a\r\nb.pdf", true)
                .starts_with("attachment; filename=\"a__b.pdf\";")
        );
    }
}
