//! Unguessable values from the operating system's random generator: ids, session tokens, one-time codes.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::refusal::Refusal;

/// Number of characters of a session token.
const TOKEN_CHARS: usize = 43;

/// Returns `N` random bytes.
pub fn random_bytes<const N: usize>() -> Result<[u8; N], Refusal> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(Refusal::internal)?;
    Ok(bytes)
}

/// Returns an opaque id: 128 bits in 22 characters of `[A-Za-z0-9_-]`.
pub fn id() -> Result<String, Refusal> {
    Ok(URL_SAFE_NO_PAD.encode(random_bytes::<16>()?))
}

/// Returns a session token: 256 bits in 43 characters of `[A-Za-z0-9_-]`.
pub fn token() -> Result<String, Refusal> {
    Ok(URL_SAFE_NO_PAD.encode(random_bytes::<32>()?))
}

/// Whether a text has the form of a session token.
pub(crate) fn is_token(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    text.len() == TOKEN_CHARS && text.bytes().all(is_allowed)
}

/// Returns a uniformly distributed number from 0 to `bound - 1`.
pub fn number_below(bound: u32) -> Result<u32, Refusal> {
    let bound = bound.max(1);
    // Random numbers at or above this limit are discarded. Otherwise small results would be slightly more likely than
    // others.
    let limit = u32::MAX - u32::MAX % bound;
    loop {
        let number = u32::from_le_bytes(random_bytes()?);
        if number < limit {
            return Ok(number % bound);
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_and_tokens_are_long_and_unique() {
        let made: BTreeSet<String> = (0..1_000)
            .flat_map(|_| [id().unwrap(), token().unwrap()])
            .collect();
        assert_eq!(made.len(), 2_000);
        assert_eq!(made.iter().filter(|text| is_token(text)).count(), 1_000);
        let bits = |text: &String| URL_SAFE_NO_PAD.decode(text).unwrap().len() * 8;
        assert_eq!(made.iter().map(bits).min(), Some(128));
        assert_eq!(made.iter().map(bits).max(), Some(256));
    }

    #[test]
    fn below_returns_every_number_below_the_bound_and_no_other() {
        let drawn: BTreeSet<u32> = (0..1_000).map(|_| number_below(10).unwrap()).collect();
        assert!(drawn.into_iter().eq(0..10));
    }
}
