//! Starts a sign-in: stores random values (`state`, a nonce, a PKCE code verifier), and redirects the browser to an
//! identity provider. When the browser returns, the backend checks these values.
//!
//! A link on another site can't start a sign-in. If it could, the citizen might be signed in without wanting it,
//! because a provider that recognises the browser may not ask the citizen anything. Such a link leads to the sign-in
//! page instead.
//!
//! Errors redirect to the sign-in page, because the browser makes this request by navigation, and the app's code can't
//! read the response.

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
use crate::store::rate_limit::{CountedAttempt, RateLimit};

/// Limit on sign-ins from one IP address. It is high, because many people share one address in mobile networks.
const SIGN_INS: RateLimit = RateLimit {
    max: 300,
    seconds: 600,
    is_shared: true,
};

/// Query of `GET /single-sign-on/{provider}`. `back` is the path of the page to which the citizen returns after the
/// sign-in.
#[derive(Deserialize)]
pub(crate) struct AuthorizeQuery {
    back: Option<String>,
    #[serde(default)]
    shared_device: bool,
}

/// `GET /single-sign-on/{provider}`: starts a sign-in through this provider.
pub(crate) async fn authorize(
    State(state): State<AppState>,
    client_ip: ClientIp,
    Path(key): Path<String>,
    Query(query): Query<AuthorizeQuery>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let provider_context = state
        .identity_providers
        .context(&key)
        .ok_or(Refusal::NotFound)?;
    let back = match query.back {
        None => provider_context.urls.home_path(),
        Some(path) => provider_context
            .urls
            .check_return_path(&path)
            .ok_or_else(|| {
                Refusal::InvalidRequest("`back` must be the path of a page of the app".to_owned())
            })?,
    };
    if cross_origin::request_site(&headers, &state.config) == RequestSite::CrossOrigin
        && cross_origin::allowed_origin(&headers, &state.config).is_none()
    {
        return Ok(Redirect::to(&provider_context.urls.sign_in_url(&back)).into_response());
    }
    let shared_device = query.shared_device;
    let redirect = start(
        &state,
        &provider_context,
        &client_ip,
        &headers,
        &back,
        shared_device,
    )
    .await;
    Ok(redirect.unwrap_or_else(|error| provider_context.redirect_to_sign_in(&error, Some(&back))))
}

/// Stores the pending sign-in and redirects to the provider's authorization page.
async fn start(
    state: &AppState,
    provider_context: &ProviderContext<'_>,
    client_ip: &ClientIp,
    headers: &HeaderMap,
    back: &str,
    shared_device: bool,
) -> Result<Response, OidcError> {
    let limits = state.client_limits("single-sign-on", &[], client_ip, SIGN_INS);
    let now = state.clock.now();
    CountedAttempt::count(&state.store, limits, now).await?;
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
    let browser = BrowserToken::read_or_create(&state.config, headers)?;
    let cookie = browser.cookie(&state.config);
    let (key, back) = (provider_context.provider.key().to_owned(), back.to_owned());
    state
        .store
        .run(move |transaction| {
            login_attempts::insert_attempt(
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
