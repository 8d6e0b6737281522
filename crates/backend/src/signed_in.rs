//! Who is asking: the session cookie turned into a citizen, or 401. A handler that takes [`Citizen`]
//! can't be reached without a session; whose things it touches it must still check by `account_id`.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use contract::account::Account;
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::account_store::{self, COLUMN_COUNT, COLUMNS};
use crate::config::Config;
use crate::refusal::Refusal;
use crate::state::AppState;

/// A session ends after so long without a request.
pub const IDLE_SECONDS: u32 = 30 * 60;
/// A session ends after so long in any case.
pub const LIFE_SECONDS: i64 = 12 * 3600;

/// The signed-in citizen of this request.
#[derive(Clone)]
pub struct Citizen {
    /// The account's key in the store; never leaves the backend.
    pub account_id: i64,
    /// The account.
    pub account: Account,
    /// The session that the request belongs to.
    pub session: OpenSession,
}

/// A session that hasn't ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// Which session this is.
    pub token_hash: [u8; 32],
    /// When it began, in unix seconds.
    pub begun_at: i64,
    /// Several people use the device.
    pub shared_device: bool,
}

/// The cookie's name. `__Host-` binds it to this very host over https; without `Secure` the prefix isn't
/// allowed.
pub fn cookie_name(config: &Config) -> &'static str {
    if config.secure_cookies {
        "__Host-sid"
    } else {
        "sid"
    }
}

/// What the store keeps of a token.
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

impl FromRequestParts<AppState> for Citizen {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let token_hash = find_token(&parts.headers, cookie_name(&state.config))
            .map(token_hash)
            .ok_or(Refusal::NotSignedIn)?;
        let now = state.clock.now();
        state
            .store
            .run(move |transaction| {
                let select = format!(
                    "SELECT {COLUMNS}, account_id, begun_at, shared_device
                     FROM sessions JOIN accounts ON accounts.id = account_id
                     WHERE token_hash = ?1 AND last_seen_at > ?2 AND begun_at > ?3
                         AND closed_at IS NULL"
                );
                let bounds = params![
                    token_hash,
                    now - i64::from(IDLE_SECONDS),
                    now - LIFE_SECONDS
                ];
                let citizen = transaction
                    .query_row(&select, bounds, |row| {
                        Ok(Citizen {
                            account: account_store::read(row)?,
                            account_id: row.get(COLUMN_COUNT)?,
                            session: OpenSession {
                                token_hash,
                                begun_at: row.get(COLUMN_COUNT + 1)?,
                                shared_device: row.get(COLUMN_COUNT + 2)?,
                            },
                        })
                    })
                    .optional()?
                    .ok_or(Refusal::NotSignedIn)?;
                transaction.execute(
                    "UPDATE sessions SET last_seen_at = ?2 WHERE token_hash = ?1",
                    params![token_hash, now],
                )?;
                Ok(citizen)
            })
            .await
    }
}

impl OptionalFromRequestParts<AppState> for Citizen {
    type Rejection = Refusal;

    /// A guest is `None`; only a fault of the store refuses.
    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Option<Self>, Refusal> {
        match <Citizen as FromRequestParts<AppState>>::from_request_parts(parts, state).await {
            Ok(citizen) => Ok(Some(citizen)),
            Err(Refusal::NotSignedIn) => Ok(None),
            Err(refusal) => Err(refusal),
        }
    }
}

/// The value of the first cookie of this name.
pub(crate) fn find_token<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}
