//! The export of a citizen's data («Dữ liệu của tôi»): all data that is stored about the account. An export can have
//! megabytes, so it is built and sent in pieces: only one draft or dossier at a time is in memory and holds the database,
//! and the next one is read when the client has received it.

use std::io;
use std::vec::IntoIter;

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use contract::account_data::{AccountData, LinkedIdentity};
use futures_util::stream;
use rusqlite::{Transaction, params};

use crate::accounts::devices;
use crate::auth::extractors::Citizen;
use crate::clock::timestamp;
use crate::dossiers::{conversation_store, dossier_store, lapse};
use crate::notices::notice_store;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::consents;
use crate::store::drafts;
use crate::store::uploads;

/// The end of an export without drafts and dossiers.
const EMPTY_LISTS: &str = r#"],"dossiers":[]}"#;

/// `GET /account/data`: returns all data of the account.
pub(super) async fn export_account_data(
    State(state): State<AppState>,
    citizen: Citizen,
) -> Result<Response, Refusal> {
    let account_id = citizen.account_id;
    let within = state.clone();
    let head = state
        .store
        .run(move |transaction| write_head(transaction, &within, citizen))
        .await?;
    let export = ExportStream {
        state,
        account_id,
        step: ExportStep::Head(head),
    };
    let pieces = stream::try_unfold(export, |export| async {
        let piece = export.next_piece().await;
        // The client gets an incomplete response, which it can't mistake for a complete one.
        piece.map_err(|_: Refusal| io::Error::other("the export can't be completed"))
    });
    let json = HeaderValue::from_static("application/json");
    Ok(([(CONTENT_TYPE, json)], Body::from_stream(pieces)).into_response())
}

/// An export that is being sent.
struct ExportStream {
    state: AppState,
    account_id: i64,
    step: ExportStep,
}

/// The next piece of an export.
enum ExportStep {
    /// Everything before the first draft.
    Head(String),
    /// An element of a list.
    Element {
        list: ExportedList,
        /// The keys of the elements that aren't sent yet.
        keys: IntoIter<String>,
        /// What is written before the next element.
        separator: &'static str,
    },
    End,
}

/// A list of which each element is a piece of the export.
#[derive(Clone, Copy)]
enum ExportedList {
    Drafts,
    Dossiers,
}

impl ExportStream {
    /// Builds the next piece. `None` at the end.
    async fn next_piece(mut self) -> Result<Option<(String, ExportStream)>, Refusal> {
        loop {
            let (piece, step) = match self.step {
                ExportStep::Head(head) => {
                    let drafts = start_list(&self.state, self.account_id, ExportedList::Drafts);
                    (Some(head), drafts.await?)
                }
                ExportStep::Element {
                    list,
                    mut keys,
                    separator,
                } => match (keys.next(), list) {
                    (Some(key), _) => {
                        let element = read_element(&self.state, self.account_id, list, key).await?;
                        let piece = element.map(|element| [separator, &element].concat());
                        let separator = if piece.is_some() { "," } else { separator };
                        let next = ExportStep::Element {
                            list,
                            keys,
                            separator,
                        };
                        (piece, next)
                    }
                    (None, ExportedList::Drafts) => {
                        // The dossiers are listed after the drafts, so that a draft that was sent in the meantime is
                        // among the dossiers.
                        let list = ExportedList::Dossiers;
                        let dossiers = start_list(&self.state, self.account_id, list).await?;
                        (Some(r#"],"dossiers":["#.to_owned()), dossiers)
                    }
                    (None, ExportedList::Dossiers) => (Some("]}".to_owned()), ExportStep::End),
                },
                ExportStep::End => return Ok(None),
            };
            self.step = step;
            if let Some(piece) = piece {
                return Ok(Some((piece, self)));
            }
        }
    }
}

/// Writes the export up to its first draft.
fn write_head(
    transaction: &Transaction<'_>,
    state: &AppState,
    citizen: Citizen,
) -> Result<String, Refusal> {
    let account_id = citizen.account_id;
    let registered_at = transaction.query_row(
        "SELECT created_at FROM accounts WHERE id = ?1",
        [account_id],
        |row| row.get(0),
    )?;
    let empty = AccountData {
        made_at: timestamp(state.clock.now()),
        registered_at: timestamp(registered_at),
        identities: identities(transaction, account_id)?,
        consents: consents::list(transaction, account_id)?,
        devices: devices::list_devices(transaction, state, &citizen)?,
        account: citizen.account,
        notices: notice_store::load_all(transaction, account_id)?,
        messages: conversation_store::list_of_account(transaction, account_id)?,
        drafts: Vec::new(),
        dossiers: Vec::new(),
    };
    let json = serde_json::to_string(&empty)?;
    let head = json.strip_suffix(EMPTY_LISTS);
    let head = head.ok_or_else(|| Refusal::internal("the export has another end"))?;
    Ok(head.to_owned())
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

/// Reads the keys of a list's elements, newest first.
async fn start_list(
    state: &AppState,
    account_id: i64,
    list: ExportedList,
) -> Result<ExportStep, Refusal> {
    let select = match list {
        ExportedList::Drafts => {
            "SELECT id FROM drafts WHERE account_id = ?1 ORDER BY updated_at DESC, id"
        }
        ExportedList::Dossiers => {
            "SELECT code FROM dossiers WHERE account_id = ?1 ORDER BY rowid DESC"
        }
    };
    let keys = state.store.run(move |transaction| {
        let mut keys = transaction.prepare(select)?;
        let keys = keys.query_map(params![account_id], |row| row.get(0))?;
        Ok(keys.collect::<Result<Vec<String>, _>>()?)
    });
    Ok(ExportStep::Element {
        list,
        keys: keys.await?.into_iter(),
        separator: "",
    })
}

/// Reads an element of a list as JSON. `None` if it is an expired draft, or a draft that was deleted or sent in the
/// meantime.
async fn read_element(
    state: &AppState,
    account_id: i64,
    list: ExportedList,
    key: String,
) -> Result<Option<String>, Refusal> {
    let within = state.clone();
    let element = state.store.run(move |transaction| {
        let json = match list {
            ExportedList::Drafts => {
                let draft = drafts::find(transaction, account_id, &key, within.clock.now())?;
                let uploads = uploads::list(transaction, &draft.id)?;
                serde_json::to_string(&draft.into_api(uploads, &within.data))?
            }
            ExportedList::Dossiers => {
                lapse::apply_due(transaction, &within)?;
                let dossier = dossier_store::find(transaction, account_id, &key)?;
                serde_json::to_string(&dossier.into_api(transaction, &within)?)?
            }
        };
        Ok(json)
    });
    match element.await {
        Ok(json) => Ok(Some(json)),
        Err(Refusal::NotFound | Refusal::DraftEnded(_)) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}
