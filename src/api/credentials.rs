//! How a request is authenticated: by the session cookie, or by a bearer token when the backend has another origin. The
//! token is kept in memory only, so that no other script and no later user of the device can find it in the browser's
//! storage.

use std::pin::Pin;
use std::rc::Rc;

use contract::limits::BEARER_HEADER;
use leptos::prelude::*;

use super::error::MissingAuth;
use crate::browser::http::Headers;
use crate::browser::steady_clock;

/// A function that asks the citizen to authenticate again and waits until they have done so. Returns `false` when they
/// decline.
pub type Reauthenticate = Rc<dyn Fn(MissingAuth) -> Pin<Box<dyn Future<Output = bool>>>>;

/// The authentication state that all requests of the app share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Credentials {
    /// Whether the backend has another origin than the page. The browser then sends no cookie.
    pub(super) is_cross_origin: bool,
    bearer_token: StoredValue<Option<String>>,
    last_activity_ms: StoredValue<f64>,
    reauthenticate: StoredValue<Option<Reauthenticate>, LocalStorage>,
}

impl Credentials {
    pub(super) fn new(is_cross_origin: bool) -> Self {
        Self {
            is_cross_origin,
            bearer_token: StoredValue::new(None),
            last_activity_ms: StoredValue::new(0.0),
            reauthenticate: StoredValue::new_local(None),
        }
    }

    pub(super) fn set_bearer_token(self, token: Option<String>) {
        self.bearer_token.set_value(token);
    }

    /// The `Authorization` header with the bearer token. Empty when there is no token, because the session cookie
    /// authenticates the request.
    pub(super) fn authorization(self) -> Headers {
        let token = self.bearer_token.get_value();
        let header = |token: String| ("Authorization", ["Bearer ", &token].concat());
        token.map(header).into_iter().collect()
    }

    /// The header [`BEARER_HEADER`], which asks the backend to return a bearer token. For requests to endpoints that
    /// may start a session. Empty when the app uses the session cookie.
    pub(super) fn token_request(self) -> Headers {
        match self.is_cross_origin {
            true => vec![(BEARER_HEADER, "1".to_owned())],
            false => Vec::new(),
        }
    }

    pub(super) fn last_activity_ms(self) -> f64 {
        self.last_activity_ms.get_value()
    }

    /// Records that the backend has just responded to a request of a signed-in citizen. Such a response restarts the
    /// idle time of the session.
    pub(super) fn record_activity(self) {
        self.last_activity_ms.set_value(steady_clock::now().ms);
    }

    pub(super) fn set_reauthenticate(self, reauthenticate: Reauthenticate) {
        self.reauthenticate.set_value(Some(reauthenticate));
    }

    /// Asks the citizen to authenticate again, and waits until they have done so. Returns `false` when they decline, or
    /// when no function that asks them is set yet.
    pub(super) async fn reauthenticate(self, missing: MissingAuth) -> bool {
        match self.reauthenticate.get_value() {
            Some(reauthenticate) => reauthenticate(missing).await,
            None => false,
        }
    }
}
