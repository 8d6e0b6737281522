//! Dossiers: a draft becomes one by «Gửi hồ sơ», and from then on only its office moves it. The citizen
//! reads its status, its whole history and the receipt. A group becomes several, tied to one.

pub(crate) mod dossier_store;
pub(crate) mod history;
pub(crate) mod notices;
pub(crate) mod part_store;
pub(crate) mod group_course;
mod answer_check;
mod declarations;
mod completeness;
mod manifest;
mod numbering;
mod filing;
mod submission;
mod shown;
mod listing;
mod handlers;
mod earlier;
mod lookup;

use axum::Router;
use contract::endpoints::{
    GET_DOSSIER, GET_DOSSIERS, GET_EARLIER_ANSWERS, GET_RECEIPT, POST_LOOKUP, POST_SUBMISSION,
};

use crate::mount::Mount;
use crate::state::AppState;

/// The endpoints of dossiers.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .mount(&POST_SUBMISSION, submission::submit)
        .mount(&GET_DOSSIERS, listing::list)
        .mount(&GET_DOSSIER, handlers::read)
        .mount(&GET_RECEIPT, handlers::receipt)
        .mount(&GET_EARLIER_ANSWERS, earlier::read)
        .mount(&POST_LOOKUP, lookup::look_up)
}
