//! The callback: the request with which the browser returns from an identity provider. After a successful sign-in, it
//! redirects to the page that the citizen came from. After an error, it redirects to the sign-in page with the kind of
//! error. Error texts of the provider are neither shown nor logged.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use openidconnect::IssuerUrl;
use serde::Deserialize;

use super::account_link::{self, LinkedAccount};
use crate::accounts::message_text::OwnerWarning;
use crate::accounts::one_time_code;
use crate::accounts::session::{self, NewSession};
use crate::auth::login_context::LoginContext;
use crate::auth::oidc::error::OidcError;
use crate::auth::oidc::identity_providers::ProviderContext;
use crate::auth::oidc::login_attempts::{self, BrowserToken, PendingLogin};
use crate::auth::oidc::provider::DiscoveredMetadata;
use crate::auth::oidc::token_exchange::exchange_code;
use crate::http::extract::{Path, Query};
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;

/// The error code that means that the citizen cancelled at the provider (RFC 6749, 4.1.2.1).
const CANCELLED: &str = "access_denied";

/// Query of the callback (RFC 6749, 4.1.2). `iss` is defined in RFC 9207.
#[derive(Deserialize)]
pub(crate) struct CallbackQuery {
    state: Option<String>,
    code: Option<String>,
    iss: Option<String>,
    error: Option<String>,
}

/// `GET /single-sign-on/{provider}/return`: completes a sign-in.
pub(crate) async fn callback(
    State(state): State<AppState>,
    context: LoginContext,
    Path(key): Path<String>,
    Query(query): Query<CallbackQuery>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let provider_context = state
        .identity_providers
        .context(&key)
        .ok_or(Refusal::NotFound)?;
    let browser = BrowserToken::read(&state.config, &headers);
    let pending = match take(&state, &key, query.state.as_deref(), browser).await {
        Ok(pending) => pending,
        Err(error) => return Ok(provider_context.redirect_to_sign_in(&error, None)),
    };
    match sign_in(
        &state,
        &provider_context,
        query,
        &pending,
        context.in_cookie(),
    )
    .await
    {
        Ok(new_session) => {
            let page = provider_context.urls.page_url(&pending.back);
            Ok((new_session.cookies(&state.config), Redirect::to(&page)).into_response())
        }
        Err(error) => Ok(provider_context.redirect_to_sign_in(&error, Some(&pending.back))),
    }
}

/// Removes the pending sign-in with this `state` from the database and returns it.
async fn take(
    state: &AppState,
    key: &str,
    login_state: Option<&str>,
    browser: Option<BrowserToken>,
) -> Result<PendingLogin, OidcError> {
    let login_state = login_state.ok_or(OidcError::UnknownState)?.to_owned();
    let (key, now) = (key.to_owned(), state.clock.now());
    state
        .store
        .run(move |transaction| {
            login_attempts::take_attempt(transaction, &key, &login_state, browser.as_ref(), now)
        })
        .await?
}

/// Exchanges the provider's code for claims, links the account, and starts the session.
async fn sign_in(
    state: &AppState,
    provider_context: &ProviderContext<'_>,
    query: CallbackQuery,
    pending: &PendingLogin,
    context: LoginContext,
) -> Result<NewSession, OidcError> {
    let (now, system_now) = (state.clock.now(), state.clock.system_now());
    let metadata = provider_context
        .provider
        .metadata(provider_context.http, now)
        .await?;
    check_issuer(&metadata, query.iss)?;
    let code = match (query.error.as_deref(), query.code) {
        (Some(CANCELLED), _) => return Err(OidcError::Cancelled),
        (None, Some(code)) => code,
        _ => return Err(OidcError::NoCode),
    };
    let claims = exchange_code(provider_context, &metadata, code, pending, now, system_now).await?;
    let (key, app_state) = (provider_context.provider.key().to_owned(), state.clone());
    let shared_device = pending.shared_device;
    let (linked, new_session) = state
        .store
        .run(move |transaction| {
            let linked = account_link::link(transaction, &key, &claims, app_state.clock.now())?;
            let new_session = match &linked {
                Ok(linked) => {
                    let account_id = linked.account_id;
                    // The link may have removed the sessions of another person.
                    app_state.events.announce_end_of_session(account_id);
                    Some(session::start_session_on(
                        transaction,
                        &app_state,
                        account_id,
                        &context,
                        shared_device,
                    )?)
                }
                Err(_) => None,
            };
            Ok((linked, new_session))
        })
        .await?;
    let linked = linked?;
    request_account::record_account(linked.account_id);
    notify_former_phone(state, linked).await?;
    new_session.ok_or(OidcError::Unverified)
}

/// Checks `iss` (RFC 9207): if present, it must be the provider's issuer. It must be present if the provider's metadata
/// announces it.
fn check_issuer(metadata: &DiscoveredMetadata, issuer: Option<String>) -> Result<(), OidcError> {
    let always = metadata
        .additional_metadata()
        .authorization_response_iss_parameter_supported;
    let issuer = issuer.map(IssuerUrl::new);
    match issuer {
        None if !always => Ok(()),
        Some(Ok(issuer)) if issuer == *metadata.issuer() => Ok(()),
        _ => Err(OidcError::WrongIssuer),
    }
}

/// Sends a message to the phone that was removed from the account. The response of the callback doesn't wait for the
/// message.
async fn notify_former_phone(state: &AppState, linked: LinkedAccount) -> Result<(), Refusal> {
    let Some(phone) = linked.former_phone else {
        return Ok(());
    };
    one_time_code::warning_message(state, phone, OwnerWarning::PhoneReplacedByProvider)
        .send(state)
        .await
}
