//! How the app talks to a backend: one `send`, one mapping of everything that can go wrong.
//! Pages never see a status or a header; they see an answer or a [`ClientError`]. What a session that has ended holds
//! up waits here, and goes out again when the session goes on.

mod answer;
mod credentials;

use std::pin::Pin;

use contract::Endpoint;
use contract::endpoint::Access;
use contract::limits::CSRF_HEADER;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub use self::answer::{ClientError, Lack, Load, parse};
use self::answer::{judge, lack, read};
use self::credentials::Credentials;
pub use self::credentials::Regain;
use crate::browser::http::{self, HttpError, HttpReply, HttpRequest};
use crate::browser::page;

/// How long a request may take, in milliseconds: a 2G line answers in ten seconds on a bad day.
const LIMIT_MS: i32 = 30_000;

/// The backend this page was built into, from `<meta name="motcua-backend">`.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    base: StoredValue<String>,
    credentials: Credentials,
}

/// Extra headers of a request.
pub type Headers = Vec<(&'static str, String)>;

impl Api {
    /// A backend by its base address, with or without a slash at the end.
    pub fn new(base: &str) -> Self {
        Self {
            base: StoredValue::new(base.trim_end_matches('/').to_owned()),
            credentials: Credentials::new(page::is_cross_origin(base)),
        }
    }

    /// Whether the backend is on another origin, so that a token in memory stands for the session's cookie.
    pub fn is_cross_origin(&self) -> bool {
        self.credentials.foreign
    }

    /// The token of the session that has begun, or none any more.
    pub fn bear(&self, token: Option<String>) {
        self.credentials.bear(token);
    }

    /// What names the session in a request that doesn't go through here: an upload's.
    pub fn authorization(&self) -> Headers {
        self.credentials.authorization()
    }

    /// When the backend last answered as to a signed-in citizen, in milliseconds since 1970.
    pub fn answered_at(&self) -> f64 {
        self.credentials.answered_at()
    }

    /// The backend has just answered as to a signed-in citizen.
    pub fn note_answer(&self) {
        self.credentials.note_answer();
    }

    /// What waits for a session that has ended.
    pub fn when_ended(&self, regain: Regain) {
        self.credentials.when_ended(regain);
    }

    /// The session has ended under something that doesn't go through here: waits until it goes on. `false` when it
    /// doesn't.
    pub async fn regain(&self) -> bool {
        self.credentials.regain(Lack::Session).await
    }

    /// The address of an endpoint.
    pub fn address<Body, Answer>(
        &self,
        endpoint: &Endpoint<Body, Answer>,
        parameters: &[&str],
    ) -> String {
        self.base
            .with_value(|base| base.clone() + &endpoint.url(parameters))
    }

    /// Asks for something without a body.
    pub async fn get<Answer: DeserializeOwned>(
        &self,
        endpoint: &Endpoint<(), Answer>,
        parameters: &[&str],
        query: &str,
    ) -> Result<Answer, ClientError> {
        let url = self.address(endpoint, parameters) + query;
        read(judge(
            self.transmit(call(endpoint), url, Vec::new(), None).await,
        )?)
    }

    /// Sends a body.
    pub async fn send<Body: Serialize, Answer: DeserializeOwned>(
        &self,
        endpoint: &Endpoint<Body, Answer>,
        parameters: &[&str],
        body: &Body,
        headers: Headers,
    ) -> Result<Answer, ClientError> {
        let body = serde_json::to_string(body).map_err(|_| ClientError::Unreadable)?;
        let url = self.address(endpoint, parameters);
        read(judge(
            self.transmit(call(endpoint), url, headers, Some(body))
                .await,
        )?)
    }

    /// Sends what holds only for one version of something. `Err` inside `Ok` is what the server holds instead (412).
    pub async fn change<Body, Answer, Current>(
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
        let url = self.address(endpoint, parameters);
        let outcome = self
            .transmit(call(endpoint), url, headers, Some(body))
            .await;
        match outcome {
            Ok(reply) if reply.status == 412 => read(reply).map(Err),
            other => read(judge(other)?).map(Ok),
        }
    }

    /// Does something that needs no body and gives none back.
    pub async fn act(
        &self,
        endpoint: &Endpoint<(), ()>,
        parameters: &[&str],
    ) -> Result<(), ClientError> {
        let url = self.address(endpoint, parameters);
        judge(self.transmit(call(endpoint), url, Vec::new(), None).await).map(drop)
    }

    /// Boxed, so that the many kinds of answer share one copy of what travels.
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
                headers.extend(credentials.asks_token());
            }
        }
        headers.push((
            "Accept",
            "application/json, application/problem+json".to_owned(),
        ));
        Box::pin(async move {
            loop {
                // Asked for anew each time: a session that goes on has another token.
                let authorization = credentials.authorization();
                let reply = http::send(HttpRequest {
                    method: call.method,
                    url: url.clone(),
                    headers: headers.iter().cloned().chain(authorization).collect(),
                    body: body.clone(),
                    cookies: !credentials.foreign,
                    limit_ms: LIMIT_MS,
                })
                .await?;
                if call.access == Access::Public {
                    return Ok(reply);
                }
                let lacking = lack(&reply);
                if lacking != Some(Lack::Session) {
                    credentials.note_answer();
                }
                // Refused before anything was done, so that sending it again does it once.
                match lacking {
                    Some(lacking) if credentials.regain(lacking).await => {}
                    _ => return Ok(reply),
                }
            }
        })
    }
}

/// What an endpoint asks of the way there.
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

/// The backend, from the context that `app.rs` gives.
pub fn use_api() -> Api {
    use_context::<Api>().unwrap_or_else(|| Api::new("/api"))
}
