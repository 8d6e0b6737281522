//! Browsers on which an account has signed in before. A cookie with a random token marks them. The mark gives no access:
//! it only gives the browser its own count of wrong passwords, so that a stranger who tries wrong passwords elsewhere
//! can't keep the owner from signing in (OWASP, «device cookies»).
//!
//! A shared device gets no mark, and neither does an app on another origin, which sends no cookies.

use axum::http::HeaderMap;
use rusqlite::{OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

use super::credential::cookies;
use super::random;
use crate::config::Config;
use crate::refusal::Refusal;

/// How long a browser stays known after its last sign-in, in seconds: about a year.
pub(crate) const KNOWN_SECONDS: i64 = 400 * 24 * 3600;

/// The hash of the token that marks a browser. It isn't checked yet: the token may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DeviceMark([u8; 32]);

impl DeviceMark {
    /// Reads the mark of the browser from the cookies of a request.
    pub(crate) fn from_headers(headers: &HeaderMap, config: &Config) -> Option<DeviceMark> {
        let mut cookies = cookies(headers, device_cookie_name(config));
        let token = cookies.next()?;
        cookies
            .next()
            .is_none()
            .then(|| DeviceMark::of_token(token))
    }

    /// The mark as the key of a rate limit.
    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn of_token(token: &str) -> DeviceMark {
        DeviceMark(
            Sha256::new_with_prefix("device ")
                .chain_update(token)
                .finalize()
                .into(),
        )
    }
}

/// Name of the cookie that marks a known device.
pub(crate) fn device_cookie_name(config: &Config) -> &'static str {
    if config.secure_cookies {
        "__Host-device"
    } else {
        "device"
    }
}

/// Whether the account has signed in on this device before.
pub(crate) fn is_known(
    transaction: &Transaction<'_>,
    mark: DeviceMark,
    account_id: i64,
    now: i64,
) -> Result<bool, Refusal> {
    let known = transaction.query_row(
        "SELECT 1 FROM known_devices WHERE token_hash = ?1 AND account_id = ?2 AND used_at > ?3",
        params![mark.0, account_id, now - KNOWN_SECONDS],
        |_| Ok(()),
    );
    Ok(known.optional()?.is_some())
}

/// Records that the account has signed in on this device, and returns the new token of the device. The former token is
/// replaced, so a token that somebody else has put into the browser becomes useless. Other accounts that are known on
/// the device stay known.
pub(crate) fn remember(
    transaction: &Transaction<'_>,
    former: Option<DeviceMark>,
    account_id: i64,
    now: i64,
) -> Result<String, Refusal> {
    let token = random::token()?;
    let mark = DeviceMark::of_token(&token);
    transaction.execute(
        "DELETE FROM known_devices WHERE used_at <= ?1",
        [now - KNOWN_SECONDS],
    )?;
    if let Some(former) = former {
        transaction.execute(
            "UPDATE known_devices SET token_hash = ?2 WHERE token_hash = ?1",
            params![former.0, mark.0],
        )?;
    }
    transaction.execute(
        "INSERT INTO known_devices (token_hash, account_id, used_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (token_hash, account_id) DO UPDATE SET used_at = ?3",
        params![mark.0, account_id, now],
    )?;
    Ok(token)
}

/// Forgets a device that several people use.
pub(crate) fn forget(transaction: &Transaction<'_>, mark: DeviceMark) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM known_devices WHERE token_hash = ?1",
        params![mark.0],
    )?;
    Ok(())
}
