//! Leaving for the identity provider: a redirect, with what proves the return kept here and in the browser. Never by a link
//! of another site: a provider that knows the browser may ask nothing, and the citizen would be signed in unasked. It is
//! the browser itself that asks, so whoever can't leave now is led back to the sign-in page, which says so in words.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::auth::oidc::error::Fault;
use crate::auth::oidc::identity_providers::Way;
use crate::auth::oidc::login_attempts::{self, Browser};
use crate::auth::oidc::provider::Proof;
use crate::auth::random;
use crate::http::client_ip::Address;
use crate::http::cross_origin::{self, Site};
use crate::http::extract::{Path, Query};
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{self, Limit};

/// Leavings from one address; behind one of a mobile network there are many people.
const LEAVINGS: Limit = Limit {
    most: 300,
    seconds: 600,
};

#[derive(Deserialize)]
pub(crate) struct Leaving {
    back: Option<String>,
    #[serde(default)]
    shared_device: bool,
}

/// `GET /single-sign-on/{provider}`.
pub(crate) async fn authorize(
    State(state): State<AppState>,
    address: Address,
    Path(key): Path<String>,
    Query(leaving): Query<Leaving>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let way = state.single_sign_on.way(&key).ok_or(Refusal::NotFound)?;
    let back = match leaving.back {
        None => way.addresses.first_screen(),
        Some(asked) => way.addresses.check_back(&asked).ok_or_else(|| {
            Refusal::InvalidRequest("`back` isn't the path of a page of the app".to_owned())
        })?,
    };
    if cross_origin::site(&headers) == Site::Foreign
        && cross_origin::shared_with(&headers, &state.config).is_none()
    {
        return Ok(Redirect::to(&way.addresses.of_sign_in(&back)).into_response());
    }
    let shared_device = leaving.shared_device;
    let gone = go(&state, &way, &address, &headers, &back, shared_device).await;
    Ok(gone.unwrap_or_else(|fault| way.turn_back(&fault, Some(&back))))
}

async fn go(
    state: &AppState,
    way: &Way<'_>,
    address: &Address,
    headers: &HeaderMap,
    back: &str,
    shared_device: bool,
) -> Result<Response, Fault> {
    let whose = state.secret.hash("single-sign-on", &[address.as_str()]);
    let now = state.clock.now();
    state
        .store
        .run(move |transaction| rate_limit::count(transaction, whose, &LEAVINGS, now))
        .await?;
    let metadata = way.provider.metadata(way.http, now).await?;
    let proof = Proof {
        state: random::token()?,
        nonce: random::token()?,
        verifier: random::token()?,
    };
    let page = way.provider.address(&metadata, &proof);
    let browser = Browser::leaving(&state.config, headers)?;
    let cookie = browser.cookie(&state.config);
    let (key, back) = (way.provider.key().to_owned(), back.to_owned());
    state
        .store
        .run(move |transaction| {
            login_attempts::keep(
                transaction,
                &key,
                &proof,
                &browser,
                &back,
                shared_device,
                now,
            )
        })
        .await?;
    Ok((cookie, Redirect::to(&page)).into_response())
}
