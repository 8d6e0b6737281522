//! Browsers on which an account has signed in before. A cookie with a random token marks them. The mark gives no access:
//! it only gives the browser its own count of wrong passwords for this account, so that a stranger who tries wrong
//! passwords elsewhere can't keep the owner from signing in (OWASP, «device cookies»).
//!
//! This count replaces those of the identifier and of the IP address. It is the same for all identifiers of the account,
//! and stays when the browser gets a new mark. A right password of another account that is known in the browser doesn't
//! change it. Attempts from known browsers still count towards the total of all sign-ins.
//!
//! A new password makes all browsers unknown, except the one in which it was set.
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

    fn of_token(token: &str) -> DeviceMark {
        DeviceMark(
            Sha256::new_with_prefix("device ")
                .chain_update(token)
                .finalize()
                .into(),
        )
    }
}

/// An account together with a browser on which it has signed in before. Wrong passwords are counted under this key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KnownDevice(i64);

impl KnownDevice {
    /// The key of the count, as text.
    pub(crate) fn key(self) -> String {
        self.0.to_string()
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

/// Finds the device if the account has signed in on it before.
pub(crate) fn find(
    transaction: &Transaction<'_>,
    mark: DeviceMark,
    account_id: i64,
    now: i64,
) -> Result<Option<KnownDevice>, Refusal> {
    let known = transaction.query_row(
        "SELECT id FROM known_devices WHERE token_hash = ?1 AND account_id = ?2 AND used_at > ?3",
        params![mark.0, account_id, now - KNOWN_SECONDS],
        |row| row.get(0).map(KnownDevice),
    );
    Ok(known.optional()?)
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

/// Forgets the devices of an account that got a new password, except the one on which it was set.
pub(crate) fn forget_others(
    transaction: &Transaction<'_>,
    account_id: i64,
    current: Option<DeviceMark>,
) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM known_devices WHERE account_id = ?1 AND token_hash IS NOT ?2",
        params![account_id, current.map(|mark| mark.0)],
    )?;
    Ok(())
}

/// Forgets a device that several people use.
pub(crate) fn forget(transaction: &Transaction<'_>, mark: DeviceMark) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM known_devices WHERE token_hash = ?1",
        params![mark.0],
    )?;
    Ok(())
}
