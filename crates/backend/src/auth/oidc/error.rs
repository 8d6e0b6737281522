//! Errors of a sign-in through an identity provider. Each error has a keyword, which the app turns into a message, and
//! a text for the log. Neither contains personal data or text from the provider.

use openidconnect::{ClaimsVerificationError, SignatureVerificationError};

use crate::refusal::Refusal;

/// The kind of error that the sign-in page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SignInError {
    /// The citizen cancelled at the provider.
    Cancelled,
    /// The sign-in failed for another reason. A new attempt may succeed.
    Failed,
    /// No sign-in with the callback's `state` is pending, for example because the sign-in took too long. A new attempt
    /// may succeed.
    Expired,
    /// The provider doesn't confirm the citizen's identity.
    Unverified,
}

impl SignInError {
    /// The keyword of the error: the value of `trouble` in the URL of the sign-in page.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            SignInError::Cancelled => "cancelled",
            SignInError::Failed => "failed",
            SignInError::Expired => "expired",
            SignInError::Unverified => "unverified",
        }
    }
}

/// Why a sign-in through a provider fails.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OidcError {
    /// The provider's metadata or keys can't be loaded.
    #[error("the provider's metadata can't be loaded")]
    Unreachable,
    /// The provider's metadata contains the URL of an endpoint that doesn't use HTTPS.
    #[error("the provider's metadata names an endpoint without https")]
    Unsafe,
    /// No sign-in with this `state` is pending.
    #[error("the state is unknown, too old, or was used before")]
    UnknownState,
    /// The callback came from another browser than the one that started the sign-in.
    #[error("the callback came from another browser")]
    OtherBrowser,
    /// The `iss` of the callback isn't the provider's issuer (RFC 9207).
    #[error("`iss` isn't the provider's issuer")]
    WrongIssuer,
    /// The citizen cancelled at the provider.
    #[error("cancelled at the provider")]
    Cancelled,
    /// The callback has an error other than a cancellation, or has no code.
    #[error("the callback has no code")]
    NoCode,
    /// The provider's token endpoint returns no token.
    #[error("the provider returns no token for the code")]
    NoToken,
    /// The ID token is invalid.
    #[error("the ID token is invalid: {0}")]
    Token(&'static str),
    /// The provider's user info endpoint returns no claims.
    #[error("the provider's user info can't be loaded")]
    NoUserInfo,
    /// The claims contain no valid citizen id and name.
    #[error("the claims contain no valid citizen id and name")]
    Unverified,
    /// The provider's subject was linked to another citizen id before.
    #[error("the subject is linked to another citizen id")]
    OtherCitizen,
    /// A rate limit is reached, or an internal error occurred.
    #[error("refused: {}", .0.title())]
    Refused(Refusal),
}

impl OidcError {
    /// Converts the error to the kind that the sign-in page shows.
    pub(crate) fn to_sign_in_error(&self) -> SignInError {
        match self {
            OidcError::Cancelled => SignInError::Cancelled,
            OidcError::UnknownState => SignInError::Expired,
            OidcError::Unverified | OidcError::OtherCitizen => SignInError::Unverified,
            _ => SignInError::Failed,
        }
    }

    /// Logs the error with the provider's key. Cancelled and expired sign-ins are normal, so they are logged at a lower
    /// level.
    pub(crate) fn log(&self, provider: &str) {
        match self {
            OidcError::Cancelled | OidcError::UnknownState => {
                tracing::info!(provider, "single sign-on: {self}");
            }
            _ => tracing::warn!(provider, "single sign-on: {self}"),
        }
    }
}

impl From<Refusal> for OidcError {
    fn from(refusal: Refusal) -> Self {
        OidcError::Refused(refusal)
    }
}

impl From<ClaimsVerificationError> for OidcError {
    fn from(error: ClaimsVerificationError) -> Self {
        // The error texts of the `openidconnect` library quote the token, so fixed texts are used.
        OidcError::Token(match error {
            ClaimsVerificationError::Expired(_) => "expired or not yet valid",
            ClaimsVerificationError::InvalidAudience(_) => "wrong audience",
            ClaimsVerificationError::InvalidIssuer(_) => "wrong issuer",
            ClaimsVerificationError::InvalidNonce(_) => "wrong nonce",
            ClaimsVerificationError::InvalidSubject(_) => "wrong subject",
            ClaimsVerificationError::SignatureVerification(error) => return error.into(),
            _ => "malformed",
        })
    }
}

impl From<SignatureVerificationError> for OidcError {
    fn from(error: SignatureVerificationError) -> Self {
        OidcError::Token(match error {
            SignatureVerificationError::NoSignature => "not signed",
            SignatureVerificationError::NoMatchingKey
            | SignatureVerificationError::AmbiguousKeyId(_) => "unknown signing key",
            SignatureVerificationError::DisallowedAlg(_)
            | SignatureVerificationError::UnsupportedAlg(_) => "signature algorithm not accepted",
            _ => "invalid signature",
        })
    }
}
