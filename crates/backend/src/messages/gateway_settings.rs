//! The settings file of the HTTP gateway: its URL, the request, and how to recognise a successful response. Secrets are
//! read from other files or from the environment. No value of the settings may be logged, because it may contain a
//! secret.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Url};
use serde::Deserialize;
use serde_json::Value;

use super::template::fill;

/// The default timeout of a request to the gateway, in seconds. It is short, because the citizen waits for the
/// response.
const TIMEOUT_SECONDS: u64 = 10;

/// The validated settings of the HTTP gateway.
pub(super) struct GatewaySettings {
    pub(super) url: Url,
    pub(super) method: Method,
    pub(super) headers: HeaderMap,
    pub(super) body: Value,
    pub(super) secrets: BTreeMap<String, String>,
    pub(super) accepted: Option<ExpectedAnswer>,
    pub(super) timeout: Duration,
}

/// How to recognise a successful response. This setting is needed for a gateway that reports errors with status 200.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExpectedAnswer {
    /// A JSON Pointer into the gateway's response body.
    pub(super) pointer: String,
    /// The value that a successful response has at this pointer.
    pub(super) value: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GatewayFile {
    url: String,
    #[serde(default)]
    method: Option<String>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    body: Value,
    #[serde(default)]
    secrets: BTreeMap<String, SecretSource>,
    #[serde(default)]
    accepted: Option<ExpectedAnswer>,
    #[serde(default)]
    timeout_seconds: Option<u64>,
}

/// Where a secret is read from: a file, or an environment variable.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SecretSource {
    /// The whole content of a file, without line breaks at its end.
    File(PathBuf),
    /// The value of an environment variable.
    Environment(String),
}

impl GatewaySettings {
    /// Reads and validates the settings file, and reads the secrets.
    pub(super) fn read(file: &Path) -> Result<GatewaySettings, GatewayError> {
        let text = std::fs::read_to_string(file).map_err(GatewayError::File)?;
        let file: GatewayFile =
            serde_json::from_str(&text).map_err(|error| GatewayError::Unreadable {
                line: error.line(),
                column: error.column(),
            })?;
        let mut secrets = BTreeMap::new();
        for (name, place) in file.secrets {
            let secret = place
                .read()
                .ok_or_else(|| GatewayError::Secret(name.clone()))?;
            secrets.insert(name, secret);
        }
        Ok(GatewaySettings {
            url: parse_url(&file.url)?,
            method: method(file.method.as_deref().unwrap_or("POST"))?,
            headers: headers(&file.headers, &secrets)?,
            body: file.body,
            secrets,
            accepted: file.accepted,
            timeout: Duration::from_secs(file.timeout_seconds.unwrap_or(TIMEOUT_SECONDS)),
        })
    }
}

impl SecretSource {
    /// Reads the secret. `None` if it is missing or empty.
    pub(super) fn read(&self) -> Option<String> {
        let secret = match self {
            SecretSource::File(file) => std::fs::read_to_string(file).ok()?,
            SecretSource::Environment(name) => std::env::var(name).ok()?,
        };
        let secret = secret.trim_end().to_owned();
        (!secret.is_empty()).then_some(secret)
    }
}

/// Parses the gateway's URL. The request contains one-time codes, so the URL must use HTTPS unless the gateway is on
/// this machine.
fn parse_url(text: &str) -> Result<Url, GatewayError> {
    let url = Url::parse(text).map_err(|_| GatewayError::Url)?;
    let within = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    match url.scheme() {
        // A placeholder isn't allowed in the URL, because phone numbers would then appear in the access logs of
        // proxies.
        _ if text.contains(['{', '}']) => Err(GatewayError::Url),
        "https" => Ok(url),
        "http" if within => Ok(url),
        _ => Err(GatewayError::Url),
    }
}

fn method(name: &str) -> Result<Method, GatewayError> {
    match name {
        "POST" => Ok(Method::POST),
        "PUT" => Ok(Method::PUT),
        _ => Err(GatewayError::Method),
    }
}

fn headers(
    written: &BTreeMap<String, String>,
    secrets: &BTreeMap<String, String>,
) -> Result<HeaderMap, GatewayError> {
    let mut headers = HeaderMap::new();
    let secret = |name: &str| secrets.get(name).map(String::as_str);
    for (name, value) in written {
        let wrong = || GatewayError::Header(name.clone());
        let value = fill(value, &secret).map_err(GatewayError::Place)?;
        let mut value = HeaderValue::try_from(value).map_err(|_| wrong())?;
        value.set_sensitive(true);
        headers.insert(HeaderName::try_from(name).map_err(|_| wrong())?, value);
    }
    Ok(headers)
}

/// Why the settings file is invalid. The messages name the invalid setting but don't contain its value, which may be a
/// secret.
#[derive(Debug, thiserror::Error)]
pub enum GatewayError {
    /// The settings file can't be read.
    #[error("can't read the settings file of the text message gateway: {0}")]
    File(std::io::Error),
    /// The settings file isn't JSON of the documented structure.
    #[error(
        "the settings file of the text message gateway is invalid at line {line}, column {column}"
    )]
    Unreadable {
        /// The line of the JSON error in the settings file, starting at 1.
        line: usize,
        /// The column of the JSON error, starting at 1.
        column: usize,
    },
    /// The gateway's URL doesn't use https, or contains a placeholder.
    #[error(
        "the gateway's `url` must be https, or http on this machine, without `{{…}}` placeholders"
    )]
    Url,
    /// The HTTP method isn't supported.
    #[error("the gateway's `method` must be POST or PUT")]
    Method,
    /// The name or the value of a request header is invalid. Contains the name of the header.
    #[error("the gateway's header `{0}` has an invalid name or value")]
    Header(String),
    /// A secret is missing or empty. Contains the name of the secret.
    #[error("the gateway's secret `{0}` is missing or empty")]
    Secret(String),
    /// The request contains a placeholder that doesn't exist. Contains the name of the placeholder.
    #[error("unknown placeholder `{{{0}}}` in the gateway's request")]
    Place(String),
    /// The HTTP client can't be created.
    #[error("can't create the HTTP client of the text message gateway: {0}")]
    Client(reqwest::Error),
}
