//! Registration, sign-in, passwords, one-time codes, sessions, devices, and account closing.

mod registration;
mod duplicate_registration;
mod organisations;
mod one_time_codes;
mod rate_limits;
mod lock_out;
mod owner_rate_limits;
mod sign_in;
mod identifiers;
mod password_guessing;
mod password_reset;
mod credential_changes;
mod changes_meanwhile;
mod phone_release;
mod first_password;
mod hash_memory;
mod sessions;
mod session_renewal;
mod devices;
mod account_closing;
