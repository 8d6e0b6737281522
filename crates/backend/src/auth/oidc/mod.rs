//! OpenID Connect with the operator's identity providers: authorization code flow with PKCE (R0.14, R4.2–R4.5).
//!
//! Codes, tokens and claims stay in the backend; the browser only follows redirects. No claim is read before the
//! signature, issuer, audience, age and nonce of its ID token have been checked.

/// Why a sign-in through a provider fails.
pub(crate) mod error;
/// All configured providers.
pub(crate) mod identity_providers;
/// Sign-ins that have been sent to a provider and haven't come back.
pub(crate) mod login_attempts;
/// URLs of the portal that a provider may send a browser to.
pub(crate) mod portal_urls;
/// One provider: its metadata, and the client for its endpoints.
pub(crate) mod provider;
/// The operator's file of providers.
mod settings;
/// Exchanges the provider's code for verified claims.
pub(crate) mod token_exchange;
/// The claims that an account is made of.
pub(crate) mod verified_claims;

pub use identity_providers::IdentityProviders;
pub use settings::ProviderSettingsError;
