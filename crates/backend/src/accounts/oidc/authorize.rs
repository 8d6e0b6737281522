//! Leaving for the identity provider: a redirect, with what proves the return kept here and in the browser. Never by a link
//! of another site: a provider that knows the browser may ask nothing, and the citizen would be signed in unasked. It is
//! the browser itself that asks, so whoever can't leave now is led back to the sign-in page, which says so in words.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::auth::oidc::error::OidcError;
use crate::auth::oidc::identity_providers::ProviderContext;
use crate::auth::oidc::login_attempts::{self, BrowserToken};
use crate::auth::oidc::provider::LoginSecrets;
use crate::auth::random;
use crate::http::client_ip::ClientIp;
use crate::http::cross_origin::{self, RequestSite};
use crate::http::extract::{Path, Query};
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{self, RateLimit};

/// Leavings from one address; behind one of a mobile network there are many people.
const LEAVINGS: RateLimit = RateLimit {
    max: 300,
    seconds: 600,
};

#[derive(Deserialize)]
pub(crate) struct AuthorizeQuery {
    back: Option<String>,
    #[serde(default)]
    shared_device: bool,
}

/// `GET /single-sign-on/{provider}`.
pub(crate) async fn authorize(
    State(state): State<AppState>,
    client_ip: ClientIp,
    Path(key): Path<String>,
    Query(leaving): Query<AuthorizeQuery>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let provider_context = state
        .identity_providers
        .context(&key)
        .ok_or(Refusal::NotFound)?;
    let back = match leaving.back {
        None => provider_context.addresses.home_path(),
        Some(asked) => provider_context
            .addresses
            .check_return_path(&asked)
            .ok_or_else(|| {
                Refusal::InvalidRequest("`back` isn't the path of a page of the app".to_owned())
            })?,
    };
    if cross_origin::request_site(&headers) == RequestSite::CrossOrigin
        && cross_origin::allowed_origin(&headers, &state.config).is_none()
    {
        return Ok(Redirect::to(&provider_context.addresses.sign_in_url(&back)).into_response());
    }
    let shared_device = leaving.shared_device;
    let gone = go(
        &state,
        &provider_context,
        &client_ip,
        &headers,
        &back,
        shared_device,
    )
    .await;
    Ok(gone.unwrap_or_else(|error| provider_context.redirect_to_sign_in(&error, Some(&back))))
}

async fn go(
    state: &AppState,
    provider_context: &ProviderContext<'_>,
    client_ip: &ClientIp,
    headers: &HeaderMap,
    back: &str,
    shared_device: bool,
) -> Result<Response, OidcError> {
    let whose = state.secret.hash("single-sign-on", &[client_ip.as_str()]);
    let now = state.clock.now();
    state
        .store
        .run(move |transaction| rate_limit::record_attempt(transaction, whose, &LEAVINGS, now))
        .await?;
    let metadata = provider_context
        .provider
        .metadata(provider_context.http, now)
        .await?;
    let secrets = LoginSecrets {
        state: random::token()?,
        nonce: random::token()?,
        verifier: random::token()?,
    };
    let page = provider_context
        .provider
        .authorization_url(&metadata, &secrets);
    let browser = BrowserToken::leaving(&state.config, headers)?;
    let cookie = browser.cookie(&state.config);
    let (key, back) = (provider_context.provider.key().to_owned(), back.to_owned());
    state
        .store
        .run(move |transaction| {
            login_attempts::keep(
                transaction,
                &key,
                &secrets,
                &browser,
                &back,
                shared_device,
                now,
            )
        })
        .await?;
    Ok((cookie, Redirect::to(&page)).into_response())
}
