//! Sessions. A session starts after a correct code, or when a password is set. It ends when the citizen signs out
//! («Đăng xuất»), after a period without requests, or at its maximum age. The database stores only the hashes of
//! session tokens.

use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, IntoResponseParts, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use contract::session::{Session, SessionChange};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::auth::credential::{AuthScheme, Credential, cookie_name};
use crate::auth::extractors::{Citizen, OpenSession};
use crate::auth::known_device::{self, DeviceMark};
use crate::auth::login_context::LoginContext;
use crate::auth::random;
use crate::auth::session_policy::SessionTimes;
use crate::clock::timestamp;
use crate::config::Config;
use crate::config::SessionLimits;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;

/// How long a session is kept after it has expired, in seconds. An expired session gives no access, but a code can
/// continue it.
const RETENTION_SECONDS: i64 = 12 * 3600;
/// The data that the browser deletes at sign-out. It doesn't include cookies, because the browser would delete the
/// cookies of all services below the same registrable domain. A `Set-Cookie` header deletes the session cookie instead.
const CLEAR_SITE_DATA: &str = "\"cache\", \"storage\"";

/// A new session with its token.
pub(crate) struct NewSession {
    token: String,
    /// The new token that marks the browser as known. `None` on a shared device and for a bearer token.
    device_token: Option<String>,
    /// Key of the account in the database.
    pub(crate) account_id: i64,
    /// The session as the API returns it.
    pub(crate) session: Session,
}

/// Headers that set or clear cookies. The session cookie comes first.
type CookieHeaders = AppendHeaders<Vec<(HeaderName, String)>>;

impl NewSession {
    /// Builds the headers that set the session cookie and mark the browser as known. `None` if the client gets the token
    /// in the response body instead.
    pub(crate) fn cookies(&self, config: &Config) -> Option<CookieHeaders> {
        if self.session.token.is_some() {
            return None;
        }
        let seconds = (!self.session.shared_device).then(|| cookie_seconds(config));
        let session = cookie(config, cookie_name(config), &self.token, seconds);
        let device = self.device_token.as_ref().map(|token| {
            let name = known_device::device_cookie_name(config);
            cookie(config, name, token, Some(known_device::KNOWN_SECONDS))
        });
        Some(AppendHeaders(
            core::iter::once(session).chain(device).collect(),
        ))
    }
}

/// Starts a session on a device that isn't marked as shared. See [`start_session_on`].
pub(super) fn start_session(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    context: &LoginContext,
) -> Result<NewSession, Refusal> {
    start_session_on(transaction, state, account_id, context, false)
}

/// Starts a session of this account. The earlier session of the same browser is deleted, even if it belongs to another
/// account: the browser replaces the earlier token, so nobody should be able to use that token any more.
pub(crate) fn start_session_on(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    context: &LoginContext,
    shared_device: bool,
) -> Result<NewSession, Refusal> {
    let token = random::token()?;
    let now = state.clock.now();
    if let Some(previous) = context.previous_session {
        remove(transaction, state, previous)?;
    }
    transaction.execute(
        "INSERT INTO sessions (token_hash, id, account_id, device, shared_device, begun_at, last_seen_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
        params![
            context.scheme.hash(&token),
            random::id()?,
            account_id,
            context.device,
            shared_device,
            now
        ],
    )?;
    let device_token = match (context.scheme, shared_device) {
        (AuthScheme::Cookie, false) => Some(known_device::remember(
            transaction,
            context.device_mark,
            account_id,
            now,
        )?),
        _ => None,
    };
    let citizen = Citizen {
        account_id,
        account: accounts::find(transaction, account_id)?,
        session: OpenSession {
            token_hash: context.scheme.hash(&token),
            times: SessionTimes {
                begun_at: now,
                last_seen_at: now,
                shared_device,
            },
        },
    };
    Ok(NewSession {
        session: Session {
            token: (context.scheme == AuthScheme::Bearer).then(|| token.clone()),
            ..to_api(citizen, state)
        },
        token,
        device_token,
        account_id,
    })
}

/// `GET /session`: returns the session, or `null` for a guest.
pub(super) async fn show_session(
    State(state): State<AppState>,
    citizen: Option<Citizen>,
) -> Json<Option<Session>> {
    Json(citizen.map(|citizen| to_api(citizen, &state)))
}

