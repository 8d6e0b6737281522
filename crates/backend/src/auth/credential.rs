//! What a request shows of a session: the cookie, or the token of the bearer scheme. Never both: where a token is shown the
//! cookie isn't looked at, and what was given out for the one opens nothing as the other.

use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, COOKIE};
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::http::cross_origin;

/// How a session's token travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AuthScheme {
    /// In a cookie that no script can read.
    Cookie,
    /// In `Authorization`, for an app on another origin that keeps it in memory.
    Bearer,
}

impl AuthScheme {
    /// What the store keeps of a token.
    pub(crate) fn hash(self, token: &str) -> [u8; 32] {
        let hash = match self {
            AuthScheme::Cookie => Sha256::new(),
            AuthScheme::Bearer => Sha256::new_with_prefix("bearer "),
        };
        hash.chain_update(token).finalize().into()
    }
}

/// What a request shows.
#[derive(Clone)]
pub(crate) struct Credential {
    scheme: AuthScheme,
    token: String,
}

impl Credential {
    /// Reads it. Whether it opens anything the store must say.
    pub(crate) fn from_headers(headers: &HeaderMap, config: &Config) -> Option<Credential> {
        if let Some(token) = bearer_token(headers) {
            return Some(Credential {
                scheme: AuthScheme::Bearer,
                token: token.to_owned(),
            });
        }
        if cross_origin::allowed_origin(headers, config).is_some() {
            return None;
        }
        let mut cookies = cookies(headers, cookie_name(config));
        let token = cookies.next()?;
        // Of two with one name somebody else may have put one there, and nobody can tell which.
        let alone = cookies.next().is_none();
        alone.then(|| Credential {
            scheme: AuthScheme::Cookie,
            token: token.to_owned(),
        })
    }

    /// What the store would know it by.
    pub(crate) fn hash(&self) -> [u8; 32] {
        self.scheme.hash(&self.token)
    }

    /// The token of a cookie, to be set again with another life.
    pub(crate) fn cookie(&self) -> Option<&str> {
        (self.scheme == AuthScheme::Cookie).then_some(&self.token)
    }
}

/// The cookie's name. `__Host-` binds it to this very host over https; without `Secure` the prefix isn't
/// allowed.
pub(crate) fn cookie_name(config: &Config) -> &'static str {
    if config.secure_cookies {
        "__Host-sid"
    } else {
        "sid"
    }
}

fn bearer_token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim())
}

/// The values of every cookie of this name.
pub(crate) fn cookies<'a>(headers: &'a HeaderMap, name: &str) -> impl Iterator<Item = &'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(move |(key, _)| *key == name)
        .map(|(_, value)| value)
}
