//! The session token of a request, in the session cookie or as a bearer token.
//!
//! The two schemes are separate. A request with a bearer token ignores the cookie. A token that was issued for one
//! scheme isn't valid in the other.

use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, COOKIE};
use sha2::{Digest, Sha256};

use super::random;
use crate::config::Config;
use crate::http::cross_origin;

/// How the client sends the session token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AuthScheme {
    /// In an `HttpOnly` cookie, which the app's code can't read.
    Cookie,
    /// In the `Authorization` header. An app on another origin uses this and keeps the token in memory.
    Bearer,
}

impl AuthScheme {
    /// Hashes a token. The database stores only this hash.
    pub(crate) fn hash(self, token: &str) -> [u8; 32] {
        let hash = match self {
            AuthScheme::Cookie => Sha256::new(),
            AuthScheme::Bearer => Sha256::new_with_prefix("bearer "),
        };
        hash.chain_update(token).finalize().into()
    }
}

/// The session token of a request. It isn't checked yet: the session may be unknown or expired.
#[derive(Clone)]
pub(crate) struct Credential {
    scheme: AuthScheme,
    token: String,
}

impl Credential {
    /// Reads the token from the headers. `None` if there is no token, or if two cookies have the name of the session
    /// cookie.
    pub(crate) fn from_headers(headers: &HeaderMap, config: &Config) -> Option<Credential> {
        if let Some(token) = bearer_token(headers, config) {
            return Credential::new(AuthScheme::Bearer, token);
        }
        if cross_origin::allowed_origin(headers, config).is_some() {
            return None;
        }
        let mut cookies = cookies(headers, cookie_name(config));
        let token = cookies.next()?;
        // If two cookies have this name, a page of another subdomain may have set one of them. The backend can't know
        // which one is its own, so it uses neither.
        let is_unique = cookies.next().is_none();
        is_unique
            .then(|| Credential::new(AuthScheme::Cookie, token))
            .flatten()
    }

    /// `None` if the text can't be a token. A text with other characters could make the hashes of the two schemes equal:
    /// `bearer TOKEN` in a cookie has the hash of the bearer token `TOKEN`.
    fn new(scheme: AuthScheme, token: &str) -> Option<Credential> {
        random::is_token(token).then(|| Credential {
            scheme,
            token: token.to_owned(),
        })
    }

    /// The hash under which the database stores this token.
    pub(crate) fn hash(&self) -> [u8; 32] {
        self.scheme.hash(&self.token)
    }

    /// The token, if the request sent it in the session cookie. It is needed to set this cookie again with another
    /// lifetime.
    pub(crate) fn cookie(&self) -> Option<&str> {
        (self.scheme == AuthScheme::Cookie).then_some(&self.token)
    }
}

/// Name of the session cookie. The prefix `__Host-` makes browsers send the cookie only to this host and only over
/// HTTPS. Over plain HTTP the name has no prefix, because browsers refuse the prefix on cookies without `Secure`.
pub(crate) fn cookie_name(config: &Config) -> &'static str {
    if config.secure_cookies {
        "__Host-sid"
    } else {
        "sid"
    }
}

/// Reads the session token from the header `Authorization: Bearer …`. `None` if no origin may use bearer tokens: then
/// the header is for somebody else, for example for a proxy.
fn bearer_token<'a>(headers: &'a HeaderMap, config: &Config) -> Option<&'a str> {
    if config.origins.is_empty() {
        return None;
    }
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim())
}

/// The values of all cookies with this name.
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
