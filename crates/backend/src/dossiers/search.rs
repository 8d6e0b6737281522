//! Searches «Hồ sơ của tôi»: by words, by agency and by time.

use axum::Json;
use axum::extract::State;
use contract::dossier::{DossierListPage, DossierSearch};

use super::lapse;
use super::listing::AccountDossiers;
use super::search_filter::SearchFilter;
use crate::auth::extractors::Citizen;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;

/// `POST /dossier-searches`: returns one page of the found drafts and dossiers.
pub(super) async fn search_dossiers(
    State(state): State<AppState>,
    citizen: Citizen,
    JsonBody(search): JsonBody<DossierSearch>,
) -> Result<Json<DossierListPage>, Refusal> {
    let page = search.page.unwrap_or(1);
    if page == 0 {
        return Err(Refusal::invalid_property("/page", "minimum"));
    }
    let filter = SearchFilter::new(&search)?;
    let app_state = state.clone();
    let found = state.store.run(move |transaction| {
        lapse::apply_due(transaction, &app_state)?;
        let list = AccountDossiers {
            transaction,
            state: &app_state,
            account_id: citizen.account_id,
        };
        list.page(search.tab, page, Some(&filter))
    });
    Ok(Json(found.await?))
}
