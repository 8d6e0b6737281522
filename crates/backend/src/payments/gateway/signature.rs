//! Signatures of the messages between the backend and the gateway: HMAC-SHA-256 with a key that only they know.
//!
//! A message has the time of sending, a random number (nonce) and a signature of both, of the request's target and of the
//! body. So nobody else can make a message, change it, send it again, send it to another target, or keep it for later.

use axum::http::HeaderMap;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::auth::random;
use crate::refusal::Refusal;

/// Header with the time of sending, in Unix seconds.
pub const TIMESTAMP_HEADER: &str = "Gateway-Timestamp";
/// Header with a random text that no other message has.
pub const NONCE_HEADER: &str = "Gateway-Nonce";
/// Header with the signature: 64 lower-case hex digits.
pub const SIGNATURE_HEADER: &str = "Gateway-Signature";

/// How much the clocks of both sides may differ, and how long a message may be on its way, in seconds.
const MAX_AGE_SECONDS: i64 = 300;
/// Length of a random text, in characters.
const NONCE_CHARS: core::ops::RangeInclusive<usize> = 16..=64;

/// The key that the backend and the gateway share. It is never printed.
#[derive(Clone)]
pub struct GatewayKey(Vec<u8>);

/// The headers of a signed message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedMessage {
    /// Time of sending, in Unix seconds.
    pub timestamp: i64,
    /// The random text.
    pub nonce: String,
    /// The signature in hex digits.
    pub signature: String,
}

/// Why a message isn't accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// A header is missing or malformed.
    #[error("a signature header is missing or malformed")]
    Missing,
    /// The signature doesn't belong to this message and key.
    #[error("the signature is wrong")]
    Forged,
    /// The message is too old, or comes from the future.
    #[error("the message is too old or too new")]
    Late,
}

impl GatewayKey {
    /// A key of these bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> GatewayKey {
        GatewayKey(bytes.into())
    }

    /// Signs a message that is sent at the time `now`. `target` is the method and path of the request.
    ///
    /// # Errors
    ///
    /// An internal refusal if the system has no random numbers.
    pub fn sign(&self, target: &str, body: &[u8], now: i64) -> Result<SignedMessage, Refusal> {
        let nonce = random::id()?;
        let mac = self.mac(target, body, now, &nonce);
        let mac = mac.ok_or_else(|| Refusal::internal("the key can't be used"))?;
        let signature = mac.finalize().into_bytes();
        Ok(SignedMessage {
            timestamp: now,
            nonce,
            signature: domain::hex::to_hex(&signature),
        })
    }

    /// Verifies a message that arrives at the time `now`.
    ///
    /// # Errors
    ///
    /// [`SignatureError`]. The signature is compared first, so that a stranger learns nothing about the clock.
    pub fn verify(
        &self,
        headers: &HeaderMap,
        target: &str,
        body: &[u8],
        now: i64,
    ) -> Result<SignedMessage, SignatureError> {
        let message = SignedMessage::read(headers).ok_or(SignatureError::Missing)?;
        let signature = from_hex(&message.signature).ok_or(SignatureError::Missing)?;
        self.mac(target, body, message.timestamp, &message.nonce)
            .and_then(|mac| mac.verify_slice(&signature).ok())
            .ok_or(SignatureError::Forged)?;
        match now.abs_diff(message.timestamp) <= MAX_AGE_SECONDS.unsigned_abs() {
            true => Ok(message),
            false => Err(SignatureError::Late),
        }
    }

    fn mac(&self, target: &str, body: &[u8], timestamp: i64, nonce: &str) -> Option<Hmac<Sha256>> {
        // This can't fail: HMAC accepts keys of any length, although the function's signature allows an error.
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.0).ok()?;
        for part in [target, &timestamp.to_string(), nonce] {
            mac.update(part.as_bytes());
            mac.update(b"\n");
        }
        mac.update(body);
        Some(mac)
    }
}

