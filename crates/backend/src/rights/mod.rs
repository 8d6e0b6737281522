//! A citizen's rights over their own data: giving and withdrawing consents, and exporting all stored data. All
//! functions use only the account of the session.

/// The export of an account's data.
mod account_data;
/// Giving and withdrawing consents.
mod consents;
mod routes;

pub(crate) use routes::routes;
