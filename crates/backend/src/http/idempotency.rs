//! The header `Idempotency-Key`. If a response is lost, the client repeats the request with the same key, and the
//! backend performs the action only once.
//!
//! A key belongs to one account. A repeated request with the same key and the same body returns the earlier result. The
//! same key with another body is a conflict.

use axum::http::HeaderMap;
use contract::limits::{IDEMPOTENCY_HEADER, IDEMPOTENCY_KEY_CHARS};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::refusal::Refusal;

/// A request that the client may repeat.
#[derive(Clone, Debug)]
pub(crate) struct IdempotentRequest {
    /// Value of the header `Idempotency-Key`.
    pub(crate) key: String,
    /// SHA-256 of the request's target and body.
    pub(crate) body_hash: Vec<u8>,
}

impl IdempotentRequest {
    /// Reads the header `Idempotency-Key` and computes the hash of the request. `target` is the id of the resource in
    /// the request's path, or an empty text.
    ///
    /// # Errors
    ///
    /// 428 if the header is missing, 400 if it is malformed.
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

    /// Returns `earlier`, the result of an earlier request with the same key. 409 if the earlier request's `body_hash`
    /// shows that it was a different request.
    pub(crate) fn replay<T>(&self, earlier: T, body_hash: &[u8]) -> Result<T, Refusal> {
        (self.body_hash == body_hash)
            .then_some(earlier)
            .ok_or(Refusal::IdempotencyConflict)
    }
}

/// Reads the header `Idempotency-Key` and validates its value.
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

/// SHA-256 of the target and the body of a request. A zero byte separates the two, so that different pairs never have
/// the same input.
fn hash(target: &str, body: &impl Serialize) -> Result<Vec<u8>, Refusal> {
    let mut hash = Sha256::new();
    hash.update(target);
    hash.update([0]);
    hash.update(serde_json::to_vec(body)?);
    Ok(hash.finalize().to_vec())
}
