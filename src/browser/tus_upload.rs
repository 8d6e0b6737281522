//! The upload requests that contain no bytes of the file. They create an upload, ask how many bytes the server has
//! received, and delete an upload. `domain::upload` decides what to do after each response.

use contract::Method;

use super::http::Headers;
use super::upload_request::{UploadControl, UploadReply, UploadRequest, send_upload_request};
use super::{base64, clock, retry};

/// The time limit of a request without a body, in milliseconds.
const LIMIT_MS: i32 = 60_000;

/// The delay before a refused deletion of an upload is tried again, in milliseconds. The server refuses the deletion
/// while it still processes an aborted request of the same upload.
const LOCKED_MS: i32 = 400;

/// Encodes the header `Upload-Metadata` (tus 1.0): pairs of name and value, with each value in base64.
pub(super) fn metadata(pairs: &[(&str, String)]) -> String {
    let mut text = String::new();
    for (name, value) in pairs {
        if !text.is_empty() {
            text.push(',');
        }
        text.push_str(name);
        text.push(' ');
        text.push_str(&base64::encode(value));
    }
    text
}

/// Deletes an upload on the server. Returns `false` if the server didn't confirm the deletion.
pub async fn delete_upload(url: String, session: Headers) -> bool {
    let control = UploadControl::default();
    // The server may still process an aborted request of this upload, and responds with 423 meanwhile.
    for _ in 0..5 {
        let request = headers_only(Method::Delete, url.clone(), session.clone());
        match send_upload_request(request, &control, |_| {}).await.status {
            200..300 | 404 | 410 => return true,
            423 => clock::wait_ms(LOCKED_MS).await,
            _ => return false,
        }
    }
    false
}

/// Creates an upload of `size` bytes on the server.
pub(super) async fn create_upload(
    at: &str,
    size: u64,
    metadata: &str,
    session: &Headers,
    control: &UploadControl,
) -> UploadReply {
    let mut headers = vec![
        ("Upload-Length", size.to_string()),
        ("Upload-Metadata", metadata.to_owned()),
    ];
    headers.extend_from_slice(session);
    let request = headers_only(Method::Post, at.to_owned(), headers);
    send_upload_request(request, control, |_| {}).await
}

/// Asks the server for the offset of an upload: how many bytes it has received.
pub(super) async fn request_offset(
    url: String,
    session: &Headers,
    control: &UploadControl,
) -> UploadReply {
    send_upload_request(
        headers_only(Method::Head, url, session.clone()),
        control,
        |_| {},
    )
    .await
}

fn headers_only(method: Method, url: String, headers: Headers) -> UploadRequest {
    UploadRequest {
        method,
        url,
        headers,
        body: None,
        limit_ms: LIMIT_MS,
    }
}

/// Asks for the sha-256 checksum of a finished upload, and repeats the request until the server responds. Needed if the
/// app didn't get the checksum with the response to the last chunk of the file, for example because that response was
/// lost.
pub(super) async fn ask_sha256(
    url: String,
    session: &Headers,
    control: &UploadControl,
) -> Option<String> {
    let mut failures = 0;
    while !control.is_stopped() {
        let reply = request_offset(url.clone(), session, control).await;
        match reply.status {
            0 | 429 | 500.. => {
                failures += 1;
                retry::wait(failures).await;
            }
            _ => return reply.sha256,
        }
    }
    None
}

/// Extracts the id of an upload from its URL. The id is the last segment of the path.
pub(super) fn id_of(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    path.trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_id_from_the_end_of_a_url() {
        assert_eq!(id_of("http://127.0.0.1:8080/api/uploads/u1"), "u1");
        assert_eq!(id_of("https://x.example/p/api/uploads/u-2/?a=1"), "u-2");
    }

    #[test]
    fn encodes_metadata_in_base64() {
        let pairs = [("filename", "Giấy.pdf"), ("component", "KQ1")];
        let header = metadata(&pairs.map(|(name, value)| (name, value.to_owned())));
        assert_eq!(header, "filename R2nhuqV5LnBkZg==,component S1Ex");
    }
}
