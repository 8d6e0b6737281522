//! Signing in through an identity provider: the redirect to the provider, the way back, and the account that is opened.

mod account_link;
/// Redirect to the provider.
pub(super) mod authorize;
/// Redirect back from the provider.
pub(super) mod callback;
