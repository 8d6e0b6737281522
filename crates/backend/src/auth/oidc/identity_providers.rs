//! All identity providers that the operator has configured («Đăng nhập bằng cổng DVC Quốc gia»).
//!
//! A sign-in through a provider always puts the session token into a cookie. It can't return a bearer token, because it
//! ends with a redirect, which has no body for the token.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use axum::response::{IntoResponse, Redirect, Response};

use super::error::OidcError;
use super::portal_urls::PortalUrls;
use super::provider::Provider;
use super::provider_http::ProviderHttp;
use super::settings::{OidcSettings, ProviderSettingsError};

/// The identity providers. Clones share the cached metadata of the providers.
#[derive(Clone, Default)]
pub struct IdentityProviders(Option<Arc<ProviderSet>>);

/// The providers of a validated file, with the portal's URLs and the HTTP client that all providers use.
struct ProviderSet {
    urls: PortalUrls,
    /// Keys of the providers, in the order of the operator's file.
    keys: Vec<String>,
    providers: BTreeMap<String, Provider>,
    http: ProviderHttp,
}

impl IdentityProviders {
    /// Reads and validates the operator's file. Without a file there are no providers. Sends no request to a provider.
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
        let http = ProviderHttp::new().map_err(ProviderSettingsError::Client)?;
        Ok(IdentityProviders(Some(Arc::new(ProviderSet {
            urls,
            keys,
            providers,
            http,
        }))))
    }

    /// The key and the label of each provider, in the order of the operator's file.
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
    /// URLs of the portal, to which the provider may redirect.
    pub(crate) urls: &'a PortalUrls,
    /// The provider that the citizen uses.
    pub(crate) provider: &'a Provider,
    /// Client for requests to the provider.
    pub(crate) http: &'a ProviderHttp,
}

impl ProviderContext<'_> {
    /// Logs the error and redirects to the sign-in page. The page shows the error. After a successful sign-in it
    /// continues to `back`.
    pub(crate) fn redirect_to_sign_in(&self, error: &OidcError, back: Option<&str>) -> Response {
        error.log(self.provider.key());
        let page = self.urls.error_url(error.to_sign_in_error(), back);
        Redirect::to(&page).into_response()
    }
}