impl SignedMessage {
    /// The names and values of the headers.
    pub fn headers(&self) -> [(&'static str, String); 3] {
        [
            (TIMESTAMP_HEADER, self.timestamp.to_string()),
            (NONCE_HEADER, self.nonce.clone()),
            (SIGNATURE_HEADER, self.signature.clone()),
        ]
    }

    fn read(headers: &HeaderMap) -> Option<SignedMessage> {
        let text = |name: &str| headers.get(name)?.to_str().ok();
        let nonce = text(NONCE_HEADER)?;
        NONCE_CHARS.contains(&nonce.len()).then_some(SignedMessage {
            timestamp: text(TIMESTAMP_HEADER)?.parse().ok()?,
            nonce: nonce.to_owned(),
            signature: text(SIGNATURE_HEADER)?.to_owned(),
        })
    }
}

/// Reads an even number of hex digits.
fn from_hex(text: &str) -> Option<Vec<u8>> {
    let is_hex = text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let pairs = (0..text.len()).step_by(2);
    let byte = |start| u8::from_str_radix(text.get(start..start + 2)?, 16).ok();
    is_hex.then(|| pairs.filter_map(byte).collect())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    const NOW: i64 = 1_795_310_400;
    const TARGET: &str = "POST /payment-callbacks";
    const BODY: &[u8] = br#"{"order":"a","amount":8000}"#;

    fn headers(message: &SignedMessage) -> HeaderMap {
        let pairs = message.headers().into_iter().map(|(name, value)| {
            let name: HeaderName = name.parse().unwrap();
            (name, HeaderValue::try_from(value).unwrap())
        });
        pairs.collect()
    }

    fn key() -> GatewayKey {
        GatewayKey::new(*b"a key of the test")
    }

    #[test]
    fn accepts_what_it_signed_for_five_minutes() {
        let message = key().sign(TARGET, BODY, NOW).unwrap();
        let at = |now| key().verify(&headers(&message), TARGET, BODY, now);
        assert_eq!(at(NOW), Ok(message.clone()));
        assert_eq!(at(NOW + MAX_AGE_SECONDS), Ok(message.clone()));
        assert_eq!(at(NOW + MAX_AGE_SECONDS + 1), Err(SignatureError::Late));
        assert_eq!(at(NOW - MAX_AGE_SECONDS - 1), Err(SignatureError::Late));
    }

    #[test]
    fn refuses_a_message_that_somebody_changed() {
        let message = key().sign(TARGET, BODY, NOW).unwrap();
        let other_amount = br#"{"order":"a","amount":9000}"#;
        for (target, body) in [(TARGET, &other_amount[..]), ("POST /orders", BODY)] {
            let verified = key().verify(&headers(&message), target, body, NOW);
            assert_eq!(verified, Err(SignatureError::Forged));
        }
        for changed in [
            SignedMessage {
                timestamp: NOW + 1,
                ..message.clone()
            },
            SignedMessage {
                nonce: "another-nonce-1234".to_owned(),
                ..message.clone()
            },
            SignedMessage {
                signature: "00".repeat(32),
                ..message.clone()
            },
            SignedMessage {
                signature: String::new(),
                ..message.clone()
            },
        ] {
            let verified = key().verify(&headers(&changed), TARGET, BODY, NOW);
            assert_eq!(verified, Err(SignatureError::Forged), "{changed:?}");
        }
        let stranger = GatewayKey::new(*b"another key");
        let verified = stranger.verify(&headers(&message), TARGET, BODY, NOW);
        assert_eq!(verified, Err(SignatureError::Forged));
    }

    #[test]
    fn refuses_a_message_without_signature() {
        let message = key().sign(TARGET, BODY, NOW).unwrap();
        for name in [TIMESTAMP_HEADER, NONCE_HEADER, SIGNATURE_HEADER] {
            let mut headers = headers(&message);
            headers.remove(name);
            let verified = key().verify(&headers, TARGET, BODY, NOW);
            assert_eq!(verified, Err(SignatureError::Missing), "{name}");
        }
        let odd = SignedMessage {
            signature: "0g".to_owned(),
            ..message
        };
        let verified = key().verify(&headers(&odd), TARGET, BODY, NOW);
        assert_eq!(verified, Err(SignatureError::Missing));
    }
}
