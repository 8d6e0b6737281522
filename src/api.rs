//! How the app talks to a backend: one `send`, one mapping of everything that can go wrong.
//! Pages never see a status or a header; they see an answer or a [`ClientError`].

mod answer;

use std::pin::Pin;

use contract::Endpoint;
use contract::limits::CSRF_HEADER;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub use self::answer::{ClientError, Load, parse};
use self::answer::{judge, read};
use crate::browser::http::{self, HttpFault, HttpReply, HttpRequest};

/// How long a request may take, in milliseconds: a 2G line answers in ten seconds on a bad day.
const LIMIT_MS: i32 = 30_000;

/// The backend this page was built into, from `<meta name="motcua-backend">`.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    base: StoredValue<String>,
}

/// Extra headers of a request.
pub type Headers = Vec<(&'static str, String)>;

impl Api {
    /// A backend by its base address, with or without a slash at the end.
    pub fn new(base: &str) -> Self {
        Self {
            base: StoredValue::new(base.trim_end_matches('/').to_owned()),
        }
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
        read(exchange(endpoint.method, url, Vec::new(), None).await?)
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
        read(exchange(endpoint.method, url, headers, Some(body)).await?)
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
        let outcome = transmit(endpoint.method, url, headers, Some(body)).await;
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
        exchange(
            endpoint.method,
            self.address(endpoint, parameters),
            Vec::new(),
            None,
        )
        .await
        .map(drop)
    }
}

async fn exchange(
    method: contract::Method,
    url: String,
    headers: Headers,
    body: Option<String>,
) -> Result<HttpReply, ClientError> {
    judge(transmit(method, url, headers, body).await)
}

/// Boxed, so that the many kinds of answer share one copy of what travels.
fn transmit(
    method: contract::Method,
    url: String,
    mut headers: Headers,
    body: Option<String>,
) -> Pin<Box<dyn Future<Output = Result<HttpReply, HttpFault>>>> {
    if method.is_unsafe() {
        headers.push((CSRF_HEADER, "1".to_owned()));
    }
    headers.push((
        "Accept",
        "application/json, application/problem+json".to_owned(),
    ));
    let request = HttpRequest {
        method,
        url,
        headers,
        body,
        limit_ms: LIMIT_MS,
    };
    Box::pin(http::send(request))
}

/// The backend, from the context that `app.rs` gives.
pub fn use_api() -> Api {
    use_context::<Api>().unwrap_or_else(|| Api::new("/api"))
}
