//! The page «Hồ sơ của tôi», which lists drafts and dossiers by tab and shows the count of each tab (R2.14–R2.16).

use axum::Json;
use axum::extract::State;
use contract::dossier::{DossierItem, DossierListPage, Tab, TabCount};
use contract::limits::PAGE_SIZE;
use domain::form::{filed_person, form_progress};
use domain::status::tab_of;
use rusqlite::{Transaction, params};
use serde::Deserialize;

use super::{dossier_store, history, lapse};
use crate::auth::extractors::Citizen;
use crate::data::Data;
use crate::http::extract::Query;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::{draft_expiry, drafts};

/// Query `?tab=…&page=…`. The default is page 1 of [`Tab::New`].
#[derive(Deserialize)]
pub(super) struct DossierListQuery {
    #[serde(default = "first_tab")]
    tab: Tab,
    #[serde(default = "first_page")]
    page: u32,
}

fn first_tab() -> Tab {
    Tab::New
}

fn first_page() -> u32 {
    1
}

/// The properties of a draft or dossier that are needed to sort and count it.
struct DossierListEntry {
    key: String,
    is_draft: bool,
    tab: Tab,
    updated_at: i64,
}

/// `GET /dossiers`: returns one page of a tab. 400 for an unknown tab and for page 0. A page after the last page has no
/// entries.
pub(super) async fn list_dossiers(
    State(state): State<AppState>,
    citizen: Citizen,
    Query(query): Query<DossierListQuery>,
) -> Result<Json<DossierListPage>, Refusal> {
    if query.page == 0 {
        return Err(Refusal::InvalidRequest("`page` starts at 1".to_owned()));
    }
    if let Tab::Other(_) = query.tab {
        return Err(Refusal::InvalidRequest(
            "the query parameter `tab` is unknown".to_owned(),
        ));
    }
    let now = state.clock.now();
    let (data, within) = (state.data.clone(), state.clone());
    let page = state
        .store
        .run(move |transaction| {
            lapse::apply_due(transaction, &within)?;
            let rows = rows(transaction, citizen.account_id, now)?;
            let wanted: Vec<&DossierListEntry> =
                rows.iter().filter(|row| row.tab == query.tab).collect();
            let size = PAGE_SIZE as usize;
            let skipped = (query.page as usize - 1).saturating_mul(size);
            let items = wanted
                .iter()
                .skip(skipped)
                .take(size)
                .map(|row| item(transaction, citizen.account_id, row, &data, now))
                .collect::<Result<_, _>>()?;
            Ok(DossierListPage {
                counts: Tab::ALL.map(|tab| count(tab, &rows)).to_vec(),
                items,
                page: query.page,
                pages: u32::try_from(wanted.len().div_ceil(size).max(1)).unwrap_or(u32::MAX),
            })
        })
        .await?;
    Ok(Json(page))
}

/// Loads the sort properties of all drafts and dossiers of the account, the most recently changed first. Parts of
/// groups are left out.
fn rows(
    transaction: &Transaction<'_>,
    account_id: i64,
    now: i64,
) -> Result<Vec<DossierListEntry>, Refusal> {
    let mut drafts = transaction.prepare(
        "SELECT id, updated_at FROM drafts
             WHERE account_id = ?1 AND updated_at >= ?2 AND reply_to IS NULL",
    )?;
    let drafts = drafts.query_map(
        params![account_id, draft_expiry::expiry_cutoff(now)],
        |row| {
            Ok(DossierListEntry {
                key: row.get(0)?,
                is_draft: true,
                tab: Tab::New,
                updated_at: row.get(1)?,
            })
        },
    )?;
    let mut rows = drafts.collect::<Result<Vec<_>, _>>()?;
    let mut dossiers = transaction.prepare(
        "SELECT code, status, open_fee, withdrawn, updated_at FROM dossiers
         WHERE account_id = ?1 AND code NOT IN (SELECT code FROM dossier_parts)",
    )?;
    let mut dossiers = dossiers.query(params![account_id])?;
    while let Some(row) = dossiers.next()? {
        let status = history::status(row.get(1)?)?;
        rows.push(DossierListEntry {
            key: row.get(0)?,
            is_draft: false,
            tab: tab_of(status, row.get(2)?, row.get(3)?),
            updated_at: row.get(4)?,
        });
    }
    rows.sort_by(|one, other| (other.updated_at, &other.key).cmp(&(one.updated_at, &one.key)));
    Ok(rows)
}

fn count(tab: Tab, rows: &[DossierListEntry]) -> TabCount {
    let count = rows.iter().filter(|row| row.tab == tab).count();
    TabCount {
        tab,
        count: u32::try_from(count).unwrap_or(u32::MAX),
    }
}

/// Loads the full data of an entry that is on the requested page.
fn item(
    transaction: &Transaction<'_>,
    account_id: i64,
    row: &DossierListEntry,
    data: &Data,
    now: i64,
) -> Result<DossierItem, Refusal> {
    if !row.is_draft {
        return Ok(dossier_store::find(transaction, account_id, &row.key)?.into_list_item(data));
    }
    let draft = drafts::find(transaction, account_id, &row.key, now)?;
    let draft = draft.into_api(Vec::new(), data);
    let form = data.definition(&draft.form);
    let progress = form.map(|form| form_progress(form, &draft.answers));
    let progress = progress.unwrap_or_default();
    Ok(DossierItem::Draft {
        person: form.and_then(|form| filed_person(form, &draft.answers, draft.for_whom)),
        answered: u32::try_from(progress.answered).unwrap_or(u32::MAX),
        required: u32::try_from(progress.required).unwrap_or(u32::MAX),
        for_whom: draft.for_whom,
        procedure: draft.procedure,
        id: draft.id,
        procedure_name: draft.procedure_name,
        agency_name: draft.agency_name,
        updated_at: draft.updated_at,
        expires_on: draft.expires_on,
    })
}
