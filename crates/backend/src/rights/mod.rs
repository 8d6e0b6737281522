//! What a citizen may do with what is kept of him: consent and withdraw, see everything, take it along. Only ever his own:
//! every function is given the account of the session and no other.

mod consents;
mod account_data;

use axum::Router;
use contract::endpoints::{GET_ACCOUNT_DATA, GET_CONSENTS, POST_CONSENT};

use crate::mount::Mount;
use crate::state::AppState;

/// The endpoints of a citizen's rights.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .mount(&GET_CONSENTS, consents::list)
        .mount(&POST_CONSENT, consents::change)
        .mount(&GET_ACCOUNT_DATA, account_data::read)
}
