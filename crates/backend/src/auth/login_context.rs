//! What a request that starts a session says about itself: the device, the session it had before, and how it expects
//! the token.

use core::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use contract::limits::BEARER_HEADER;

use super::credential::{AuthScheme, Credential};
use super::device_name::device_name;
use crate::config::Config;

/// The context of a request that starts a session.
#[derive(Clone)]
pub(crate) struct LoginContext {
    /// Name of the device; empty if it is unknown.
    pub(crate) device: String,
    /// How the client will send the token.
    pub(crate) scheme: AuthScheme,
    /// Hash of the token that the request already has. It may be unknown or expired.
    pub(crate) previous_session: Option<[u8; 32]>,
}

impl LoginContext {
    /// Uses the cookie, for responses that can't carry a token.
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
            previous_session: Credential::from_headers(
                &parts.headers,
                &Arc::<Config>::from_ref(state),
            )
            .map(|credential| credential.hash()),
        })
    }
}
