//! Downloads a file in parts. If the connection breaks off, the download goes on with the part that is missing, so a large
//! file arrives over a bad connection too.

use contract::endpoint::Method;
use contract::endpoints::GET_DOSSIER_FILE;

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

/// Downloads a file of a dossier. `on_progress` gets the number of bytes that have arrived.
pub async fn download_file(
    api: Api,
    code: &str,
    id: &str,
    size: u64,
    on_progress: impl Fn(u64),
) -> Result<Vec<u8>, ClientError> {
    let url = api.url(&GET_DOSSIER_FILE, &[code, id]);
    let mut bytes: Vec<u8> = Vec::new();
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
            Ok(reply) if reply.status == 206 && !reply.bytes.is_empty() => {
                api.record_activity();
                tag = reply.tag;
                bytes.extend(reply.bytes);
                failures = 0;
                part = (part * 2).min(LARGEST_PART);
                on_progress(bytes.len() as u64);
                continue;
            }
            // The server has another version of the file, or something on the way has removed the range.
            Ok(reply) if reply.status == 200 => return complete(reply.bytes, size),
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
    complete(bytes, size)
}

/// The whole file. An error if it has another size than the dossier states.
fn complete(bytes: Vec<u8>, size: u64) -> Result<Vec<u8>, ClientError> {
    match bytes.len() as u64 == size {
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
