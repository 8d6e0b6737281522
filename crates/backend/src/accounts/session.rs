//! The session: begun by a right code or a first password, ended by «Đăng xuất», by silence or by its age. The cookie is out
//! of reach of scripts; the store can't reproduce it, nor the token of the bearer scheme.

use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, IntoResponseParts, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use contract::session::{Session, SessionChange};
use rusqlite::{Transaction, params};

use crate::auth::credential::{AuthScheme, Credential, cookie_name};
use crate::auth::extractors::{Citizen, OpenSession};
use crate::auth::login_context::LoginContext;
use crate::auth::random;
use crate::clock::timestamp;
use crate::config::Config;
use crate::config::SessionLimits;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;

/// A session that has ended is kept for so long: a code lets it go on under the page that still shows. It opens nothing.
const KEPT_SECONDS: i64 = 12 * 3600;
/// What the browser throws away when somebody signs out. Not its cookies: those of every other service below the same
/// registered domain would go too, and ours is cleared by name.
const CLEAR_SITE_DATA: &str = "\"cache\", \"storage\"";

/// A session that has just begun, with the token that only the cookie carries, or the answer where it was asked for.
pub(crate) struct NewSession {
    token: String,
    pub(crate) account_id: i64,
    pub(crate) session: Session,
}

/// Headers that set or clear the cookie.
type CookieHeader = AppendHeaders<[(HeaderName, String); 1]>;

impl NewSession {
    /// The cookie that opens the session; none where the answer carries the token.
    pub(crate) fn cookie(&self, config: &Config) -> Option<CookieHeader> {
        let in_cookie = self.session.token.is_none();
        let cookie_seconds = (!self.session.shared_device).then(|| cookie_seconds(config));
        in_cookie.then(|| cookie(config, &self.token, cookie_seconds))
    }
}

/// Begins a session of this account, for whoever arrived so. One that they arrived with ends, whosever it was: the browser
/// no longer has its token, and nobody else should.
pub(super) fn start(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    arrival: &LoginContext,
) -> Result<NewSession, Refusal> {
    start_on_device(transaction, state, account_id, arrival, false)
}

/// Begins a session of this account on a device that several people use, or one alone.
pub(crate) fn start_on_device(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    arrival: &LoginContext,
    shared_device: bool,
) -> Result<NewSession, Refusal> {
    let token = random::token()?;
    let now = state.clock.now();
    if let Some(earlier) = arrival.earlier {
        remove(transaction, earlier)?;
    }
    transaction.execute(
        "INSERT INTO sessions (token_hash, id, account_id, device, shared_device, begun_at, last_seen_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
        params![
            arrival.scheme.hash(&token),
            random::id()?,
            account_id,
            arrival.device,
            shared_device,
            now
        ],
    )?;
    let citizen = Citizen {
        account_id,
        account: accounts::find(transaction, account_id)?,
        session: OpenSession {
            token_hash: arrival.scheme.hash(&token),
            begun_at: now,
            shared_device,
        },
    };
    Ok(NewSession {
        session: Session {
            token: (arrival.scheme == AuthScheme::Bearer).then(|| token.clone()),
            ..to_api(citizen, state)
        },
        token,
        account_id,
    })
}

/// `GET /session`: `null` for a guest.
pub(super) async fn show(
    State(state): State<AppState>,
    citizen: Option<Citizen>,
) -> Json<Option<Session>> {
    Json(citizen.map(|citizen| to_api(citizen, &state)))
}

