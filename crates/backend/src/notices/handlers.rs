//! Endpoints that list notices and mark them as read.

use axum::Json;
use axum::extract::State;
use contract::notice::{NoticePage, NoticesRead, UnreadNotices};

use super::{notice_store, reminders};
use crate::auth::extractors::Citizen;
use crate::http::extract::{JsonBody, Query};
use crate::http::page_number::PageQuery;
use crate::refusal::Refusal;
use crate::state::AppState;

/// `GET /notices`: returns a page of notices. 400 for page 0.
pub(super) async fn list_notices(
    State(state): State<AppState>,
    citizen: Citizen,
    Query(query): Query<PageQuery>,
) -> Result<Json<NoticePage>, Refusal> {
    let within = state.clone();
    let page = state.store.run(move |transaction| {
        reminders::record_due(transaction, &within, Some(citizen.account_id))?;
        notice_store::load_page(transaction, citizen.account_id, query.page)
    });
    Ok(Json(page.await?))
}

/// `POST /notices/read`: marks a notice and all older ones as read.
pub(super) async fn read_notices(
    State(state): State<AppState>,
    citizen: Citizen,
    JsonBody(body): JsonBody<NoticesRead>,
) -> Result<Json<UnreadNotices>, Refusal> {
    let within = state.clone();
    let unread = state.store.run(move |transaction| {
        let account_id = citizen.account_id;
        let now = within.clock.now();
        if notice_store::mark_read(transaction, account_id, &body.up_to, now)? {
            // The other pages of the citizen show the number as well.
            within.events.announce_change(account_id, None);
        }
        notice_store::count_unread(transaction, account_id)
    });
    Ok(Json(UnreadNotices {
        unread: unread.await?,
    }))
}
