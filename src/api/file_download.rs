//! Downloads a file in parts. If the connection breaks off, the download goes on with the part that is missing, so a large
//! file arrives over a bad connection too. The file is complete only if it has the SHA-256 that the dossier states.

use contract::endpoint::Method;
use contract::endpoints::GET_DOSSIER_FILE;
use domain::sha256::{Sha256Parts, sha256_hex};

use super::client::Api;
use super::error::ClientError;
use super::response::into_result;
use crate::browser::http::{self, HttpError, HttpReply, HttpRequest, PartReply};
use crate::browser::retry;

/// The size of the first part, in bytes. On a 2G connection it takes about a minute.
const FIRST_PART: u64 = 256 * 1024;
/// The size of the largest part, in bytes.
const LARGEST_PART: u64 = 4 * 1024 * 1024;
/// The size of the smallest part, in bytes.
const SMALLEST_PART: u64 = 64 * 1024;
/// How long a part may take, in milliseconds: until the response begins, and again until its body is complete.
const PART_MS: i32 = 60_000;
/// Give up after this many failures in a row.
const MAX_FAILURES: usize = 8;

/// A file of a dossier, as the dossier states it.
#[derive(Clone, Copy, Debug)]
pub struct FileSource<'a> {
    /// Code of the dossier.
    pub code: &'a str,
    /// Id of the file.
    pub id: &'a str,
    /// Size of the file, in bytes.
    pub size: u64,
    /// SHA-256 of the file, 64 lower-case hex digits.
    pub sha256: &'a str,
}

/// Downloads a file of a dossier. `on_progress` gets the number of bytes that have arrived.
///
/// # Errors
///
/// The error of the last request, or [`ClientError::Unreadable`] if what has arrived isn't the file that the dossier states.
pub async fn download_file(
    api: Api,
    file: FileSource<'_>,
    on_progress: impl Fn(u64),
) -> Result<Vec<u8>, ClientError> {
    let size = file.size;
    let url = api.url(&GET_DOSSIER_FILE, &[file.code, file.id]);
    let mut bytes: Vec<u8> = Vec::new();
    let mut hash = Sha256Parts::default();
    let mut tag = String::new();
    let mut part = FIRST_PART;
    let mut failures = 0;
    while (bytes.len() as u64) < size {
        let first = bytes.len() as u64;
        let last = first.saturating_add(part).min(size) - 1;
        let request = HttpRequest {
            method: Method::Get,
            url: url.clone(),
            headers: api.authorization(),
            body: None,
            cookies: !api.is_cross_origin(),
            keepalive: false,
            limit_ms: PART_MS,
        };
        let error = match http::fetch_part(request, (first, last), &tag).await {
            Ok(reply) if reply.status == 206 && !continues(&reply, first, size, &tag) => {
                ClientError::Unreadable
            }
            Ok(reply) if reply.status == 206 => {
                api.record_activity();
                tag = reply.tag;
                hash.add(&reply.bytes);
                bytes.extend(reply.bytes);
                failures = 0;
                part = (part * 2).min(LARGEST_PART);
                on_progress(bytes.len() as u64);
                continue;
            }
            // The server has another version of the file, or something on the way has removed the range.
            Ok(reply) if reply.status == 200 => {
                let sha256 = sha256_hex(&reply.bytes);
                return complete(reply.bytes, &sha256, file);
            }
            Ok(reply) => match refusal(reply) {
                ClientError::SessionExpired if api.reauthenticate().await => continue,
                error => error,
            },
            Err(HttpError::Unreachable) => ClientError::Offline,
            Err(HttpError::TimedOut) => ClientError::TimedOut,
        };
        failures += 1;
        if !error.is_transient() || failures > MAX_FAILURES {
            return Err(error);
        }
        part = (part / 2).max(SMALLEST_PART);
        retry::wait(failures).await;
    }
    complete(bytes, &hash.finish(), file)
}

/// Whether a part goes on where the last one ended, and is of the same file. A response that doesn't say so counts as the
/// part that was asked for: a backend on another origin may hide its headers, and the hash of the whole file decides.
fn continues(part: &PartReply, first: u64, size: u64, tag: &str) -> bool {
    let is_same_version = tag.is_empty() || part.tag.is_empty() || part.tag == tag;
    let is_same_place = part.range.is_empty() || starts_at(&part.range, first, size);
    !part.bytes.is_empty() && is_same_version && is_same_place
}

/// Whether a header `Content-Range` (RFC 9110, section 14.4) names a part that begins at `first`, of a file of `size` bytes.
fn starts_at(range: &str, first: u64, size: u64) -> bool {
    let part = range.trim().strip_prefix("bytes ");
    let Some((part, whole)) = part.and_then(|part| part.split_once('/')) else {
        return false;
    };
    let begin = part
        .split_once('-')
        .and_then(|(begin, _)| begin.parse().ok());
    begin == Some(first) && (whole == "*" || whole.parse() == Ok(size))
}

/// The whole file. An error if it isn't the file that the dossier states.
fn complete(bytes: Vec<u8>, sha256: &str, file: FileSource) -> Result<Vec<u8>, ClientError> {
    match bytes.len() as u64 == file.size && sha256.eq_ignore_ascii_case(file.sha256) {
        true => Ok(bytes),
        false => Err(ClientError::Unreadable),
    }
}

/// Why the backend, or something on the way, has refused a part.
fn refusal(reply: PartReply) -> ClientError {
    let reply = HttpReply {
        is_overridden: false,
        status: reply.status,
        text: String::from_utf8_lossy(&reply.bytes).into_owned(),
    };
    match into_result(Ok(reply)) {
        Ok(_) => ClientError::Unreadable,
        Err(error) => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_another_file_or_of_another_place_is_refused() {
        for (tag, range, expected) in [
            ("\"a\"", "bytes 4-9/20", true),
            ("\"a\"", "bytes 4-9/*", true),
            ("", "", true),
            ("\"b\"", "bytes 4-9/20", false),
            ("", "bytes 0-9/20", false),
            ("", "bytes 4-9/21", false),
            ("", "bytes */20", false),
            ("", "items 4-9/20", false),
        ] {
            let part = PartReply {
                status: 206,
                tag: tag.to_owned(),
                range: range.to_owned(),
                bytes: vec![1],
            };
            assert_eq!(continues(&part, 4, 20, "\"a\""), expected, "{tag} {range}");
        }
        let empty = PartReply {
            status: 206,
            tag: String::new(),
            range: String::new(),
            bytes: Vec::new(),
        };
        assert!(!continues(&empty, 4, 20, ""));
    }

    #[test]
    fn a_file_with_another_content_is_refused_although_its_size_is_right() {
        let sha256 = sha256_hex(b"right");
        let file = FileSource {
            code: "H50-1",
            id: "f-1",
            size: 5,
            sha256: &sha256,
        };
        let outcome = |bytes: &[u8]| complete(bytes.to_vec(), &sha256_hex(bytes), file);
        assert_eq!(outcome(b"right"), Ok(b"right".to_vec()));
        assert_eq!(outcome(b"wrong"), Err(ClientError::Unreadable));
        assert_eq!(outcome(b"righ"), Err(ClientError::Unreadable));
    }
}
