//! Registering, signing in and out, and what an owner may do with the account itself. What is answered here is the same whether an account exists or not:
//! the same status, the same body, about the same time. Only the message to the phone that was given
//! differs, and registering says how much it gives away.

mod wording;
mod code;
mod challenge_store;
mod challenge;
mod code_answer;
mod given_consents;
mod slip;
mod registration;
mod password;
mod credentials;
mod sign_in;
mod password_reset;
mod chosen_password;
mod password_change;
mod phone_change;
mod renewal;
mod closing;
mod device_name;
pub(crate) mod arrival;
pub(crate) mod session;
pub(crate) mod devices;

use axum::Router;
use contract::endpoints;

pub(crate) use arrival::Arrival;
pub use password::Passwords;
pub use registration::create_account;
pub(crate) use session::{Begun, begin as begin_session};

use crate::mount::Mount;
use crate::state::AppState;

/// The endpoints from registration to closing.
pub fn routes() -> Router<AppState> {
    Router::new()
        .mount(&endpoints::POST_REGISTRATION, registration::begin)
        .mount(&endpoints::POST_SIGN_IN, sign_in::begin)
        .mount(&endpoints::GET_CHALLENGE, challenge::show)
        .mount(&endpoints::POST_CODE, code_answer::answer)
        .mount(&endpoints::POST_RESEND, challenge::resend)
        .mount(&endpoints::POST_PASSWORD, chosen_password::set)
        .mount(&endpoints::POST_PASSWORD_RESET, password_reset::begin)
        .mount(&endpoints::POST_RENEWAL, renewal::begin)
        .mount(&endpoints::POST_PASSWORD_CHANGE, password_change::change)
        .mount(&endpoints::POST_PHONE_CHANGE, phone_change::begin)
        .mount(&endpoints::POST_CLOSING, closing::begin)
        .mount(&endpoints::GET_SESSION, session::show)
        .mount(&endpoints::PATCH_SESSION, session::change)
        .mount(&endpoints::DELETE_SESSION, session::end)
        .mount(&endpoints::GET_DEVICES, devices::list)
        .mount(&endpoints::DELETE_DEVICE, devices::sign_one_out)
        .mount(&endpoints::DELETE_DEVICES, devices::sign_all_out)
}
