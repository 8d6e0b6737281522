//! Calls the gateway: creates orders, and asks for the state of an order.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Url};
use serde::de::DeserializeOwned;

use super::protocol::{CreatedOrder, NewOrder, ORDERS_PATH, OrderReport};
use super::signature::GatewayKey;
use crate::http::limited_body::{LimitedBodyError, read_body};

/// How long the gateway may take to answer. The citizen waits meanwhile.
const TIMEOUT: Duration = Duration::from_secs(8);
/// The largest response that is read, in bytes.
const RESPONSE_BYTES: usize = 16 * 1024;

/// A client of a payment gateway. Clones share the connections.
#[derive(Clone)]
pub struct PaymentGateway {
    client: Client,
    url: Url,
    key: Arc<GatewayKey>,
}

/// The gateway can't be reached, or its answer can't be read. Nothing is known about the order then.
#[derive(Debug, thiserror::Error)]
#[error("the payment gateway failed: {0}")]
pub struct GatewayUnavailable(String);

impl PaymentGateway {
    /// Creates a client of the gateway at `url`, which shares `key` with the backend.
    ///
    /// # Errors
    ///
    /// [`GatewayUnavailable`] if the system can't open connections.
    pub fn new(url: Url, key: GatewayKey) -> Result<PaymentGateway, GatewayUnavailable> {
        let client = Client::builder()
            // A redirect could lead the signed order to somebody else.
            .redirect(Policy::none())
            .timeout(TIMEOUT)
            .build()
            .map_err(|error| GatewayUnavailable(error.to_string()))?;
        Ok(PaymentGateway {
            client,
            url,
            key: Arc::new(key),
        })
    }

    /// The key that this backend shares with the gateway.
    pub(crate) fn key(&self) -> &GatewayKey {
        &self.key
    }

    /// Creates an order. A repeated order with the same number is the same order. `now` is the time in Unix seconds, as
    /// other machines know it.
    ///
    /// # Errors
    ///
    /// [`GatewayUnavailable`].
    pub async fn create_order(
        &self,
        order: &NewOrder,
        now: i64,
    ) -> Result<CreatedOrder, GatewayUnavailable> {
        let body = serde_json::to_vec(order).map_err(unreadable)?;
        self.send(Method::POST, ORDERS_PATH, body, now).await
    }

    /// Asks for the state of an order.
    ///
    /// # Errors
    ///
    /// [`GatewayUnavailable`].
    pub async fn order(&self, order: &str, now: i64) -> Result<OrderReport, GatewayUnavailable> {
        let path = [ORDERS_PATH, "/", order].concat();
        let report: OrderReport = self.send(Method::GET, &path, Vec::new(), now).await?;
        match report.order == order {
            true => Ok(report),
            false => Err(GatewayUnavailable("it reported another order".to_owned())),
        }
    }

    async fn send<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Vec<u8>,
        now: i64,
    ) -> Result<T, GatewayUnavailable> {
        let target = [method.as_str(), " ", path].concat();
        let signed = self.key.sign(&target, &body, now);
        let signed = signed.map_err(|_| GatewayUnavailable("no random numbers".to_owned()))?;
        let url = [self.url.as_str().trim_end_matches('/'), path].concat();
        let mut request = self.client.request(method, url).body(body);
        for (name, value) in signed.headers() {
            request = request.header(name, value);
        }
        let response = request.header(CONTENT_TYPE, "application/json").send();
        let response = response.await.map_err(|error| failed(&error))?;
        if !response.status().is_success() {
            return Err(GatewayUnavailable(response.status().to_string()));
        }
        let body = read_body(response, RESPONSE_BYTES).await;
        let body = body.map_err(|error| match error {
            LimitedBodyError::Connection(error) => failed(&error),
            LimitedBodyError::TooLong => GatewayUnavailable("its answer is too long".to_owned()),
        })?;
        serde_json::from_slice(&body).map_err(unreadable)
    }
}

/// The error without the URL, which contains the number of an order.
fn failed(error: &reqwest::Error) -> GatewayUnavailable {
    let kind = match (error.is_timeout(), error.is_connect()) {
        (true, _) => "no answer in time",
        (_, true) => "no connection",
        _ => "the connection broke",
    };
    GatewayUnavailable(kind.to_owned())
}

fn unreadable(_: serde_json::Error) -> GatewayUnavailable {
    GatewayUnavailable("its answer can't be read".to_owned())
}
