//! Pending sign-ins: the browser was sent to a provider and hasn't returned yet. A pending sign-in can be completed
//! once, within ten minutes, in the browser that started it. The database stores only hashes of the values that the
//! browser must present. So a person with a copy of the database can't complete a sign-in.

use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::AppendHeaders;
use rusqlite::{OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

use super::error::OidcError;
use super::provider::LoginSecrets;
use crate::auth::credential::cookies;
use crate::auth::random;
use crate::config::Config;
use crate::refusal::Refusal;

/// Lifetime of a pending sign-in, in seconds.
const LIFE_SECONDS: i64 = 600;
/// Maximum number of pending sign-ins of all citizens together.
const MAX_PENDING: u32 = 20_000;

/// The stored values of a pending sign-in.
pub(crate) struct PendingLogin {
    /// The nonce that the ID token must contain.
    pub(crate) nonce: String,
    /// The PKCE code verifier (RFC 7636).
    pub(crate) verifier: String,
    /// Validated path of the page to which the citizen returns after the sign-in.
    pub(crate) back: String,
    /// Whether the citizen stated that several people use the device.
    pub(crate) shared_device: bool,
}

/// A random token in a cookie. The callback uses it to check that the same browser started the sign-in.
pub(crate) struct BrowserToken(String);

impl BrowserToken {
    /// Reads the token from the request's cookie, or creates a new token. A browser keeps its token while several of
    /// its tabs sign in at the same time.
    pub(crate) fn read_or_create(
        config: &Config,
        headers: &HeaderMap,
    ) -> Result<BrowserToken, Refusal> {
        match BrowserToken::read(config, headers) {
            Some(browser) => Ok(browser),
            None => random::token().map(BrowserToken),
        }
    }

    /// Reads the token from the request's cookie. `None` if the cookie is missing or occurs twice.
    pub(crate) fn read(config: &Config, headers: &HeaderMap) -> Option<BrowserToken> {
        let mut tokens = cookies(headers, cookie_name(config));
        // If two cookies have this name, a page of another subdomain may have set one of them. The backend can't know
        // which one is its own, so it uses neither.
        let token = tokens.next().filter(|_| tokens.next().is_none())?;
        let is_token_byte = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        (token.len() == 43 && token.bytes().all(is_token_byte))
            .then(|| BrowserToken(token.to_owned()))
    }

    /// Builds the cookie that contains the browser token. The cookie needs `SameSite=Lax`, because the callback is a
    /// navigation from the provider's site.
    pub(crate) fn cookie(
        &self,
        config: &Config,
    ) -> AppendHeaders<[(axum::http::HeaderName, String); 1]> {
        let secure = if config.secure_cookies {
            "; Secure"
        } else {
            ""
        };
        let (name, token) = (cookie_name(config), &self.0);
        AppendHeaders([(
            SET_COOKIE,
            format!(
                "{name}={token}; Path=/; Max-Age={LIFE_SECONDS}; HttpOnly; SameSite=Lax{secure}"
            ),
        )])
    }
}

/// Name of the cookie that contains the browser token. The name has the prefix `__Host-`, like the session cookie,
/// unless the backend serves plain HTTP.
fn cookie_name(config: &Config) -> &'static str {
    if config.secure_cookies {
        "__Host-sso"
    } else {
        "sso"
    }
}

/// Hashes a random token. The hash needs no key and no salt, because nobody can guess the token.
fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token).into()
}

/// Stores a pending sign-in. This happens before the browser is redirected to the provider.
pub(crate) fn insert_attempt(
    transaction: &Transaction<'_>,
    provider: &str,
    secrets: &LoginSecrets,
    browser: &BrowserToken,
    back: &str,
    shared_device: bool,
    now: i64,
) -> Result<(), Refusal> {
    let long_ago = now - LIFE_SECONDS;
    transaction.execute(
        "DELETE FROM single_sign_ons WHERE begun_at <= ?1",
        [long_ago],
    )?;
    let count = "SELECT count(*) FROM single_sign_ons";
    let count_pending: u32 = transaction.query_row(count, [], |row| row.get(0))?;
    if count_pending >= MAX_PENDING {
        return Err(Refusal::TooManyRequests {
            retry_after_seconds: 60,
            is_shared: true,
        });
    }
    transaction.execute(
        "INSERT INTO single_sign_ons (state_hash, browser_hash, provider, nonce, verifier, back, shared_device, begun_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            hash(&secrets.state),
            hash(&browser.0),
            provider,
            secrets.nonce,
            secrets.verifier,
            back,
            shared_device,
            now
        ],
    )?;
    Ok(())
}

/// Removes the pending sign-in of a callback and returns it. It is removed even if the callback fails afterwards.
pub(crate) fn take_attempt(
    transaction: &Transaction<'_>,
    provider: &str,
    state: &str,
    browser: Option<&BrowserToken>,
    now: i64,
) -> Result<Result<PendingLogin, OidcError>, Refusal> {
    let taken = transaction
        .query_row(
            "DELETE FROM single_sign_ons WHERE state_hash = ?1
             RETURNING nonce, verifier, back, shared_device, provider = ?2 AND begun_at > ?3, browser_hash",
            params![hash(state), provider, now - LIFE_SECONDS],
            |row| {
                let pending = PendingLogin {
                    nonce: row.get(0)?,
                    verifier: row.get(1)?,
                    back: row.get(2)?,
                    shared_device: row.get(3)?,
                };
                Ok((pending, row.get::<_, bool>(4)?, row.get::<_, [u8; 32]>(5)?))
            },
        )
        .optional()?;
    let Some((pending, true, browser_hash)) = taken else {
        return Ok(Err(OidcError::UnknownState));
    };
    // The comparison needs no constant time, because it compares hashes of unguessable values.
    let same = browser.is_some_and(|browser| hash(&browser.0) == browser_hash);
    Ok(same.then_some(pending).ok_or(OidcError::OtherBrowser))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use crate::store::database::Store;

    #[tokio::test]
    async fn remembers_that_the_device_is_shared() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&dir.path().join("a.sqlite")).unwrap();
        for shared_device in [true, false] {
            let round = store.run(move |transaction| {
                let secrets = LoginSecrets {
                    state: "a state".to_owned(),
                    nonce: "a nonce".to_owned(),
                    verifier: "a verifier".to_owned(),
                };
                let browser = BrowserToken("a browser".to_owned());
                insert_attempt(
                    transaction,
                    "dvcqg",
                    &secrets,
                    &browser,
                    "/",
                    shared_device,
                    0,
                )?;
                take_attempt(transaction, "dvcqg", &secrets.state, Some(&browser), 1)
            });
            let pending = round.await.unwrap().ok().unwrap();
            assert_eq!(pending.shared_device, shared_device);
        }
    }
}
