//! Consents, and the export of a citizen's own data.

mod consents;
mod registration_consents;
mod required_consents;
mod account_data;
