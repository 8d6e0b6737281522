//! The export of a citizen's data («Dữ liệu của tôi»): all data that is stored about the account, read in one
//! transaction.

use axum::Json;
use axum::extract::State;
use contract::account_data::{AccountData, LinkedIdentity};
use contract::dossier::Dossier;
use contract::draft::Draft;
use rusqlite::{Transaction, params};

use crate::accounts::devices;
use crate::auth::extractors::Citizen;
use crate::clock::timestamp;
use crate::dossiers::dossier_store;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::consents;
use crate::store::drafts;
use crate::store::uploads;

/// `GET /account/data`: returns all data of the account.
pub(super) async fn export_account_data(
    State(state): State<AppState>,
    citizen: Citizen,
) -> Result<Json<AccountData>, Refusal> {
    let within = state.clone();
    let data = state
        .store
        .run(move |transaction| collect_data(transaction, &within, citizen));
    Ok(Json(data.await?))
}

/// Collects all data of an account.
fn collect_data(
    transaction: &Transaction<'_>,
    state: &AppState,
    citizen: Citizen,
) -> Result<AccountData, Refusal> {
    let account_id = citizen.account_id;
    let registered_at = transaction.query_row(
        "SELECT created_at FROM accounts WHERE id = ?1",
        [account_id],
        |row| row.get(0),
    )?;
    Ok(AccountData {
        made_at: timestamp(state.clock.now()),
        registered_at: timestamp(registered_at),
        identities: identities(transaction, account_id)?,
        consents: consents::list(transaction, account_id)?,
        devices: devices::list_devices(transaction, state, &citizen)?,
        drafts: drafts(transaction, state, account_id)?,
        dossiers: dossiers(transaction, account_id)?,
        account: citizen.account,
    })
}

/// The identities at identity providers that are linked to the account.
fn identities(
    transaction: &Transaction<'_>,
    account_id: i64,
) -> Result<Vec<LinkedIdentity>, Refusal> {
    let mut linked = transaction.prepare(
        "SELECT provider, subject FROM identities WHERE account_id = ?1 ORDER BY provider, subject",
    )?;
    let linked = linked.query_map([account_id], |row| {
        Ok(LinkedIdentity {
            provider: row.get(0)?,
            subject: row.get(1)?,
        })
    })?;
    Ok(linked.collect::<Result<_, _>>()?)
}

/// The account's drafts that haven't expired.
fn drafts(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
) -> Result<Vec<Draft>, Refusal> {
    let drafts = drafts::list(transaction, account_id, state.clock.now())?;
    let drafts = drafts.into_iter().map(|draft| {
        let uploads = uploads::list(transaction, &draft.id)?;
        Ok(draft.into_api(uploads, &state.data))
    });
    drafts.collect()
}

/// All dossiers of the account, including the parts of groups, newest first.
fn dossiers(transaction: &Transaction<'_>, account_id: i64) -> Result<Vec<Dossier>, Refusal> {
    let mut codes = transaction
        .prepare("SELECT code FROM dossiers WHERE account_id = ?1 ORDER BY rowid DESC")?;
    let codes = codes
        .query_map(params![account_id], |row| row.get(0))?
        .collect::<Result<Vec<String>, _>>()?;
    let dossiers = codes
        .into_iter()
        .map(|code| dossier_store::find(transaction, account_id, &code)?.into_api(transaction));
    dossiers.collect()
}
