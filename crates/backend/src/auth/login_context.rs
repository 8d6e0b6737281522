//! Information from a request that starts a session: the name of the device, the session that the browser had before,
//! and whether the client wants the token in a cookie or in the response body.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use contract::limits::BEARER_HEADER;

use super::credential::{AuthScheme, Credential};
use super::device_name::device_name;
use super::known_device::DeviceMark;
use crate::config::Config;
use crate::http::cross_origin;
use crate::refusal::Refusal;

/// Information from a request that starts a session.
#[derive(Clone)]
pub(crate) struct LoginContext {
    /// Name of the device; empty if it is unknown.
    pub(crate) device: String,
    /// The scheme with which the client will send the new token.
    pub(crate) scheme: AuthScheme,
    /// Hash of the session token that the request contains. That session is replaced by the new one. It may be unknown
    /// or expired.
    pub(crate) previous_session: Option<[u8; 32]>,
    /// The mark of the browser, if an account has signed in on it before.
    pub(crate) device_mark: Option<DeviceMark>,
}

impl LoginContext {
    /// Returns the same context with the cookie scheme. It is used for responses without a body, such as redirects.
    pub(crate) fn in_cookie(self) -> LoginContext {
        LoginContext {
            scheme: AuthScheme::Cookie,
            ..self
        }
    }
}

/// 403 if the client wants a bearer token and its origin isn't allowed.
impl<S> FromRequestParts<S> for LoginContext
where
    S: Send + Sync,
    Arc<Config>: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let config = Arc::<Config>::from_ref(state);
        let browser = parts.headers.get(USER_AGENT);
        let wants_token = parts
            .headers
            .get(BEARER_HEADER)
            .is_some_and(|value| value == "1");
        if wants_token && cross_origin::allowed_origin(&parts.headers, &config).is_none() {
            return Err(Refusal::ForeignOrigin);
        }
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
            previous_session: Credential::from_headers(&parts.headers, &config)
                .map(|credential| credential.hash()),
            device_mark: DeviceMark::from_headers(&parts.headers, &config),
        })
    }
}
