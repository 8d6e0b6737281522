//! All configured identity providers («Đăng nhập bằng cổng DVC Quốc gia»).
//!
//! A sign-in through a provider starts a session with the cookie, never with a bearer token: a redirect has no body
//! that could carry one.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::response::{IntoResponse, Redirect, Response};

use super::error::OidcError;
use super::portal_urls::PortalUrls;
use super::provider::Provider;
use super::settings::{OidcSettings, ProviderSettingsError};

/// Timeout of requests to a provider.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The identity providers. Clones share their cached metadata.
#[derive(Clone, Default)]
pub struct IdentityProviders(Option<Arc<ProviderSet>>);

/// The providers of a validated file, with what they share.
struct ProviderSet {
    urls: PortalUrls,
    /// In the order of the operator's file.
    keys: Vec<String>,
    providers: BTreeMap<String, Provider>,
    http: reqwest::Client,
}

impl IdentityProviders {
    /// Reads and validates the operator's file. Without a file there are no providers. No request is sent to a
    /// provider yet.
    pub fn load(file: Option<&Path>) -> Result<IdentityProviders, ProviderSettingsError> {
        let Some(file) = file else {
            return Ok(IdentityProviders::default());
        };
        let settings = OidcSettings::read(file)?;
        let urls = settings.urls;
        let mut keys = Vec::new();
        let mut providers = BTreeMap::new();
        for chosen in settings.providers {
            keys.push(chosen.key.clone());
            providers.insert(chosen.key.clone(), Provider::new(chosen, &urls)?);
        }
        // A redirect could send a request with the client secret to another server.
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(TIMEOUT)
            .build()
            .map_err(ProviderSettingsError::Client)?;
        Ok(IdentityProviders(Some(Arc::new(ProviderSet {
            urls,
            keys,
            providers,
            http,
        }))))
    }

    /// Key and label of each provider, in the order of the operator's file.
    pub(crate) fn list(&self) -> impl Iterator<Item = (&str, &str)> {
        let set = self.0.iter();
        set.flat_map(|set| set.keys.iter().filter_map(|key| set.providers.get(key)))
            .map(|provider| (provider.key(), provider.label()))
    }

    /// The provider with this key.
    pub(crate) fn context(&self, key: &str) -> Option<ProviderContext<'_>> {
        let set = self.0.as_deref()?;
        Some(ProviderContext {
            urls: &set.urls,
            provider: set.providers.get(key)?,
            http: &set.http,
        })
    }
}

/// A provider, with the HTTP client and the URLs that a sign-in needs.
pub(crate) struct ProviderContext<'a> {
    /// URLs of the portal.
    pub(crate) urls: &'a PortalUrls,
    /// The provider.
    pub(crate) provider: &'a Provider,
    /// Client for requests to the provider. It follows no redirects.
    pub(crate) http: &'a reqwest::Client,
}

impl ProviderContext<'_> {
    /// Logs the error and redirects to the sign-in page, which shows the error and continues to `back` after a
    /// successful sign-in.
    pub(crate) fn redirect_to_sign_in(&self, error: &OidcError, back: Option<&str>) -> Response {
        error.log(self.provider.key());
        let page = self.urls.error_url(error.to_sign_in_error(), back);
        Redirect::to(&page).into_response()
    }
}
