//! The file that describes an operator's own gateway: where it is, what a request to it looks like and how its yes reads.
//! Secrets stand in files of their own or in the environment, and nothing here may be printed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Url};
use serde::Deserialize;
use serde_json::Value;

use super::template::fill;

/// A gateway that is slower than this has failed: the citizen is waiting.
const TIMEOUT_SECONDS: u64 = 10;

/// What a request to the gateway is made of.
pub(super) struct GatewaySettings {
    pub(super) url: Url,
    pub(super) method: Method,
    pub(super) headers: HeaderMap,
    pub(super) body: Value,
    pub(super) secrets: BTreeMap<String, String>,
    pub(super) accepted: Option<Accepted>,
    pub(super) timeout: Duration,
}

/// How a yes reads, for a gateway that says no with status 200.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Accepted {
    /// JSON Pointer into the answer.
    pub(super) pointer: String,
    /// What stands there.
    pub(super) value: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettingsFile {
    url: String,
    #[serde(default)]
    method: Option<String>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    body: Value,
    #[serde(default)]
    secrets: BTreeMap<String, SecretPlace>,
    #[serde(default)]
    accepted: Option<Accepted>,
    #[serde(default)]
    timeout_seconds: Option<u64>,
}

/// Where a secret stands.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum SecretPlace {
    File(PathBuf),
    Environment(String),
}

impl GatewaySettings {
    /// Reads the file and what it names.
    pub(super) fn read(file: &Path) -> Result<GatewaySettings, GatewayFault> {
        let text = std::fs::read_to_string(file).map_err(GatewayFault::File)?;
        let file: SettingsFile =
            serde_json::from_str(&text).map_err(|fault| GatewayFault::Unreadable {
                line: fault.line(),
                column: fault.column(),
            })?;
        let mut secrets = BTreeMap::new();
        for (name, place) in file.secrets {
            let secret = place
                .read()
                .ok_or_else(|| GatewayFault::Secret(name.clone()))?;
            secrets.insert(name, secret);
        }
        Ok(GatewaySettings {
            url: address(&file.url)?,
            method: method(file.method.as_deref().unwrap_or("POST"))?,
            headers: headers(&file.headers, &secrets)?,
            body: file.body,
            secrets,
            accepted: file.accepted,
            timeout: Duration::from_secs(file.timeout_seconds.unwrap_or(TIMEOUT_SECONDS)),
        })
    }
}

impl SecretPlace {
    fn read(&self) -> Option<String> {
        let secret = match self {
            SecretPlace::File(file) => std::fs::read_to_string(file).ok()?,
            SecretPlace::Environment(name) => std::env::var(name).ok()?,
        };
        let secret = secret.trim_end().to_owned();
        (!secret.is_empty()).then_some(secret)
    }
}

/// Codes travel in clear inside the request, so only over TLS or within this machine.
fn address(text: &str) -> Result<Url, GatewayFault> {
    let url = Url::parse(text).map_err(|_| GatewayFault::Address)?;
    let within = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    match url.scheme() {
        // A place in the address would put a phone into the logs of everything on the way.
        _ if text.contains(['{', '}']) => Err(GatewayFault::Address),
        "https" => Ok(url),
        "http" if within => Ok(url),
        _ => Err(GatewayFault::Address),
    }
}

fn method(name: &str) -> Result<Method, GatewayFault> {
    match name {
        "POST" => Ok(Method::POST),
        "PUT" => Ok(Method::PUT),
        _ => Err(GatewayFault::Method),
    }
}

fn headers(
    written: &BTreeMap<String, String>,
    secrets: &BTreeMap<String, String>,
) -> Result<HeaderMap, GatewayFault> {
    let mut headers = HeaderMap::new();
    let secret = |name: &str| secrets.get(name).map(String::as_str);
    for (name, value) in written {
        let wrong = || GatewayFault::Header(name.clone());
        let value = fill(value, &secret).map_err(GatewayFault::Place)?;
        let mut value = HeaderValue::try_from(value).map_err(|_| wrong())?;
        value.set_sensitive(true);
        headers.insert(HeaderName::try_from(name).map_err(|_| wrong())?, value);
    }
    Ok(headers)
}

/// Why a gateway can't be used. Names what is wrong and never what stands there: it may be a secret.
#[derive(Debug, thiserror::Error)]
pub enum GatewayFault {
    /// The file can't be read.
    #[error("the file of the text message gateway can't be read: {0}")]
    File(std::io::Error),
    /// It isn't JSON of the expected shape.
    #[error("the file of the text message gateway doesn't fit at line {line}, column {column}")]
    Unreadable {
        /// Where, from 1.
        line: usize,
        /// Where in the line, from 1.
        column: usize,
    },
    /// The address isn't https, or has places to fill.
    #[error("the gateway's `url` must be https, or http on this machine, without `{{…}}`")]
    Address,
    /// Any other method.
    #[error("the gateway's `method` must be POST or PUT")]
    Method,
    /// A header that can't be sent.
    #[error("the gateway's header `{0}` can't be sent")]
    Header(String),
    /// A secret that isn't where it should be.
    #[error("the gateway's secret `{0}` isn't where it should be, or is empty")]
    Secret(String),
    /// A place that nothing fills.
    #[error("nothing fills `{{{0}}}` in the gateway's request")]
    Place(String),
    /// The client can't be made.
    #[error("the client of the text message gateway can't be made: {0}")]
    Client(reqwest::Error),
}
