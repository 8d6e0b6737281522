//! Routes of the account endpoints.

use axum::Router;
use contract::endpoints;

use super::oidc::{authorize, callback};
use super::{
    challenge, closing, code_answer, devices, password_change, password_reset, phone_change,
    registration, renewal, session, set_password, sign_in,
};
use crate::http::router_ext::RouterExt;
use crate::state::AppState;

/// Every endpoint from registration to closing the account.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(&endpoints::POST_REGISTRATION, registration::begin)
        .endpoint(&endpoints::POST_SIGN_IN, sign_in::begin)
        .endpoint(&endpoints::GET_CHALLENGE, challenge::show)
        .endpoint(&endpoints::POST_CODE, code_answer::answer)
        .endpoint(&endpoints::POST_RESEND, challenge::resend)
        .endpoint(&endpoints::POST_PASSWORD, set_password::set)
        .endpoint(&endpoints::POST_PASSWORD_RESET, password_reset::begin)
        .endpoint(&endpoints::POST_RENEWAL, renewal::begin)
        .endpoint(&endpoints::POST_PASSWORD_CHANGE, password_change::change)
        .endpoint(&endpoints::POST_PHONE_CHANGE, phone_change::begin)
        .endpoint(&endpoints::POST_CLOSING, closing::begin)
        .endpoint(&endpoints::GET_SESSION, session::show)
        .endpoint(&endpoints::PATCH_SESSION, session::change)
        .endpoint(&endpoints::DELETE_SESSION, session::end)
        .endpoint(&endpoints::GET_DEVICES, devices::list)
        .endpoint(&endpoints::DELETE_DEVICE, devices::sign_out_one)
        .endpoint(&endpoints::DELETE_DEVICES, devices::sign_out_everywhere)
        .endpoint(&endpoints::GET_SINGLE_SIGN_ON, authorize::authorize)
        .endpoint(&endpoints::GET_SINGLE_SIGN_ON_RETURN, callback::callback)
}
