//! Routes of the rights endpoints.

use axum::Router;
use contract::endpoints::{GET_ACCOUNT_DATA, GET_CONSENTS, POST_CONSENT};

use super::{account_data, consents};
use crate::http::router_ext::RouterExt;
use crate::state::AppState;

/// The routes of the consents and of the data export.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(&GET_CONSENTS, consents::list_consents)
        .endpoint(&POST_CONSENT, consents::change_consent)
        .endpoint(&GET_ACCOUNT_DATA, account_data::export_account_data)
}
