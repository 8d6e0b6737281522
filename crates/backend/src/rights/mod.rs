//! A citizen's rights over their own data: giving and withdrawing consents, and exporting everything that is stored. All
//! functions use the account of the session only.

/// The export of an account's data.
mod account_data;
/// Giving and withdrawing consents.
mod consents;
mod routes;

pub(crate) use routes::routes;
