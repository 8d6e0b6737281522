//! What a citizen may do with what is kept of him: consent and withdraw, see everything, take it along. Only ever his own:
//! every function is given the account of the session and no other.

/// Export of everything stored about an account.
mod account_data;
/// Giving and withdrawing consents.
mod consents;
mod routes;

pub(crate) use routes::routes;
