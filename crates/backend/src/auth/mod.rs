//! Authentication: passwords, session tokens and identity providers. This module defines no endpoint; the handlers are
//! in `accounts`.

/// Passwords that attackers guess first. They are refused.
mod common_passwords;
/// The session token of a request: a cookie or a bearer token.
pub(crate) mod credential;
/// Name of the browser and operating system on which a session was started.
mod device_name;
/// Extractor of the signed-in citizen.
pub mod extractors;
/// The memory in which password hashes are computed.
mod hash_memory;
/// Browsers on which an account has signed in before.
pub(crate) mod known_device;
/// Information from a request that starts a session: the device and the earlier session.
pub(crate) mod login_context;
/// OpenID Connect with identity providers.
pub mod oidc;
/// Password hashes and the rules for new passwords.
pub mod password;
/// Random ids, tokens and numbers.
pub mod random;
/// The key with which the backend hashes codes and identifiers.
pub mod secret;
/// The rules for when a session expires.
pub mod session_policy;
