//! Sends requests to the backend. A request that is refused for lack of authentication waits until the citizen has
//! authenticated again, and is then sent again.

use std::pin::Pin;

use contract::Endpoint;
use contract::endpoint::Access;
use contract::limits::CSRF_HEADER;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::credentials::{Credentials, Reauthenticate};
use super::error::{ClientError, MissingAuth};
use super::response::{into_result, missing_auth, parse_body};
use crate::browser::http::{self, Headers, HttpError, HttpReply, HttpRequest};
use crate::browser::page;

/// How long a request may take, in milliseconds. A 2G connection may need ten seconds for an answer.
const TIMEOUT_MS: i32 = 30_000;

/// The backend that `<meta name="motcua-backend">` names.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    base_url: StoredValue<String>,
    credentials: Credentials,
}

impl Api {
    /// A backend by its base URL, with or without a slash at the end.
    pub fn new(base_url: &str) -> Self {
        Self {
            base_url: StoredValue::new(base_url.trim_end_matches('/').to_owned()),
            credentials: Credentials::new(page::is_cross_origin(base_url)),
        }
    }

    /// Whether the backend is on another origin. Then a bearer token in memory replaces the session's cookie.
    pub fn is_cross_origin(&self) -> bool {
        self.credentials.is_cross_origin
    }

    /// Sets the token of a new session, or removes it.
    pub fn set_bearer_token(&self, token: Option<String>) {
        self.credentials.set_bearer_token(token);
    }

    /// The `Authorization` header for a request that doesn't go through this client, for example an upload. Empty when
    /// the cookie names the session.
    pub fn authorization(&self) -> Headers {
        self.credentials.authorization()
    }

    /// When the backend last answered a signed-in citizen, in milliseconds since 1970.
    pub fn last_activity_ms(&self) -> f64 {
        self.credentials.last_activity_ms()
    }

    /// Records that the backend has just answered a signed-in citizen.
    pub fn record_activity(&self) {
        self.credentials.record_activity();
    }

    /// Sets the function that asks the citizen to authenticate again.
    pub fn set_reauthenticate(&self, reauthenticate: Reauthenticate) {
        self.credentials.set_reauthenticate(reauthenticate);
    }

    /// Waits for a new session, for a request that doesn't go through this client. `false` when the citizen declines.
    pub async fn reauthenticate(&self) -> bool {
        self.credentials.reauthenticate(MissingAuth::Session).await
    }

    /// The URL of an endpoint. `parameters` fill the endpoint's path, in order.
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

    /// Sends a request with a body.
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

    /// Sends a change that applies to one version only, with `If-Match` in `headers`. The inner `Err` is the current
    /// version of the server, from status 412.
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

    /// Sends a request without a body to an endpoint that answers without a body.
    pub async fn send_empty(
        &self,
        endpoint: &Endpoint<(), ()>,
        parameters: &[&str],
    ) -> Result<(), ClientError> {
        let url = self.url(endpoint, parameters);
        let outcome = self.transmit(call(endpoint), url, Vec::new(), None).await;
        into_result(outcome).map(drop)
    }

    /// Sends a request, and sends it again after a reauthentication. The future is boxed, so that all types of answer
    /// share one copy of this code.
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
                // Read for each try, because a new session has a new token.
                let authorization = credentials.authorization();
                let reply = http::send_request(HttpRequest {
                    method: call.method,
                    url: url.clone(),
                    headers: headers.iter().cloned().chain(authorization).collect(),
                    body: body.clone(),
                    cookies: !credentials.is_cross_origin,
                    limit_ms: TIMEOUT_MS,
                })
                .await?;
                if call.access == Access::Public {
                    return Ok(reply);
                }
                let missing = missing_auth(&reply);
                if missing != Some(MissingAuth::Session) {
                    credentials.record_activity();
                }
                // The backend refused before it did anything, so sending the request again does it only once.
                match missing {
                    Some(missing) if credentials.reauthenticate(missing).await => {}
                    _ => return Ok(reply),
                }
            }
        })
    }
}

/// The part of an endpoint that decides how a request is sent.
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

/// The backend, from the context of the app.
pub fn use_api() -> Api {
    use_context::<Api>().unwrap_or_else(|| Api::new("/api"))
}
