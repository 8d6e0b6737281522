//! The page «Hồ sơ của tôi», which lists drafts and dossiers by tab and shows the count of each tab (R2.14–R2.16).

use std::collections::HashSet;

use axum::Json;
use axum::extract::State;
use contract::dossier::{DossierItem, DossierListPage, DossierStatus, Tab, TabCount, WaitingParty};
use contract::limits::{LISTED_AGENCIES, NEEDS_CITIZEN, PAGE_SIZE};
use domain::form::{filed_person, form_progress};
use domain::status::DossierState;
use rusqlite::{Row, Transaction, params};
use serde::Deserialize;

use super::search_filter::SearchFilter;
use super::{dossier_store, history, lapse, progress};
use crate::auth::extractors::Citizen;
use crate::clock;
use crate::http::extract::Query;
use crate::http::page_number::PageNumber;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::{draft_expiry, drafts};

/// Query `?tab=…&page=…`. The default is page 1 of [`Tab::New`].
#[derive(Deserialize)]
pub(super) struct DossierListQuery {
    #[serde(default = "first_tab")]
    tab: Tab,
    #[serde(default)]
    page: PageNumber,
}

fn first_tab() -> Tab {
    Tab::New
}

/// The properties of a draft or dossier that are needed to sort and count it.
struct DossierListEntry {
    key: String,
    is_draft: bool,
    tab: Tab,
    waits_for_citizen: bool,
    updated_at: i64,
}

/// `GET /dossiers`: returns one page of a tab. 400 for an unknown tab and for page 0. A page after the last page has no
/// entries.
pub(super) async fn list_dossiers(
    State(state): State<AppState>,
    citizen: Citizen,
    Query(query): Query<DossierListQuery>,
) -> Result<Json<DossierListPage>, Refusal> {
    if let Tab::Other(_) = query.tab {
        return Err(Refusal::InvalidRequest(
            "the query parameter `tab` is unknown".to_owned(),
        ));
    }
    let app_state = state.clone();
    let page = state.store.run(move |transaction| {
        lapse::apply_due(transaction, &app_state)?;
        let list = AccountDossiers {
            transaction,
            state: &app_state,
            account_id: citizen.account_id,
        };
        list.page(Some(query.tab), query.page.get(), None)
    });
    Ok(Json(page.await?))
}

/// The drafts and dossiers of an account.
pub(super) struct AccountDossiers<'a> {
    /// The transaction that reads them.
    pub(super) transaction: &'a Transaction<'a>,
    /// The state of the backend.
    pub(super) state: &'a AppState,
    /// Database key of the citizen's account.
    pub(super) account_id: i64,
}

