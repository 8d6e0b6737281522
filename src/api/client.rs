//! Sends requests to the backend. If the backend refuses a request for lack of authentication, the client waits until
//! the citizen has authenticated again, and then sends the request again.

use std::pin::Pin;

use contract::Endpoint;
use contract::endpoint::Access;
use contract::limits::CSRF_HEADER;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::credentials::{Credentials, Reauthenticate};
use super::error::{ClientError, MissingAuth};
use super::response::{into_result, is_blocked, missing_auth, parse_body};
use crate::browser::http::{self, Headers, HttpError, HttpReply, HttpRequest};
use crate::browser::{method_override, online, page};

/// How long a request may take, in milliseconds. On a 2G connection, a response may take ten seconds.
const TIMEOUT_MS: i32 = 30_000;

/// A client for the backend whose URL is in `<meta name="motcua-backend">`.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    base_url: StoredValue<String>,
    credentials: Credentials,
}

impl Api {
    /// Creates a client from the base URL of the backend. The URL may end with a slash.
    pub fn new(base_url: &str) -> Self {
        Self {
            base_url: StoredValue::new(base_url.trim_end_matches('/').to_owned()),
            credentials: Credentials::new(page::is_cross_origin(base_url)),
        }
    }

    /// Whether the backend has another origin than the page. The browser then sends no session cookie, so the app uses
    /// a bearer token that it keeps in memory.
    pub fn is_cross_origin(&self) -> bool {
        self.credentials.is_cross_origin
    }

    /// Sets the bearer token of a new session, or removes the token.
    pub fn set_bearer_token(&self, token: Option<String>) {
        self.credentials.set_bearer_token(token);
    }

    /// The `Authorization` header for a request that doesn't go through this client, for example an upload. Empty when
    /// the session cookie authenticates the request.
    pub fn authorization(&self) -> Headers {
        self.credentials.authorization()
    }

    /// The time of the last response to a request of a signed-in citizen, in milliseconds of the steady clock.
    pub fn last_activity_ms(&self) -> f64 {
        self.credentials.last_activity_ms()
    }

    /// Records that the backend has just responded to a request of a signed-in citizen.
    pub fn record_activity(&self) {
        self.credentials.record_activity();
    }

    /// Sets the function that asks the citizen to authenticate again. The client calls it when the backend has refused
    /// a request for lack of authentication.
    pub fn set_reauthenticate(&self, reauthenticate: Reauthenticate) {
        self.credentials.set_reauthenticate(reauthenticate);
    }

    /// Asks the citizen to start a new session, and waits for it. For requests that don't go through this client, for
    /// example uploads. Returns `false` when the citizen declines.
    pub async fn reauthenticate(&self) -> bool {
        self.credentials.reauthenticate(MissingAuth::Session).await
    }

    /// The URL of an endpoint. `parameters` are the values of the placeholders in the endpoint's path, in order.
    pub fn url<Body, Answer>(
        &self,
        endpoint: &Endpoint<Body, Answer>,
        parameters: &[&str],
    ) -> String {
        self.base_url
            .with_value(|base_url| base_url.clone() + &endpoint.url(parameters))
    }

    /// Sends a request without a body. `query` begins with `?` or is empty.
    pub async fn get<Answer: DeserializeOwned>(
        &self,
        endpoint: &Endpoint<(), Answer>,
        parameters: &[&str],
        query: &str,
    ) -> Result<Answer, ClientError> {
        let url = self.url(endpoint, parameters) + query;
        let outcome = self.transmit(call(endpoint), url, Vec::new(), None).await;
        parse_body(into_result(outcome)?)
    }

    /// Sends a request that the citizen hasn't asked for, and whose response they don't wait for. If the session has
    /// expired, it fails instead of asking them to authenticate. It doesn't count as activity either.
    pub async fn get_in_background<Answer: DeserializeOwned>(
        &self,
        endpoint: &Endpoint<(), Answer>,
        parameters: &[&str],
    ) -> Result<Answer, ClientError> {
        let url = self.url(endpoint, parameters);
        let call = Call {
            access: Access::Public,
            ..call(endpoint)
        };
        let outcome = self.transmit(call, url, Vec::new(), None).await;
        parse_body(into_result(outcome)?)
    }

