//! Sign-in through an identity provider: the redirect to the provider, the callback, and the account that is signed in.

mod account_link;
/// Redirect to the provider.
pub(super) mod authorize;
/// Callback: the browser returns from the provider.
pub(super) mod callback;