impl AccountDossiers<'_> {
    /// One page of a tab, or of all tabs. If there is a filter, only what it lets through is listed and counted.
    pub(super) fn page(
        &self,
        tab: Option<Tab>,
        page: u32,
        filter: Option<&SearchFilter>,
    ) -> Result<DossierListPage, Refusal> {
        let all = self.entries()?;
        let needs_citizen: Vec<&DossierListEntry> =
            all.iter().filter(|row| row.waits_for_citizen).collect();
        let needed = needs_citizen.iter().take(NEEDS_CITIZEN);
        let needed = needed.map(|row| self.item(row)).collect::<Result<_, _>>()?;
        let needs_citizen_count = u32::try_from(needs_citizen.len()).unwrap_or(u32::MAX);
        let rows = match filter {
            Some(filter) => self.filtered(all, filter)?,
            None => all,
        };
        let is_wanted = |row: &&DossierListEntry| tab.is_none_or(|tab| row.tab == tab);
        let wanted: Vec<&DossierListEntry> = rows.iter().filter(is_wanted).collect();
        let size = PAGE_SIZE as usize;
        let skipped = (page as usize).saturating_sub(1).saturating_mul(size);
        let on_page = wanted.iter().skip(skipped).take(size);
        Ok(DossierListPage {
            counts: Tab::ALL.map(|tab| count(tab, &rows)).to_vec(),
            items: on_page
                .map(|row| self.item(row))
                .collect::<Result<_, _>>()?,
            page,
            pages: u32::try_from(wanted.len().div_ceil(size).max(1)).unwrap_or(u32::MAX),
            agencies: self.agencies()?,
            needs_citizen: needed,
            needs_citizen_count,
        })
    }

    fn filtered(
        &self,
        rows: Vec<DossierListEntry>,
        filter: &SearchFilter,
    ) -> Result<Vec<DossierListEntry>, Refusal> {
        let mut found = Vec::new();
        for row in rows {
            if filter.lets_through(&self.item(&row)?) {
                found.push(row);
            }
        }
        Ok(found)
    }

    /// The names of the agencies of all dossiers.
    fn agencies(&self) -> Result<Vec<String>, Refusal> {
        let mut names = self.transaction.prepare(
            "SELECT DISTINCT json_extract(receipt, '$.agency_name') AS name FROM dossiers
             WHERE account_id = ?1 AND code NOT IN (SELECT code FROM dossier_parts)
             ORDER BY name LIMIT ?2",
        )?;
        let limit = i64::try_from(LISTED_AGENCIES).unwrap_or(i64::MAX);
        let names = names.query_map(params![self.account_id, limit], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// Loads the sort properties of all drafts and dossiers of the account, the most recently changed first. Parts of
    /// groups are left out.
    fn entries(&self) -> Result<Vec<DossierListEntry>, Refusal> {
        let mut drafts = self.transaction.prepare(
            "SELECT id, updated_at FROM drafts
             WHERE account_id = ?1 AND updated_at >= ?2 AND reply_to IS NULL",
        )?;
        let cutoff = draft_expiry::expiry_cutoff(self.state.clock.now());
        let drafts = drafts.query_map(params![self.account_id, cutoff], |row| {
            Ok(DossierListEntry {
                key: row.get(0)?,
                is_draft: true,
                tab: Tab::New,
                waits_for_citizen: false,
                updated_at: row.get(1)?,
            })
        })?;
        let mut rows = drafts.collect::<Result<Vec<_>, _>>()?;
        let needed = self.codes_that_need_the_citizen()?;
        let mut dossiers = self.transaction.prepare(
            "SELECT code, status, open_fee, withdrawn, updated_at FROM dossiers
             WHERE account_id = ?1 AND code NOT IN (SELECT code FROM dossier_parts)",
        )?;
        let mut dossiers = dossiers.query([self.account_id])?;
        while let Some(row) = dossiers.next()? {
            let code: String = row.get("code")?;
            rows.push(DossierListEntry {
                is_draft: false,
                tab: read_state(row)?.tab(),
                waits_for_citizen: needed.contains(&code),
                updated_at: row.get("updated_at")?,
                key: code,
            });
        }
        rows.sort_by(|one, other| (other.updated_at, &other.key).cmp(&(one.updated_at, &one.key)));
        Ok(rows)
    }

    /// The codes of the dossiers that wait for the citizen. A group does if one of its parts does, whatever the status of
    /// the group is.
    fn codes_that_need_the_citizen(&self) -> Result<HashSet<String>, Refusal> {
        let today = clock::day(self.state.clock.today());
        // Only a finished dossier is fetched at the counter.
        let mut singles = self.transaction.prepare(
            "SELECT code, coalesce(whole, code) AS listed, status, open_fee, withdrawn,
                 status = ?2 AND json_extract(receipt, '$.delivery.channel') = 'counter' AS is_collected
             FROM dossiers LEFT JOIN dossier_parts USING (code)
             WHERE account_id = ?1 AND code NOT IN (SELECT whole FROM dossier_parts)",
        )?;
        let processed = u8::from(DossierStatus::Processed);
        let mut singles = singles.query(params![self.account_id, processed])?;
        let mut needed = HashSet::new();
        while let Some(row) = singles.next()? {
            let (code, is_collected): (String, bool) = (row.get("code")?, row.get("is_collected")?);
            let state = read_state(row)?;
            let party = progress::party(self.transaction, &code, state, is_collected, &today)?;
            if party == WaitingParty::Citizen {
                needed.insert(row.get("listed")?);
            }
        }
        Ok(needed)
    }

    /// Loads the full data of an entry.
    fn item(&self, row: &DossierListEntry) -> Result<DossierItem, Refusal> {
        match row.is_draft {
            true => self.draft_item(&row.key),
            false => self.dossier_item(&row.key),
        }
    }

    /// The list entry of a dossier.
    pub(super) fn dossier_item(&self, code: &str) -> Result<DossierItem, Refusal> {
        dossier_store::find(self.transaction, self.account_id, code)?
            .into_list_item(self.transaction, self.state)
    }

    /// The list entry of a draft.
    pub(super) fn draft_item(&self, id: &str) -> Result<DossierItem, Refusal> {
        let data = &self.state.data;
        let now = self.state.clock.now();
        let draft = drafts::find(self.transaction, self.account_id, id, now)?;
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
}

fn read_state(row: &Row<'_>) -> Result<DossierState, Refusal> {
    Ok(DossierState {
        status: history::status(row.get("status")?)?,
        has_open_fee: row.get("open_fee")?,
        is_withdrawn: row.get("withdrawn")?,
    })
}

fn count(tab: Tab, rows: &[DossierListEntry]) -> TabCount {
    let count = rows.iter().filter(|row| row.tab == tab).count();
    TabCount {
        tab,
        count: u32::try_from(count).unwrap_or(u32::MAX),
    }
}
