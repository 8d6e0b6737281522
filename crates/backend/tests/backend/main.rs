//! The backend as a client meets it, through `app()` and without a network. One program, so that the
//! kit is compiled and linked once.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod kit;

mod reading;
mod registering;
mod registered_before;
mod codes;
mod code_limits;
mod owners_codes;
mod signing_in;
mod guessing_passwords;
mod forgotten_password;
mod changing_credentials;
mod first_password;
mod renewing;
mod closing;
mod organisations;
mod consents_at_registration;
mod text_gateway;
mod single_sign_on;
mod refused_leavings;
mod sessions;
mod devices;
mod bearer;
mod cookies;
mod guards;
mod headers;
mod logging;
mod forgery;
mod others_things;
mod consents;
mod required_consents;
mod account_data;
mod beginning;
mod drafting;
mod uploading;
mod refused_files;
mod sending;
mod incomplete;
mod choosing;
mod sending_groups;
mod declaring;
mod following;
mod earlier;
mod looking_up;
mod demonstrating;
mod officer;
mod officer_of_groups;
mod feedback;
mod serving;
mod openapi;
mod lasting;
