//! Registration, sign-in, sessions, and changes to an account.
//!
//! A response doesn't reveal whether an account exists: status, body and duration are the same in both cases. Only the
//! message to the given phone differs. The module `registration` describes the one exception.

/// Endpoints that show a challenge and send another code.
mod challenge;
/// Table of challenges.
mod challenge_store;
/// Closing an account.
mod closing;
/// Endpoint that checks a one-time code.
mod code_answer;
/// Setting, changing and removing the e-mail address of an account.
mod email_change;
/// Signed-in devices: listing them and signing them out.
pub(crate) mod devices;
/// Texts of the messages about accounts.
mod message_text;
/// Sign-in through an identity provider.
mod oidc;
/// One-time codes: generating, hashing, limiting and sending them.
mod one_time_code;
/// Changing the password while signed in.
mod password_change;
/// Checking a password, and limiting the number of wrong passwords.
mod password_check;
/// Resetting a forgotten password.
mod password_reset;
/// Changing the phone of an account.
mod phone_change;
/// Phones that leave an account because somebody else holds them.
mod phone_release;
/// Registration by phone.
mod registration;
/// Consents that are given at registration.
mod registration_consents;
/// Validation of the properties of a registration.
mod registration_fields;
/// Continuing an expired session.
mod renewal;
mod routes;
/// Sessions and their cookie.
pub(crate) mod session;
/// Endpoint that sets a password after the correct one-time code was entered.
mod set_password;
/// Sign-in with a password.
mod sign_in;

pub use phone_release::{release_due_phones, release_phone_now};
pub use registration::create_account;
pub(crate) use routes::routes;
