//! Dossiers: a draft becomes one by «Gửi hồ sơ», and from then on only its office moves it. The citizen
//! reads its status, its whole history and the receipt.

pub(crate) mod dossier_store;
pub(crate) mod history;
pub(crate) mod notices;
mod answer_check;
mod completeness;
mod manifest;
mod numbering;
mod submission;
mod listing;
mod handlers;

use axum::Router;
use contract::endpoints::{GET_DOSSIER, GET_DOSSIERS, GET_RECEIPT, POST_SUBMISSION};

use crate::mount::Mount;
use crate::state::AppState;

/// The endpoints of dossiers.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .mount(&POST_SUBMISSION, submission::submit)
        .mount(&GET_DOSSIERS, listing::list)
        .mount(&GET_DOSSIER, handlers::read)
        .mount(&GET_RECEIPT, handlers::receipt)
}
