//! How the app talks to a backend: one `send`, one mapping of everything that can go wrong.
//! Pages never see a status or a header; they see an answer or a [`ClientError`].

use std::pin::Pin;

use contract::limits::CSRF_HEADER;
use contract::{Endpoint, Problem};
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::browser::http::{self, HttpFault, HttpReply, HttpRequest};

/// How long a request may take, in milliseconds: a 2G line answers in ten seconds on a bad day.
const LIMIT_MS: i32 = 30_000;

/// Why no answer came.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientError {
    /// The line or the server is away; nothing is known to have happened.
    Offline,
    /// No answer within the limit; the request may have been carried out.
    TimedOut,
    /// The session has ended; the citizen signs in again and goes on.
    SessionExpired,
    /// The backend refuses, and says why.
    Refused(Box<Problem>),
    /// Something that isn't the contract answered: a proxy's page, a cut body.
    Unreadable,
}

impl ClientError {
    /// Whether the same request may succeed later without the citizen changing anything.
    pub fn may_pass(&self) -> bool {
        match self {
            ClientError::Offline | ClientError::TimedOut | ClientError::Unreadable => true,
            ClientError::SessionExpired => false,
            ClientError::Refused(problem) => problem.status >= 500,
        }
    }
}

/// What a page waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// On its way.
    Waiting,
    /// Here.
    Ready(T),
    /// Didn't come.
    Failed(ClientError),
}

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

    /// The address of a path that the backend itself gave (a tus `Location`).
    pub fn resolve(&self, location: &str) -> String {
        match location.strip_prefix('/') {
            Some(_) => location.to_owned(),
            None => self.base.with_value(|base| [base, "/", location].concat()),
        }
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

    /// Sends a change that holds only for one version. `Err` inside `Ok` is what the server holds instead (412).
    pub async fn change<Body: Serialize, Answer: DeserializeOwned>(
        &self,
        endpoint: &Endpoint<Body, Answer>,
        parameters: &[&str],
        body: &Body,
        version: u64,
    ) -> Result<Result<Answer, Answer>, ClientError> {
        let body = serde_json::to_string(body).map_err(|_| ClientError::Unreadable)?;
        let url = self.address(endpoint, parameters);
        let headers = vec![("If-Match", ["\"", &version.to_string(), "\""].concat())];
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

/// Success stays as it is; everything else becomes one [`ClientError`].
pub fn judge(outcome: Result<HttpReply, HttpFault>) -> Result<HttpReply, ClientError> {
    let reply = outcome.map_err(|fault| match fault {
        HttpFault::Unreachable => ClientError::Offline,
        HttpFault::TimedOut => ClientError::TimedOut,
    })?;
    if (200..300).contains(&reply.status) {
        return Ok(reply);
    }
    match read::<Problem>(reply) {
        Ok(problem) if problem.code == contract::ProblemCode::NotSignedIn => {
            Err(ClientError::SessionExpired)
        }
        Ok(problem) => Err(ClientError::Refused(Box::new(problem))),
        Err(_) => Err(ClientError::Unreadable),
    }
}

/// The answer in a successful reply. The parser is there once: a copy of it for each kind of answer would be
/// several times the code.
pub fn read<Answer: DeserializeOwned>(reply: HttpReply) -> Result<Answer, ClientError> {
    parse(&reply.text).ok_or(ClientError::Unreadable)
}

/// What a text of JSON holds.
pub fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(value_of(text)?).ok()
}

fn value_of(text: &str) -> Option<serde_json::Value> {
    serde_json::from_str(text).ok()
}

/// The backend, from the context that `app.rs` gives.
pub fn use_api() -> Api {
    use_context::<Api>().unwrap_or_else(|| Api::new("/api"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(status: u16, text: &str) -> Result<HttpReply, HttpFault> {
        Ok(HttpReply {
            status,
            text: text.to_owned(),
            media_type: String::new(),
        })
    }

    #[test]
    fn a_gateways_error_page_is_unreadable_and_may_pass() {
        let error = judge(reply(502, "<html><h1>502 Bad Gateway</h1>")).map(drop);
        assert_eq!(error, Err(ClientError::Unreadable));
        assert!(ClientError::Unreadable.may_pass());
    }

    #[test]
    fn an_ended_session_is_told_apart_from_a_refusal() {
        let ended = r#"{"status":401,"code":"not_signed_in","title":"x"}"#;
        assert_eq!(
            judge(reply(401, ended)).map(drop),
            Err(ClientError::SessionExpired)
        );
        let wrong = r#"{"status":401,"code":"wrong_credentials","title":"x"}"#;
        assert!(matches!(
            judge(reply(401, wrong)),
            Err(ClientError::Refused(_))
        ));
    }

    #[test]
    fn a_reason_from_the_future_is_still_a_refusal() {
        let newer = r#"{"status":409,"code":"written_in_2030","title":"x"}"#;
        let code = match judge(reply(409, newer)) {
            Err(ClientError::Refused(problem)) => Some(problem.code),
            _ => None,
        };
        assert_eq!(code, Some(contract::ProblemCode::Other));
    }
}
