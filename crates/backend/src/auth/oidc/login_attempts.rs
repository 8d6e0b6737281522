//! Sign-ins that have left and aren't back yet. Each can come back once, within ten minutes, and only through the browser
//! that left: the store keeps hashes of what the browser brings, so that it alone opens nothing.

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

/// A sign-in may take so long at the provider.
const LIFE_SECONDS: i64 = 600;
/// As many may be on their way at once, whoever they are.
const MOST: u32 = 20_000;

/// What was kept of a sign-in that comes back.
pub(crate) struct PendingLogin {
    pub(crate) nonce: String,
    pub(crate) verifier: String,
    pub(crate) back: String,
    pub(crate) shared_device: bool,
}

/// The browser that leaves, known by a cookie.
pub(crate) struct BrowserToken(String);

impl BrowserToken {
    /// The one that asks; a new one gets a cookie of its own. A browser keeps its cookie while several of its tabs leave.
    pub(crate) fn leaving(config: &Config, headers: &HeaderMap) -> Result<BrowserToken, Refusal> {
        match BrowserToken::returning(config, headers) {
            Some(browser) => Ok(browser),
            None => random::token().map(BrowserToken),
        }
    }

    /// The one that asks, if it has left before.
    pub(crate) fn returning(config: &Config, headers: &HeaderMap) -> Option<BrowserToken> {
        let mut tokens = cookies(headers, cookie_name(config));
        // Of two with one name somebody else may have put one there, and nobody can tell which.
        let token = tokens.next().filter(|_| tokens.next().is_none())?;
        let own = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        (token.len() == 43 && token.bytes().all(own)).then(|| BrowserToken(token.to_owned()))
    }

    /// The cookie. `Lax`, because the provider's page is of another site.
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

fn cookie_name(config: &Config) -> &'static str {
    if config.secure_cookies {
        "__Host-sso"
    } else {
        "sso"
    }
}

/// What the store keeps of what nobody can guess.
fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token).into()
}

/// Keeps a sign-in that leaves for this provider.
pub(crate) fn keep(
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
    let on_their_way: u32 = transaction.query_row(count, [], |row| row.get(0))?;
    if on_their_way >= MOST {
        return Err(Refusal::TooManyRequests {
            retry_after_seconds: 60,
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

/// Takes out the sign-in that comes back. It is gone then, whatever becomes of it.
pub(crate) fn take(
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
    // Hashes of what nobody can guess may be compared in any time.
    let same = browser.is_some_and(|browser| hash(&browser.0) == browser_hash);
    Ok(same.then_some(pending).ok_or(OidcError::OtherBrowser))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use crate::store::database::Store;

    #[tokio::test]
    async fn a_shared_device_is_still_one_when_its_citizen_comes_back() {
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
                keep(
                    transaction,
                    "dvcqg",
                    &secrets,
                    &browser,
                    "/",
                    shared_device,
                    0,
                )?;
                take(transaction, "dvcqg", &secrets.state, Some(&browser), 1)
            });
            let pending = round.await.unwrap().ok().unwrap();
            assert_eq!(pending.shared_device, shared_device);
        }
    }
}
