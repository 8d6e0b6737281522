//! Coming back from the identity provider: signed in and at the page that was left, or at the sign-in page with one word
//! of what went wrong. What the provider says of an error is neither shown nor logged.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use openidconnect::IssuerUrl;
use serde::Deserialize;

use super::account_link::{self, Linked};
use crate::accounts::session::{self, Begun};
use crate::auth::login_context::Arrival;
use crate::auth::oidc::error::Fault;
use crate::auth::oidc::identity_providers::Way;
use crate::auth::oidc::login_attempts::{self, Browser, Left};
use crate::auth::oidc::provider::Metadata;
use crate::auth::oidc::token_exchange::vouched_for;
use crate::http::extract::{Path, Query};
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;

/// The one error that is the citizen's own wish (RFC 6749, 4.1.2.1).
const CANCELLED: &str = "access_denied";

#[derive(Deserialize)]
pub(crate) struct Answer {
    state: Option<String>,
    code: Option<String>,
    iss: Option<String>,
    error: Option<String>,
}

/// `GET /single-sign-on/{provider}/return`.
pub(crate) async fn callback(
    State(state): State<AppState>,
    arrival: Arrival,
    Path(key): Path<String>,
    Query(answer): Query<Answer>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let way = state.single_sign_on.way(&key).ok_or(Refusal::NotFound)?;
    let browser = Browser::returning(&state.config, &headers);
    let left = match take(&state, &key, answer.state.as_deref(), browser).await {
        Ok(left) => left,
        Err(fault) => return Ok(way.turn_back(&fault, None)),
    };
    match sign_in(&state, &way, answer, &left, arrival.in_cookie()).await {
        Ok(begun) => {
            let page = way.addresses.of_page(&left.back);
            Ok((begun.cookie(&state.config), Redirect::to(&page)).into_response())
        }
        Err(fault) => Ok(way.turn_back(&fault, Some(&left.back))),
    }
}

async fn take(
    state: &AppState,
    key: &str,
    told: Option<&str>,
    browser: Option<Browser>,
) -> Result<Left, Fault> {
    let told = told.ok_or(Fault::UnknownState)?.to_owned();
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
    way: &Way<'_>,
    answer: Answer,
    left: &Left,
    arrival: Arrival,
) -> Result<Begun, Fault> {
    let (now, unmoved) = (state.clock.now(), state.clock.unmoved());
    let metadata = way.provider.metadata(way.http, now).await?;
    check_issuer(&metadata, answer.iss)?;
    let code = match (answer.error.as_deref(), answer.code) {
        (Some(CANCELLED), _) => return Err(Fault::Cancelled),
        (None, Some(code)) => code,
        _ => return Err(Fault::NoCode),
    };
    let vouched = vouched_for(way, &metadata, code, left, now, unmoved).await?;
    let (key, within) = (way.provider.key().to_owned(), state.clone());
    let shared_device = left.shared_device;
    let (linked, begun) = state
        .store
        .run(move |transaction| {
            let linked = account_link::link(transaction, &key, &vouched, within.clock.now())?;
            let begun = match &linked {
                Ok(linked) => {
                    let account_id = linked.account_id;
                    Some(session::begin_on(
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
    request_account::is(linked.account_id);
    tell_former_phone(state, linked).await;
    begun.ok_or(Fault::Unverified)
}

/// RFC 9207: whoever says that each answer names it must be named, and nobody else may be.
fn check_issuer(metadata: &Metadata, told: Option<String>) -> Result<(), Fault> {
    let always = metadata
        .additional_metadata()
        .authorization_response_iss_parameter_supported;
    let told = told.map(IssuerUrl::new);
    match told {
        None if !always => Ok(()),
        Some(Ok(told)) if told == *metadata.issuer() => Ok(()),
        _ => Err(Fault::WrongIssuer),
    }
}

/// Not waited for: the sign-in holds whether or not the message gets through.
async fn tell_former_phone(state: &AppState, linked: Linked) {
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
