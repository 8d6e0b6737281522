//! The devices on which an account is signed in. The owner can list the devices. After a recent sign-in, the owner can
//! also sign out one device or all of them. The id of a device can't be used as a session token.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use contract::session::Device;
use rusqlite::{Transaction, params};

use super::{password_check, session};
use crate::auth::extractors::Citizen;
use crate::auth::session_policy::SessionTimes;
use crate::clock::timestamp;
use crate::http::extract::Path;
use crate::refusal::Refusal;
use crate::state::AppState;

/// `GET /account/devices`: lists the signed-in devices.
pub(super) async fn show_devices(
    State(state): State<AppState>,
    citizen: Citizen,
) -> Result<Json<Vec<Device>>, Refusal> {
    let app_state = state.clone();
    let devices = state
        .store
        .run(move |transaction| list_devices(transaction, &app_state, &citizen));
    Ok(Json(devices.await?))
}

/// `DELETE /account/devices/{id}`: signs out one device. 404 if the device belongs to another account.
pub(super) async fn sign_out_device(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    citizen.require_recent_proof(state.clock.now())?;
    let removed = state.store.run(move |transaction| {
        Ok(transaction.execute(
            "DELETE FROM sessions WHERE id = ?1 AND account_id = ?2",
            params![id, citizen.account_id],
        )?)
    });
    match removed.await? {
        0 => Err(Refusal::NotFound),
        _ => {
            state.events.announce_end_of_session(citizen.account_id);
            Ok(StatusCode::NO_CONTENT)
        }
    }
}

/// `DELETE /account/devices`: signs out all devices, including the current one, and cancels pending challenges.
pub(super) async fn sign_out_everywhere(
    State(state): State<AppState>,
    citizen: Citizen,
) -> Result<impl IntoResponse, Refusal> {
    citizen.require_recent_proof(state.clock.now())?;
    let within = state.clone();
    let revoking = state.store.run(move |transaction| {
        let account_id = citizen.account_id;
        password_check::revoke_sessions_and_codes(transaction, &within, account_id, None)
    });
    revoking.await?;
    Ok(session::signed_out_response(&state.config))
}

/// Lists the devices on which the account is signed in, the most recently used first. Expired sessions are left out.
pub(crate) fn list_devices(
    transaction: &Transaction<'_>,
    state: &AppState,
    citizen: &Citizen,
) -> Result<Vec<Device>, Refusal> {
    let now = state.clock.now();
    let mut sessions = transaction.prepare(
        "SELECT id, device, begun_at, last_seen_at, shared_device, token_hash = ?2
         FROM sessions WHERE account_id = ?1 ORDER BY last_seen_at DESC, rowid DESC",
    )?;
    let bound = params![citizen.account_id, citizen.session.token_hash];
    let sessions = sessions.query_map(bound, |row| {
        let lifetime = SessionTimes {
            begun_at: row.get(2)?,
            last_seen_at: row.get(3)?,
            shared_device: row.get(4)?,
        };
        let device = Device {
            id: row.get(0)?,
            name: row.get(1)?,
            begun_at: timestamp(lifetime.begun_at),
            last_seen_at: timestamp(lifetime.last_seen_at),
            current: row.get(5)?,
        };
        Ok((device, lifetime))
    })?;
    let sessions = sessions.collect::<Result<Vec<_>, _>>()?;
    let open = sessions
        .into_iter()
        .filter(|(_, lifetime)| lifetime.is_open(&state.config.sessions, now));
    Ok(open.map(|(device, _)| device).collect())
}
