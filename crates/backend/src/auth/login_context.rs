//! How somebody arrives at the request that begins a session: on which device, with which session, and where the token is
//! to go.

use core::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use contract::limits::BEARER_HEADER;

use super::credential::{AuthScheme, Credential};
use super::device_name::device_name;
use crate::config::Config;

/// What is known of the request that begins a session.
#[derive(Clone)]
pub(crate) struct LoginContext {
    /// The device in words; empty where nothing is known.
    pub(crate) device: String,
    /// How the token will travel.
    pub(crate) scheme: AuthScheme,
    /// What the store knows the session by that the request still shows; whether there is one it doesn't say.
    pub(crate) earlier: Option<[u8; 32]>,
}

impl LoginContext {
    /// The same, where an answer can't carry a token.
    pub(crate) fn in_cookie(self) -> LoginContext {
        LoginContext {
            scheme: AuthScheme::Cookie,
            ..self
        }
    }
}

impl<S> FromRequestParts<S> for LoginContext
where
    S: Send + Sync,
    Arc<Config>: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let browser = parts.headers.get(USER_AGENT);
        let wants_token = parts
            .headers
            .get(BEARER_HEADER)
            .is_some_and(|value| value == "1");
        Ok(LoginContext {
            device: browser
                .and_then(|browser| browser.to_str().ok())
                .map(device_name)
                .unwrap_or_default(),
            scheme: if wants_token {
                AuthScheme::Bearer
            } else {
                AuthScheme::Cookie
            },
            earlier: Credential::from_headers(&parts.headers, &Arc::<Config>::from_ref(state))
                .map(|shown| shown.hash()),
        })
    }
}
