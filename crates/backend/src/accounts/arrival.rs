//! How somebody arrives at the request that begins a session: on which device, and where the token is to go.

use core::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use contract::limits::BEARER_HEADER;

use super::device_name::device_name;
use crate::credential::Scheme;

/// What is known of the request that begins a session.
#[derive(Clone)]
pub(crate) struct Arrival {
    /// The device in words; empty where nothing is known.
    pub(super) device: String,
    /// How the token will travel.
    pub(super) scheme: Scheme,
}

impl<S: Send + Sync> FromRequestParts<S> for Arrival {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let browser = parts.headers.get(USER_AGENT);
        let wants_token = parts
            .headers
            .get(BEARER_HEADER)
            .is_some_and(|value| value == "1");
        Ok(Arrival {
            device: browser
                .and_then(|browser| browser.to_str().ok())
                .map(device_name)
                .unwrap_or_default(),
            scheme: if wants_token {
                Scheme::Bearer
            } else {
                Scheme::Cookie
            },
        })
    }
}
