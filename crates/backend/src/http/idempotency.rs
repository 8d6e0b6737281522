//! `Idempotency-Key`: a client repeats a request with the same key when the response was lost, and the request takes
//! effect only once.
//!
//! A key belongs to one account. The same key with the same body returns the earlier result; with another body it is a
//! conflict.

use axum::http::HeaderMap;
use contract::limits::{IDEMPOTENCY_HEADER, IDEMPOTENCY_KEY_CHARS};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::refusal::Refusal;

/// A request that may be repeated.
#[derive(Clone, Debug)]
pub(crate) struct IdempotentRequest {
    /// The `Idempotency-Key`.
    pub(crate) key: String,
    /// sha-256 of the target and the body.
    pub(crate) body_hash: Vec<u8>,
}

impl IdempotentRequest {
    /// Reads the key from the headers and hashes the request. `target` is the id of the resource that the path names,
    /// if any.
    ///
    /// # Errors
    ///
    /// 428 without a key, 400 for a malformed one.
    pub(crate) fn from_headers(
        headers: &HeaderMap,
        target: &str,
        body: &impl Serialize,
    ) -> Result<IdempotentRequest, Refusal> {
        Ok(IdempotentRequest {
            key: key(headers)?,
            body_hash: hash(target, body)?,
        })
    }

    /// Returns the result of an earlier request with this key, if `body_hash` shows that it was the same request. 409
    /// otherwise.
    pub(crate) fn replay<T>(&self, earlier: T, body_hash: &[u8]) -> Result<T, Refusal> {
        (self.body_hash == body_hash)
            .then_some(earlier)
            .ok_or(Refusal::IdempotencyConflict)
    }
}

/// Reads and validates the key.
fn key(headers: &HeaderMap) -> Result<String, Refusal> {
    let header = headers
        .get(IDEMPOTENCY_HEADER)
        .ok_or(Refusal::PreconditionRequired(IDEMPOTENCY_HEADER))?;
    header
        .to_str()
        .ok()
        .filter(|key| {
            (1..=IDEMPOTENCY_KEY_CHARS).contains(&key.len()) && key.bytes().all(is_key_byte)
        })
        .map(str::to_owned)
        .ok_or_else(|| {
            Refusal::InvalidRequest(format!(
                "Idempotency-Key must be 1 to {IDEMPOTENCY_KEY_CHARS} letters, digits or dashes"
            ))
        })
}

fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}

/// sha-256 of the target and the body. They are separated by a zero byte, so that no other pair gives the same input.
fn hash(target: &str, body: &impl Serialize) -> Result<Vec<u8>, Refusal> {
    let mut hash = Sha256::new();
    hash.update(target);
    hash.update([0]);
    hash.update(serde_json::to_vec(body)?);
    Ok(hash.finalize().to_vec())
}
