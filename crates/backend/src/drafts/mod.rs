//! Drafts: what a citizen has begun and not yet sent. A draft is its owner's alone; to anybody else it
//! doesn't exist.

pub(crate) mod entity_tag;
pub(crate) mod answers;
pub(crate) mod delivery;
pub(crate) mod expiry;
pub(crate) mod draft_store;
mod begin;
mod change;
mod handlers;

use axum::Router;
use contract::endpoints::{DELETE_DRAFT, GET_DRAFT, PATCH_DRAFT, POST_DRAFT};

use crate::mount::Mount;
use crate::state::AppState;

/// The endpoints of drafts.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .mount(&POST_DRAFT, begin::begin)
        .mount(&GET_DRAFT, handlers::read)
        .mount(&PATCH_DRAFT, handlers::save)
        .mount(&DELETE_DRAFT, handlers::throw_away)
}
