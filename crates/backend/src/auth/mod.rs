//! Who makes a request, and how they prove it: passwords, session tokens, identity providers. No endpoint is defined
//! here; the handlers are in `accounts`.

/// Passwords that are guessed first, and therefore refused.
mod common_passwords;
/// The session token of a request: a cookie or a bearer token.
pub(crate) mod credential;
/// Name of the browser and system that a session was started on.
mod device_name;
/// Extractor of the signed-in citizen.
pub mod extractors;
/// What a request that starts a session says about its device and its earlier session.
pub(crate) mod login_context;
/// OpenID Connect.
pub mod oidc;
/// Password hashes and the rules for new passwords.
pub mod password;
/// Random ids, tokens and numbers.
pub mod random;
/// The key that the backend hashes codes and identifiers with.
pub mod secret;
/// When a session expires.
pub mod session_policy;
