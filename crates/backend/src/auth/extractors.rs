//! The extractor of the signed-in citizen. A request without a session gets 401 if its handler takes `Citizen`. The
//! handler must still check by `account_id` that the citizen owns the data that it reads or changes.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use contract::account::Account;
use rusqlite::{OptionalExtension, Transaction, params};

use super::credential::Credential;
use super::session_policy::SessionTimes;
use crate::clock::Clock;
use crate::config::{Config, SessionLimits};
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::store::accounts::{self, COLUMN_COUNT, COLUMNS};
use crate::store::database::Store;

/// The signed-in citizen who made the request.
#[derive(Clone)]
pub struct Citizen {
    /// Key of the account in the database. It never leaves the backend.
    pub account_id: i64,
    /// The account as the API returns it.
    pub account: Account,
    /// The session of the request.
    pub session: OpenSession,
}

/// The session of a request. It hasn't expired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// Hash of the session token, which is the key of the session in the database.
    pub token_hash: [u8; 32],
    /// When the session started and was last used, and whether several people use the device.
    pub(crate) times: SessionTimes,
}

impl Citizen {
    /// Returns 403 unless the session was started recently, with a sign-in or one-time code. Handlers of sensitive
    /// changes call this, so that a person who finds an open session can't make such changes (ASVS 7.5.2).
    pub(crate) fn require_recent_proof(&self, now: i64) -> Result<(), Refusal> {
        match self.session.times.is_proof_recent(now) {
            true => Ok(()),
            false => Err(Refusal::ProofTooOld),
        }
    }
}

impl<S> FromRequestParts<S> for Citizen
where
    S: Send + Sync,
    Arc<Config>: FromRef<S>,
    Clock: FromRef<S>,
    Store: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        find_requester(parts, state, UseOfSession::Counts).await
    }
}

/// The signed-in citizen, for a request that doesn't count as a use of the session: the app makes it by itself, so it
/// must not keep the session of an absent citizen open.
pub(crate) struct UnusedSession(pub(crate) Citizen);

impl<S> FromRequestParts<S> for UnusedSession
where
    S: Send + Sync,
    Arc<Config>: FromRef<S>,
    Clock: FromRef<S>,
    Store: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        find_requester(parts, state, UseOfSession::Ignored)
            .await
            .map(UnusedSession)
    }
}

/// Whether a request prolongs the session.
#[derive(Clone, Copy, PartialEq, Eq)]
enum UseOfSession {
    Counts,
    Ignored,
}

/// Finds the citizen whose credential the request has. 401 if it has none, or the session has expired.
async fn find_requester<S>(
    parts: &Parts,
    state: &S,
    use_of_session: UseOfSession,
) -> Result<Citizen, Refusal>
where
    Arc<Config>: FromRef<S>,
    Clock: FromRef<S>,
    Store: FromRef<S>,
{
    let config = Arc::<Config>::from_ref(state);
    let token_hash = Credential::from_headers(&parts.headers, &config)
        .map(|credential| credential.hash())
        .ok_or(Refusal::NotSignedIn)?;
    let (store, now) = (Store::from_ref(state), Clock::from_ref(state).now());
    let bounds = config.sessions;
    let finding = store.run(move |transaction| {
        let citizen = find_citizen(transaction, token_hash, &bounds, now)?;
        if use_of_session == UseOfSession::Counts {
            transaction.execute(
                "UPDATE sessions SET last_seen_at = ?2 WHERE token_hash = ?1",
                params![token_hash, now],
            )?;
        }
        Ok(citizen)
    });
    let citizen = finding.await?;
    request_account::record_account(citizen.account_id);
    Ok(citizen)
}

/// Finds the citizen with this open session. 401 if the session doesn't exist or has expired.
pub(crate) fn find_citizen(
    transaction: &Transaction<'_>,
    token_hash: [u8; 32],
    bounds: &SessionLimits,
    now: i64,
) -> Result<Citizen, Refusal> {
    let select = format!(
        "SELECT {COLUMNS}, account_id, begun_at, last_seen_at, shared_device
                     FROM sessions JOIN accounts ON accounts.id = account_id
                     WHERE token_hash = ?1 AND closed_at IS NULL"
    );
    let found = transaction.query_row(&select, params![token_hash], |row| {
        let lifetime = SessionTimes {
            begun_at: row.get(COLUMN_COUNT + 1)?,
            last_seen_at: row.get(COLUMN_COUNT + 2)?,
            shared_device: row.get(COLUMN_COUNT + 3)?,
        };
        let citizen = Citizen {
            account: accounts::read(row)?,
            account_id: row.get(COLUMN_COUNT)?,
            session: OpenSession {
                token_hash,
                times: lifetime,
            },
        };
        Ok((citizen, lifetime))
    });
    let (citizen, _) = found
        .optional()?
        .filter(|(_, lifetime)| lifetime.is_open(bounds, now))
        .ok_or(Refusal::NotSignedIn)?;
    Ok(citizen)
}

impl<S> OptionalFromRequestParts<S> for Citizen
where
    S: Send + Sync,
    Arc<Config>: FromRef<S>,
    Clock: FromRef<S>,
    Store: FromRef<S>,
{
    type Rejection = Refusal;

    /// Returns `None` for a guest. Only an internal error is returned as a refusal.
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Refusal> {
        match <Citizen as FromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(citizen) => Ok(Some(citizen)),
            Err(Refusal::NotSignedIn) => Ok(None),
            Err(refusal) => Err(refusal),
        }
    }
}
