//! The requests of one upload that carry no bytes: create it, ask how it stands, take it away.
//! They decide nothing: what follows an answer is `domain::upload`'s to say.

use contract::Method;

use super::tus_request::{Hand, TusReply, TusRequest, send};
use super::{base64, clock, retry};

/// A request of headers alone that takes longer is lost, in milliseconds.
const LIMIT_MS: u32 = 30_000;
/// Headers, name and value.
type Headers = Vec<(&'static str, String)>;

/// Waits for the lock of a chunk just aborted, in milliseconds.
const LOCKED_MS: i32 = 400;

/// `Upload-Metadata`: names and values, each value in base64.
pub fn metadata(pairs: &[(&str, &str)]) -> String {
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

/// Takes an upload away from the server; `false` when it isn't known to be gone.
pub async fn remove(address: String, session: Headers) -> bool {
    let hand = Hand::default();
    // A chunk that was just aborted may still be locked for a moment.
    for _ in 0..5 {
        let request = headers_only(Method::Delete, address.clone(), session.clone());
        match send(request, &hand, |_| {}).await.status {
            200..300 | 404 | 410 => return true,
            423 => clock::wait_ms(LOCKED_MS).await,
            _ => return false,
        }
    }
    false
}

/// Creates an upload of `size` bytes.
pub(super) async fn create(
    at: &str,
    size: u64,
    metadata: &str,
    session: &Headers,
    hand: &Hand,
) -> TusReply {
    let mut headers = vec![
        ("Upload-Length", size.to_string()),
        ("Upload-Metadata", metadata.to_owned()),
    ];
    headers.extend_from_slice(session);
    let request = headers_only(Method::Post, at.to_owned(), headers);
    send(request, hand, |_| {}).await
}

/// Asks how much of an upload the server holds.
pub(super) async fn head(address: String, session: &Headers, hand: &Hand) -> TusReply {
    send(
        headers_only(Method::Head, address, session.clone()),
        hand,
        |_| {},
    )
    .await
}

fn headers_only(method: Method, url: String, headers: Headers) -> TusRequest {
    TusRequest {
        method,
        url,
        headers,
        body: None,
        limit_ms: LIMIT_MS,
    }
}

/// The server holds every byte and the answer with the sha-256 was lost: asks until it says.
pub(super) async fn ask_sha256(address: String, session: &Headers, hand: &Hand) -> Option<String> {
    let mut failures = 0;
    while !hand.is_stopped() {
        let reply = head(address.clone(), session, hand).await;
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

/// The last part of an upload's address.
pub(super) fn id_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or(address);
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
    fn the_id_of_an_upload_is_the_last_part_of_its_address() {
        assert_eq!(id_of("http://127.0.0.1:8080/api/uploads/u1"), "u1");
        assert_eq!(id_of("https://x.example/p/api/uploads/u-2/?a=1"), "u-2");
    }

    #[test]
    fn what_creation_says_of_a_file_is_in_base64() {
        let said = metadata(&[("filename", "Giấy.pdf"), ("component", "KQ1")]);
        assert_eq!(said, "filename R2nhuqV5LnBkZg==,component S1Ex");
    }
}
