//! The session: begun by a right code or a first password, ended by «Đăng xuất», by half an hour of
//! silence or by twelve hours. The cookie is out of reach of scripts; the store can't reproduce it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse};
use contract::account::Account;
use contract::session::Session;
use rusqlite::{Transaction, params};

use crate::account_store;
use crate::clock::timestamp;
use crate::config::Config;
use crate::random;
use crate::refusal::Refusal;
use crate::signed_in::{Citizen, IDLE_SECONDS, LIFE_SECONDS, cookie_name, token_hash};
use crate::state::AppState;

/// The app warns so long before a session ends.
const WARN_SECONDS: u32 = 120;

/// A session that has just begun, with the token that only the cookie carries.
pub(crate) struct Begun {
    token: String,
    pub(super) session: Session,
}

/// Headers that set or clear the cookie.
type CookieHeader = AppendHeaders<[(axum::http::HeaderName, String); 1]>;

impl Begun {
    /// The cookie that opens the session.
    pub(crate) fn cookie(&self, config: &Config) -> CookieHeader {
        cookie(config, &self.token, LIFE_SECONDS)
    }
}

/// Begins a session of this account.
pub(crate) fn begin(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
) -> Result<Begun, Refusal> {
    let token = random::token()?;
    let now = state.clock.now();
    transaction.execute(
        "INSERT INTO sessions (token_hash, id, account_id, device, begun_at, last_seen_at)
         VALUES (?1, ?2, ?3, '', ?4, ?4)",
        params![token_hash(&token), random::id()?, account_id, now],
    )?;
    let account = account_store::find(transaction, account_id)?;
    Ok(Begun {
        token,
        session: session(account, now),
    })
}

/// `GET /session`: `null` for a guest.
pub(super) async fn show(citizen: Option<Citizen>) -> Json<Option<Session>> {
    Json(citizen.map(|citizen| session(citizen.account, citizen.session.begun_at)))
}

/// `DELETE /session`.
pub(super) async fn end(
    State(state): State<AppState>,
    citizen: Citizen,
) -> Result<impl IntoResponse, Refusal> {
    state
        .store
        .run(move |transaction| {
            transaction.execute(
                "DELETE FROM sessions WHERE token_hash = ?1",
                params![citizen.session.token_hash],
            )?;
            Ok(())
        })
        .await?;
    Ok((StatusCode::NO_CONTENT, cookie(&state.config, "", 0)))
}

/// Throws away sessions that have ended.
pub(super) fn forget_old(transaction: &Transaction<'_>, now: i64) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM sessions WHERE last_seen_at <= ?1 OR begun_at <= ?2",
        params![now - i64::from(IDLE_SECONDS), now - LIFE_SECONDS],
    )?;
    Ok(())
}

fn session(account: Account, begun_at: i64) -> Session {
    Session {
        account,
        idle_seconds: IDLE_SECONDS,
        expires_at: timestamp(begun_at + LIFE_SECONDS),
        warn_seconds: WARN_SECONDS,
        shared_device: false,
        token: None,
    }
}

fn cookie(config: &Config, token: &str, max_age: i64) -> CookieHeader {
    let name = cookie_name(config);
    let secure = if config.secure_cookies {
        "; Secure"
    } else {
        ""
    };
    AppendHeaders([(
        SET_COOKIE,
        format!("{name}={token}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}"),
    )])
}
