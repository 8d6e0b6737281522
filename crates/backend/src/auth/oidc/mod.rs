//! OpenID Connect with the operator's identity providers: authorization code flow with PKCE (R0.14, R4.2–R4.5).
//!
//! Codes, tokens and claims stay in the backend. The browser gets only redirects. Before a claim is read, the backend
//! checks the signature, issuer, audience, age and nonce of the ID token that contains it.

/// Why a sign-in through a provider fails.
pub(crate) mod error;
/// All identity providers that the operator has configured.
pub(crate) mod identity_providers;
/// Pending sign-ins: the browser was sent to a provider and hasn't returned yet.
pub(crate) mod login_attempts;
/// URLs of the portal to which a browser may be redirected after a sign-in.
pub(crate) mod portal_urls;
/// One identity provider: its metadata, and the client for its endpoints.
pub(crate) mod provider;
/// The HTTP client for requests to providers.
pub(crate) mod provider_http;
/// The operator's file that describes the identity providers.
mod settings;
/// Exchanges the provider's code for verified claims.
pub(crate) mod token_exchange;
/// The citizen's data from which an account is created.
pub(crate) mod verified_claims;

pub use identity_providers::IdentityProviders;
pub use settings::ProviderSettingsError;
