//! Routes of the account endpoints.

use axum::Router;
use contract::endpoints;

use super::oidc::{authorize, callback};
use super::{
    challenge, closing, code_answer, devices, email_change, password_change, password_reset,
    phone_change, phone_release, registration, renewal, session, set_password, sign_in,
};
use crate::http::router_ext::RouterExt;
use crate::state::AppState;

/// Routes of all account endpoints, from registration to closing the account.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(
            &endpoints::POST_REGISTRATION,
            registration::start_registration,
        )
        .endpoint(&endpoints::POST_SIGN_IN, sign_in::start_sign_in)
        .endpoint(&endpoints::GET_CHALLENGE, challenge::show_challenge)
        .endpoint(&endpoints::POST_CODE, code_answer::answer_challenge)
        .endpoint(&endpoints::POST_RESEND, challenge::resend_code)
        .endpoint(&endpoints::POST_PASSWORD, set_password::set_password)
        .endpoint(
            &endpoints::POST_PASSWORD_RESET,
            password_reset::start_password_reset,
        )
        .endpoint(&endpoints::POST_RENEWAL, renewal::start_renewal)
        .endpoint(
            &endpoints::POST_PASSWORD_CHANGE,
            password_change::change_password,
        )
        .endpoint(
            &endpoints::POST_PHONE_CHANGE,
            phone_change::start_phone_change,
        )
        .endpoint(
            &endpoints::POST_PHONE_RELEASE,
            phone_release::start_phone_release,
        )
        .endpoint(
            &endpoints::POST_EMAIL_CHANGE,
            email_change::start_email_change,
        )
        .endpoint(&endpoints::DELETE_EMAIL, email_change::remove_email)
        .endpoint(&endpoints::POST_CLOSING, closing::start_closing)
        .endpoint(&endpoints::GET_SESSION, session::show_session)
        .endpoint(&endpoints::PATCH_SESSION, session::update_session)
        .endpoint(&endpoints::DELETE_SESSION, session::sign_out)
        .endpoint(&endpoints::GET_DEVICES, devices::show_devices)
        .endpoint(&endpoints::DELETE_DEVICE, devices::sign_out_device)
        .endpoint(&endpoints::DELETE_DEVICES, devices::sign_out_everywhere)
        .endpoint(&endpoints::GET_SINGLE_SIGN_ON, authorize::authorize)
        .endpoint(&endpoints::GET_SINGLE_SIGN_ON_RETURN, callback::callback)
}
