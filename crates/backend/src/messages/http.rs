//! A gateway that sends text messages over HTTP. The operator's settings file defines the URL, headers and body of the
//! request. Error messages don't contain the response body, the phone, the text or a secret.

use std::path::Path;

use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use serde_json::Value;

use super::gateway::{Delivering, Gateway, TextMessage};
use super::gateway_settings::{GatewayError, GatewaySettings};
use super::template::fill;
use crate::clock::timestamp;
use crate::http::limited_body::{LimitedBodyError, read_body};
use crate::refusal::Refusal;

/// The largest response that is read, in bytes.
const RESPONSE_BYTES: usize = 64 * 1024;

/// Sends messages with HTTP requests, as the operator's settings file defines them.
pub struct HttpGateway {
    client: Client,
    settings: GatewaySettings,
}

impl HttpGateway {
    /// Reads the settings file and creates the gateway.
    ///
    /// # Errors
    ///
    /// [`GatewayError`] if the settings are invalid, a secret is missing, or a placeholder is unknown.
    pub fn open(file: &Path) -> Result<HttpGateway, GatewayError> {
        let settings = GatewaySettings::read(file)?;
        let client = Client::builder()
            // Messages contain one-time codes and must go only to the configured URL, so redirects aren't followed.
            .redirect(Policy::none())
            .timeout(settings.timeout)
            .build()
            .map_err(GatewayError::Client)?;
        let gateway = HttpGateway { client, settings };
        let nothing = TextMessage {
            phone: String::new(),
            text: String::new(),
            sent_at: 0,
        };
        gateway.body(&nothing).map_err(GatewayError::Place)?;
        Ok(gateway)
    }

    /// Sends the request for a message and checks the response.
    async fn post(&self, message: &TextMessage) -> Result<(), Refusal> {
        let body = self.body(message).map_err(Refusal::internal)?;
        let settings = &self.settings;
        let response = self
            .client
            .request(settings.method.clone(), settings.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .headers(settings.headers.clone())
            .body(serde_json::to_vec(&body)?)
            .send()
            .await
            // The URL may contain an API key, so it is removed from the error.
            .map_err(|error| gateway_error(&error.without_url()))?;
        let status = response.status();
        if !status.is_success() {
            return Err(gateway_error(&status));
        }
        self.require_success(response).await
    }

    /// Checks the response body, if the settings define how to recognise a successful response.
    async fn require_success(&self, response: Response) -> Result<(), Refusal> {
        let Some(accepted) = &self.settings.accepted else {
            return Ok(());
        };
        let body = read_body(response, RESPONSE_BYTES).await;
        let body = body.map_err(|error| match error {
            LimitedBodyError::Connection(error) => gateway_error(&error.without_url()),
            LimitedBodyError::TooLong => gateway_error(&"the response is too long"),
        })?;
        let body: Value = serde_json::from_slice(&body).unwrap_or_default();
        if body.pointer(&accepted.pointer) == Some(&accepted.value) {
            Ok(())
        } else {
            Err(gateway_error(&"the response doesn't report success"))
        }
    }

    /// Builds the request body for a message. The error is the name of an unknown placeholder.
    fn body(&self, message: &TextMessage) -> Result<Value, String> {
        let time = timestamp(message.sent_at).0;
        let national = message.phone.strip_prefix('0').unwrap_or_default();
        let international = ["84", national].concat();
        let value = |name: &str| match name {
            "phone" => Some(message.phone.as_str()),
            "phone_international" => Some(international.as_str()),
            "text" => Some(message.text.as_str()),
            "time" => Some(time.as_str()),
            secret => self.settings.secrets.get(secret).map(String::as_str),
        };
        fill_strings(&self.settings.body, &value)
    }
}

impl Gateway for HttpGateway {
    fn deliver(&self, message: TextMessage) -> Delivering<'_> {
        Box::pin(async move { self.post(&message).await })
    }
}

fn gateway_error(cause: &dyn core::fmt::Display) -> Refusal {
    Refusal::internal(format_args!("the text message gateway failed: {cause}"))
}

/// Replaces the placeholders in all strings of the body. The values are inserted before the body is serialised as JSON,
/// so they can't break its syntax.
fn fill_strings<'v>(
    template: &Value,
    value: &impl Fn(&str) -> Option<&'v str>,
) -> Result<Value, String> {
    Ok(match template {
        Value::String(text) => Value::String(fill(text, value)?),
        Value::Array(items) => Value::Array(
            items
                .iter()
                .map(|item| fill_strings(item, value))
                .collect::<Result<_, _>>()?,
        ),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .map(|(key, member)| Ok((key.clone(), fill_strings(member, value)?)))
                .collect::<Result<_, String>>()?,
        ),
        other => other.clone(),
    })
}
