//! Routes of the dossier endpoints.

use axum::Router;
use contract::endpoints::{
    GET_DOSSIER, GET_DOSSIERS, GET_EARLIER_ANSWERS, GET_RECEIPT, GET_UNDER_WAY,
    POST_DOSSIER_SEARCH, POST_LOOKUP, POST_SUBMISSION,
};

use super::{earlier_answers, handlers, listing, lookup, search, submission, under_way};
use crate::http::router_ext::RouterExt;
use crate::state::AppState;

/// The routes of the dossier endpoints.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(&POST_SUBMISSION, submission::submit)
        .endpoint(&GET_DOSSIERS, listing::list_dossiers)
        .endpoint(&POST_DOSSIER_SEARCH, search::search_dossiers)
        .endpoint(&GET_UNDER_WAY, under_way::read_under_way)
        .endpoint(&GET_DOSSIER, handlers::read_dossier)
        .endpoint(&GET_RECEIPT, handlers::read_receipt)
        .endpoint(&GET_EARLIER_ANSWERS, earlier_answers::read_earlier_answers)
        .endpoint(&POST_LOOKUP, lookup::look_up_dossier)
}