    /// Sends a request with a JSON body.
    pub async fn send<Body: Serialize, Answer: DeserializeOwned>(
        &self,
        endpoint: &Endpoint<Body, Answer>,
        parameters: &[&str],
        body: &Body,
        headers: Headers,
    ) -> Result<Answer, ClientError> {
        let body = serde_json::to_string(body).map_err(|_| ClientError::Unreadable)?;
        let url = self.url(endpoint, parameters);
        let outcome = self
            .transmit(call(endpoint), url, headers, Some(body))
            .await;
        parse_body(into_result(outcome)?)
    }

    /// Sends a change that the server accepts only if the resource still has the expected version. `headers` must
    /// contain `If-Match` with that version. If the server has a newer version, it responds with 412, and the inner
    /// `Err` contains the newer version.
    pub async fn send_if_match<Body, Answer, Current>(
        &self,
        endpoint: &Endpoint<Body, Answer>,
        parameters: &[&str],
        body: &Body,
        headers: Headers,
    ) -> Result<Result<Answer, Current>, ClientError>
    where
        Body: Serialize,
        Answer: DeserializeOwned,
        Current: DeserializeOwned,
    {
        let body = serde_json::to_string(body).map_err(|_| ClientError::Unreadable)?;
        let url = self.url(endpoint, parameters);
        let outcome = self
            .transmit(call(endpoint), url, headers, Some(body))
            .await;
        match outcome {
            Ok(reply) if reply.status == 412 => parse_body(reply).map(Err),
            other => parse_body(into_result(other)?).map(Ok),
        }
    }

    /// Sends a request without a body to an endpoint that returns no body.
    pub async fn send_empty(
        &self,
        endpoint: &Endpoint<(), ()>,
        parameters: &[&str],
    ) -> Result<(), ClientError> {
        let url = self.url(endpoint, parameters);
        let outcome = self.transmit(call(endpoint), url, Vec::new(), None).await;
        into_result(outcome).map(drop)
    }

    /// Sends a request. If the citizen has to authenticate again, sends the request again afterwards. The future is
    /// boxed, so that all types of response share one compiled copy of this code.
    fn transmit(
        &self,
        call: Call,
        url: String,
        mut headers: Headers,
        body: Option<String>,
    ) -> Pin<Box<dyn Future<Output = Result<HttpReply, HttpError>>>> {
        let credentials = self.credentials;
        if call.method.is_unsafe() {
            headers.push((CSRF_HEADER, "1".to_owned()));
            if call.access == Access::Public {
                headers.extend(credentials.token_request());
            }
        }
        headers.push((
            "Accept",
            "application/json, application/problem+json".to_owned(),
        ));
        Box::pin(async move {
            loop {
                // Read the header again for each try, because a new session has a new bearer token.
                let authorization = credentials.authorization();
                let reply = http::send_request(HttpRequest {
                    method: call.method,
                    url: url.clone(),
                    headers: headers.iter().cloned().chain(authorization).collect(),
                    body: body.clone(),
                    cookies: !credentials.is_cross_origin,
                    // A change that is sent while the page is being left must arrive although the page is gone.
                    keepalive: call.method.is_unsafe()
                        && online::is_page_left()
                        && is_small(body.as_ref()),
                    limit_ms: TIMEOUT_MS,
                })
                .await?;
                // Nobody has processed the request, so it can be sent again.
                if is_blocked(&reply) && method_override::turn_on(call.method, reply.is_overridden)
                {
                    continue;
                }
                if call.access == Access::Public {
                    return Ok(reply);
                }
                let missing = missing_auth(&reply);
                if missing != Some(MissingAuth::Session) {
                    credentials.record_activity();
                }
                // A request that the backend refused for lack of authentication has changed nothing. So the same request can
                // be sent again once the citizen has authenticated.
                match missing {
                    Some(missing) if credentials.reauthenticate(missing).await => {}
                    _ => return Ok(reply),
                }
            }
        })
    }
}

/// Whether the body is small enough for a request that outlives its page.
fn is_small(body: Option<&String>) -> bool {
    body.is_none_or(|body| body.len() <= http::KEEPALIVE_BYTES)
}

/// The properties of an endpoint that determine how its requests are sent.
#[derive(Clone, Copy)]
struct Call {
    method: contract::Method,
    access: Access,
}

fn call<Body, Answer>(endpoint: &Endpoint<Body, Answer>) -> Call {
    Call {
        method: endpoint.method,
        access: endpoint.access,
    }
}

/// The client for the backend, from the context of the app.
pub fn use_api() -> Api {
    use_context::<Api>().unwrap_or_else(|| Api::new("/api"))
}