/// `PATCH /session`. The cookie of a shared device goes with its browser's last window; the session does long before.
pub(super) async fn change(
    State(state): State<AppState>,
    mut citizen: Citizen,
    headers: HeaderMap,
    JsonBody(change): JsonBody<SessionChange>,
) -> Result<Response, Refusal> {
    let shared = change.shared_device;
    let token_hash = citizen.session.token_hash;
    state
        .store
        .run(move |transaction| {
            transaction.execute(
                "UPDATE sessions SET shared_device = ?2 WHERE token_hash = ?1",
                params![token_hash, shared],
            )?;
            Ok(())
        })
        .await?;
    citizen.session.shared_device = shared;
    let cookie_seconds = (!shared).then(|| cookie_seconds(&state.config));
    let shown_by = Credential::from_headers(&headers, &state.config);
    let cookie = shown_by
        .as_ref()
        .and_then(Credential::cookie)
        .map(|token| cookie(&state.config, token, cookie_seconds));
    Ok((cookie, Json(to_api(citizen, &state))).into_response())
}

/// `DELETE /session`. One that has ended by itself goes too: no code may let it go on.
pub(super) async fn end(
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Refusal> {
    if let Some(to_api) = Credential::from_headers(&headers, &state.config) {
        state
            .store
            .run(move |transaction| remove(transaction, to_api.hash()))
            .await?;
    }
    Ok(signed_out_response(&state.config))
}

/// The answer to whoever has signed out on this device.
pub(super) fn signed_out_response(config: &Config) -> impl IntoResponse + use<> {
    (StatusCode::NO_CONTENT, clear_browser(config), ())
}

/// Headers that leave nothing of the citizen in the browser.
pub(super) fn clear_browser(config: &Config) -> impl IntoResponseParts + use<> {
    let clear = [(HeaderName::from_static("clear-site-data"), CLEAR_SITE_DATA)];
    (clear, cookie(config, "", Some(0)))
}

/// Throws away sessions that ended long ago.
pub(super) fn delete_expired(
    transaction: &Transaction<'_>,
    bounds: &SessionLimits,
    now: i64,
) -> Result<(), Refusal> {
    let long_ago = now - KEPT_SECONDS;
    transaction.execute(
        "DELETE FROM sessions
         WHERE last_seen_at + iif(shared_device, ?2, ?3) <= ?1 OR begun_at + ?4 <= ?1",
        params![
            long_ago,
            bounds.idle(true),
            bounds.idle(false),
            bounds.life_seconds
        ],
    )?;
    Ok(())
}

fn remove(transaction: &Transaction<'_>, token_hash: [u8; 32]) -> Result<(), Refusal> {
    let delete = "DELETE FROM sessions WHERE token_hash = ?1";
    transaction.execute(delete, params![token_hash])?;
    Ok(())
}

fn to_api(citizen: Citizen, state: &AppState) -> Session {
    let bounds = &state.config.sessions;
    let OpenSession {
        begun_at,
        shared_device,
        ..
    } = citizen.session;
    Session {
        account: citizen.account,
        account_id: opaque_id(state, citizen.account_id),
        idle_seconds: bounds.idle(shared_device),
        expires_at: timestamp(begun_at + i64::from(bounds.life_seconds)),
        warn_seconds: bounds.warn(shared_device),
        shared_device,
        token: None,
    }
}

/// What a device may know an account by. Neither the key in the store, which tells how many there are, nor a hash that
/// anybody could make of a citizen id.
fn opaque_id(state: &AppState, account_id: i64) -> String {
    let hash = state.secret.hash("account-id", &[&account_id.to_string()]);
    URL_SAFE_NO_PAD.encode(hash)
}

/// How long a browser keeps the cookie: beyond the session's end, which the store sees to, so that a code can let it go on.
fn cookie_seconds(config: &Config) -> i64 {
    i64::from(config.sessions.life_seconds) + KEPT_SECONDS
}

/// Without a life the cookie goes when the browser is closed.
fn cookie(config: &Config, token: &str, cookie_seconds: Option<i64>) -> CookieHeader {
    let name = cookie_name(config);
    let cookie_seconds =
        cookie_seconds.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
    let secure = if config.secure_cookies {
        "; Secure"
    } else {
        ""
    };
    AppendHeaders([(
        SET_COOKIE,
        format!("{name}={token}; Path=/{cookie_seconds}; HttpOnly; SameSite=Lax{secure}"),
    )])
}
