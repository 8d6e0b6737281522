//! Registering, signing in and out. What is answered here is the same whether an account exists or not:
//! the same status, the same body, about the same time. Only the message to the phone that was given
//! differs, and registering says how much it gives away.

mod code;
mod challenge;
mod code_answer;
mod registration;
mod sign_in;
mod password;
mod device_name;
pub(crate) mod arrival;
pub(crate) mod session;
pub(crate) mod devices;

use axum::Router;
use contract::endpoints;

pub use password::Passwords;
pub use registration::create_account;

use crate::mount::Mount;
use crate::state::AppState;

/// The endpoints from registration to sign-out.
pub fn routes() -> Router<AppState> {
    Router::new()
        .mount(&endpoints::POST_REGISTRATION, registration::begin)
        .mount(&endpoints::POST_SIGN_IN, sign_in::begin)
        .mount(&endpoints::GET_CHALLENGE, challenge::show)
        .mount(&endpoints::POST_CODE, code_answer::answer)
        .mount(&endpoints::POST_RESEND, challenge::resend)
        .mount(&endpoints::POST_PASSWORD, registration::finish)
        .mount(&endpoints::GET_SESSION, session::show)
        .mount(&endpoints::PATCH_SESSION, session::change)
        .mount(&endpoints::DELETE_SESSION, session::end)
        .mount(&endpoints::GET_DEVICES, devices::list)
        .mount(&endpoints::DELETE_DEVICE, devices::sign_one_out)
        .mount(&endpoints::DELETE_DEVICES, devices::sign_all_out)
}
