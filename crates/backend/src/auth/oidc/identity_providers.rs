//! «Đăng nhập bằng cổng DVC Quốc gia» (R0.14, R4.2–R4.5): OpenID Connect, the authorization code flow with PKCE, done
//! wholly here. The browser only leaves and comes back; no code, no token and no word of the provider's ever reaches the
//! app, and no claim is believed before its token's signature, issuer, audience, age and nonce have been checked.
//!
//! It begins a session with the cookie and never with a bearer token: a redirect has no body to put one in.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::response::{IntoResponse, Redirect, Response};

use super::error::OidcError;
use super::portal_urls::PortalUrls;
use super::provider::Provider;
use super::settings::{OidcSettings, ProviderSettingsError};

/// A provider that says nothing for so long is away.
const PATIENCE: Duration = Duration::from_secs(10);

/// The identity providers that citizens may come through; clones share what is known of them.
#[derive(Clone, Default)]
pub struct IdentityProviders(Option<Arc<ProviderSet>>);

struct ProviderSet {
    addresses: PortalUrls,
    /// In the order of the operator's file.
    keys: Vec<String>,
    providers: BTreeMap<String, Provider>,
    http: reqwest::Client,
}

impl IdentityProviders {
    /// Reads and checks the operator's file; without one there is no such way in. No provider is asked for anything yet.
    pub fn load(file: Option<&Path>) -> Result<IdentityProviders, ProviderSettingsError> {
        let Some(file) = file else {
            return Ok(IdentityProviders::default());
        };
        let settings = OidcSettings::read(file)?;
        let addresses = settings.addresses;
        let mut keys = Vec::new();
        let mut providers = BTreeMap::new();
        for chosen in settings.providers {
            keys.push(chosen.key.clone());
            providers.insert(chosen.key.clone(), Provider::new(chosen, &addresses)?);
        }
        // A redirect could lead a request that carries the client's secret to anywhere.
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(PATIENCE)
            .build()
            .map_err(ProviderSettingsError::Client)?;
        Ok(IdentityProviders(Some(Arc::new(ProviderSet {
            addresses,
            keys,
            providers,
            http,
        }))))
    }

    /// Key and label of each provider, first one first.
    pub(crate) fn list(&self) -> impl Iterator<Item = (&str, &str)> {
        let set = self.0.iter();
        set.flat_map(|set| set.keys.iter().filter_map(|key| set.providers.get(key)))
            .map(|provider| (provider.key(), provider.label()))
    }

    pub(crate) fn context(&self, key: &str) -> Option<ProviderContext<'_>> {
        let set = self.0.as_deref()?;
        Some(ProviderContext {
            addresses: &set.addresses,
            provider: set.providers.get(key)?,
            http: &set.http,
        })
    }
}

/// One provider, with what it takes to speak to it and to come back.
pub(crate) struct ProviderContext<'a> {
    pub(crate) addresses: &'a PortalUrls,
    pub(crate) provider: &'a Provider,
    pub(crate) http: &'a reqwest::Client,
}

impl ProviderContext<'_> {
    /// Leads a browser that nobody is signed in with to the sign-in page, which says what went wrong and goes on from there.
    pub(crate) fn redirect_to_sign_in(&self, error: &OidcError, back: Option<&str>) -> Response {
        error.log(self.provider.key());
        let page = self.addresses.error_url(error.sign_in_error(), back);
        Redirect::to(&page).into_response()
    }
}