/// `PATCH /session`: marks the device as shared, or removes the mark. On a shared device, the browser deletes the
/// session cookie when it is closed, and the backend forgets the browser.
pub(super) async fn update_session(
    State(state): State<AppState>,
    mut citizen: Citizen,
    headers: HeaderMap,
    JsonBody(change): JsonBody<SessionChange>,
) -> Result<Response, Refusal> {
    let shared = change.shared_device;
    let token_hash = citizen.session.token_hash;
    let forgotten = DeviceMark::from_headers(&headers, &state.config).filter(|_| shared);
    state
        .store
        .run(move |transaction| {
            transaction.execute(
                "UPDATE sessions SET shared_device = ?2 WHERE token_hash = ?1",
                params![token_hash, shared],
            )?;
            forgotten.map_or(Ok(()), |mark| known_device::forget(transaction, mark))
        })
        .await?;
    citizen.session.times.shared_device = shared;
    let config = &state.config;
    let seconds = (!shared).then(|| cookie_seconds(config));
    let credential = Credential::from_headers(&headers, config);
    let token = credential.as_ref().and_then(Credential::cookie);
    let session = token.map(|token| cookie(config, cookie_name(config), token, seconds));
    let device = forgotten.map(|_| {
        cookie(
            config,
            known_device::device_cookie_name(config),
            "",
            Some(0),
        )
    });
    let cookies: CookieHeaders = AppendHeaders(session.into_iter().chain(device).collect());
    Ok((cookies, Json(to_api(citizen, &state))).into_response())
}

/// `DELETE /session`: signs out. An expired session is deleted as well, so that no code can continue it.
pub(super) async fn sign_out(
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Refusal> {
    if let Some(credential) = Credential::from_headers(&headers, &state.config) {
        let within = state.clone();
        let removing = state
            .store
            .run(move |transaction| remove(transaction, &within, credential.hash()));
        removing.await?;
    }
    Ok(signed_out_response(&state.config))
}

/// Builds the response to a sign-out on this device.
pub(super) fn signed_out_response(config: &Config) -> impl IntoResponse + use<> {
    (StatusCode::NO_CONTENT, clear_browser(config), ())
}

/// Builds the headers that make the browser delete the session cookie, its cache and the app's stored data.
pub(super) fn clear_browser(config: &Config) -> impl IntoResponseParts + use<> {
    let clear = [(HeaderName::from_static("clear-site-data"), CLEAR_SITE_DATA)];
    let session = cookie(config, cookie_name(config), "", Some(0));
    (clear, AppendHeaders([session]))
}

/// Deletes the expired sessions that a one-time code can no longer continue.
pub(super) fn delete_expired_sessions(
    transaction: &Transaction<'_>,
    bounds: &SessionLimits,
    now: i64,
) -> Result<(), Refusal> {
    let expired = now - RETENTION_SECONDS;
    transaction.execute(
        "DELETE FROM sessions
         WHERE last_seen_at + iif(shared_device, ?2, ?3) <= ?1 OR begun_at + ?4 <= ?1",
        params![
            expired,
            bounds.idle(true),
            bounds.idle(false),
            bounds.life_seconds
        ],
    )?;
    Ok(())
}

/// Deletes a session, whose event streams end too.
fn remove(
    transaction: &Transaction<'_>,
    state: &AppState,
    token_hash: [u8; 32],
) -> Result<(), Refusal> {
    let delete = "DELETE FROM sessions WHERE token_hash = ?1 RETURNING account_id";
    let deleted = transaction.query_row(delete, params![token_hash], |row| row.get(0));
    if let Some(account_id) = deleted.optional()? {
        state.events.announce_end_of_session(account_id);
    }
    Ok(())
}

/// Converts a session to its API type, without the token.
fn to_api(citizen: Citizen, state: &AppState) -> Session {
    let bounds = &state.config.sessions;
    let SessionTimes {
        begun_at,
        shared_device,
        ..
    } = citizen.session.times;
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

/// The account id that devices get, to distinguish accounts. It is a keyed hash. The database key would reveal how many
/// accounts exist, and anybody could compute an unkeyed hash of a citizen id.
fn opaque_id(state: &AppState, account_id: i64) -> String {
    let hash = state.secret.hash("account-id", &[&account_id.to_string()]);
    URL_SAFE_NO_PAD.encode(hash)
}

/// Maximum age of the session cookie, in seconds. It is longer than the session, so that a code can continue an expired
/// session.
fn cookie_seconds(config: &Config) -> i64 {
    i64::from(config.sessions.life_seconds) + RETENTION_SECONDS
}

/// Builds a `Set-Cookie` header. If `cookie_seconds` is `None`, the cookie has no maximum age, and the browser deletes
/// it when the browser is closed.
fn cookie(
    config: &Config,
    name: &str,
    token: &str,
    cookie_seconds: Option<i64>,
) -> (HeaderName, String) {
    let cookie_seconds =
        cookie_seconds.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
    let secure = if config.secure_cookies {
        "; Secure"
    } else {
        ""
    };
    let value = format!("{name}={token}; Path=/{cookie_seconds}; HttpOnly; SameSite=Lax{secure}");
    (SET_COOKIE, value)
}
