//! Routes of the dossier endpoints.

use axum::Router;
use contract::endpoints::{
    GET_DOSSIER, GET_DOSSIER_FILE, GET_DOSSIERS, GET_EARLIER_ANSWERS, GET_MESSAGES, GET_RECEIPT,
    GET_UNDER_WAY, POST_DOSSIER_SEARCH, POST_LOOKUP, POST_MESSAGE, POST_MESSAGES_READ, POST_RATING,
    POST_SUBMISSION, POST_WITHDRAWAL,
};

use super::{
    conversation, earlier_answers, files, handlers, listing, lookup, rating, search, submission,
    under_way, withdrawal,
};
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
        .endpoint(&GET_DOSSIER_FILE, files::read_file)
        .endpoint(&POST_WITHDRAWAL, withdrawal::withdraw_dossier)
        .endpoint(&GET_MESSAGES, conversation::list_messages)
        .endpoint(&POST_MESSAGE, conversation::post_message)
        .endpoint(&POST_MESSAGES_READ, conversation::mark_messages_read)
        .endpoint(&POST_RATING, rating::rate)
        .endpoint(&GET_EARLIER_ANSWERS, earlier_answers::read_earlier_answers)
        .endpoint(&POST_LOOKUP, lookup::look_up_dossier)
}
