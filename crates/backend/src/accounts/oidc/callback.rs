//! Coming back from the identity provider: signed in and at the page that was left, or at the sign-in page with one word
//! of what went wrong. What the provider says of an error is neither shown nor logged.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use openidconnect::IssuerUrl;
use serde::Deserialize;

use super::account_link::{self, LinkedAccount};
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

/// The one error that is the citizen's own wish (RFC 6749, 4.1.2.1).
const CANCELLED: &str = "access_denied";

#[derive(Deserialize)]
pub(crate) struct CallbackQuery {
    state: Option<String>,
    code: Option<String>,
    iss: Option<String>,
    error: Option<String>,
}

/// `GET /single-sign-on/{provider}/return`.
pub(crate) async fn callback(
    State(state): State<AppState>,
    arrival: LoginContext,
    Path(key): Path<String>,
    Query(query): Query<CallbackQuery>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let provider_context = state
        .identity_providers
        .context(&key)
        .ok_or(Refusal::NotFound)?;
    let browser = BrowserToken::returning(&state.config, &headers);
    let pending = match take(&state, &key, query.state.as_deref(), browser).await {
        Ok(pending) => pending,
        Err(error) => return Ok(provider_context.redirect_to_sign_in(&error, None)),
    };
    match sign_in(
        &state,
        &provider_context,
        query,
        &pending,
        arrival.in_cookie(),
    )
    .await
    {
        Ok(begun) => {
            let page = provider_context.addresses.page_url(&pending.back);
            Ok((begun.cookie(&state.config), Redirect::to(&page)).into_response())
        }
        Err(error) => Ok(provider_context.redirect_to_sign_in(&error, Some(&pending.back))),
    }
}

async fn take(
    state: &AppState,
    key: &str,
    told: Option<&str>,
    browser: Option<BrowserToken>,
) -> Result<PendingLogin, OidcError> {
    let told = told.ok_or(OidcError::UnknownState)?.to_owned();
    let (key, now) = (key.to_owned(), state.clock.now());
    state
        .store
        .run(move |transaction| {
            login_attempts::take(transaction, &key, &told, browser.as_ref(), now)
        })
        .await?
}

async fn sign_in(
    state: &AppState,
    provider_context: &ProviderContext<'_>,
    query: CallbackQuery,
    pending: &PendingLogin,
    arrival: LoginContext,
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
    let (key, within) = (provider_context.provider.key().to_owned(), state.clone());
    let shared_device = pending.shared_device;
    let (linked, begun) = state
        .store
        .run(move |transaction| {
            let linked = account_link::link(transaction, &key, &claims, within.clock.now())?;
            let begun = match &linked {
                Ok(linked) => {
                    let account_id = linked.account_id;
                    Some(session::start_on_device(
                        transaction,
                        &within,
                        account_id,
                        &arrival,
                        shared_device,
                    )?)
                }
                Err(_) => None,
            };
            Ok((linked, begun))
        })
        .await?;
    let linked = linked?;
    request_account::set(linked.account_id);
    notify_former_phone(state, linked).await;
    begun.ok_or(OidcError::Unverified)
}

/// RFC 9207: whoever says that each answer names it must be named, and nobody else may be.
fn check_issuer(metadata: &DiscoveredMetadata, told: Option<String>) -> Result<(), OidcError> {
    let always = metadata
        .additional_metadata()
        .authorization_response_iss_parameter_supported;
    let told = told.map(IssuerUrl::new);
    match told {
        None if !always => Ok(()),
        Some(Ok(told)) if told == *metadata.issuer() => Ok(()),
        _ => Err(OidcError::WrongIssuer),
    }
}

/// Not waited for: the sign-in holds whether or not the message gets through.
async fn notify_former_phone(state: &AppState, linked: LinkedAccount) {
    let Some(phone) = linked.former_phone else {
        return;
    };
    let (state, sent_at) = (state.clone(), state.clock.now());
    tokio::spawn(async move {
        let told = state
            .messages
            .send(&phone, FORMER_PHONE.to_owned(), sent_at);
        if told.await.is_err() {
            tracing::warn!("a phone wasn't told that it is no longer an account's");
        }
    });
}

// Names nobody: whoever reads it may not be the citizen.
const FORMER_PHONE: &str = "Tài khoản Một Cửa đăng ký bằng số điện thoại này đã được chủ của số định danh \
     đăng nhập qua nhà cung cấp định danh. Số điện thoại và mật khẩu cũ không còn dùng được cho tài khoản đó. Nếu là bạn, \
     hãy đăng nhập như lần vừa rồi. Nếu không phải bạn, bạn không cần làm gì.";
