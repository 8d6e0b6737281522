//! The HTTP client for requests to identity providers.

use core::future::Future;
use core::pin::Pin;
use core::time::Duration;

use axum::http;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::{Client, Request};

use crate::http::limited_body::{LimitedBodyError, read_body};

/// Timeout of a request to a provider.
const TIMEOUT: Duration = Duration::from_secs(10);
/// The largest response that is read, in bytes. Metadata, keys and claims have a few kilobytes.
const RESPONSE_BYTES: usize = 1024 * 1024;

/// A client for requests to identity providers. It follows no redirects, because a redirect could send a request with
/// the client secret to another server.
pub(crate) struct ProviderHttp(Client);

/// Why a request to a provider failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProviderHttpError {
    /// The request is malformed, or the provider can't be reached.
    #[error(transparent)]
    Request(#[from] reqwest::Error),
    /// The body of the response can't be read.
    #[error(transparent)]
    Body(#[from] LimitedBodyError),
    /// The head of the response is malformed.
    #[error(transparent)]
    Head(#[from] http::Error),
}

impl ProviderHttp {
    /// Creates a client. Fails if the system can't open connections.
    pub(crate) fn new() -> Result<ProviderHttp, reqwest::Error> {
        let client = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(TIMEOUT)
            .build()?;
        Ok(ProviderHttp(client))
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, ProviderHttpError> {
        let request: Request = request.try_into()?;
        let response = self.0.execute(request).await?;
        let mut head = http::Response::builder()
            .status(response.status())
            .version(response.version());
        for (name, value) in response.headers() {
            head = head.header(name, value);
        }
        let body = read_body(response, RESPONSE_BYTES).await?;
        Ok(head.body(body)?)
    }
}

impl<'c> AsyncHttpClient<'c> for ProviderHttp {
    type Error = ProviderHttpError;
    type Future =
        Pin<Box<dyn Future<Output = Result<HttpResponse, ProviderHttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}
