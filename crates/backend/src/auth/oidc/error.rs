//! What can go wrong between leaving and being signed in: a word for the app, and a line for the log that holds nothing
//! of the citizen's and nothing of the provider's own text.

use openidconnect::{ClaimsVerificationError, SignatureVerificationError};

use crate::refusal::Refusal;

/// What the app is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SignInError {
    /// The citizen has turned back at the provider.
    Cancelled,
    /// It didn't work; trying again may.
    Failed,
    /// It took too long, or was done already.
    Expired,
    /// The provider doesn't vouch for this citizen's identity.
    Unverified,
}

impl SignInError {
    /// The word in the app's address.
    pub(crate) fn word(self) -> &'static str {
        match self {
            SignInError::Cancelled => "cancelled",
            SignInError::Failed => "failed",
            SignInError::Expired => "expired",
            SignInError::Unverified => "unverified",
        }
    }
}

/// Why nobody is signed in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OidcError {
    /// The provider's metadata or keys can't be had.
    #[error("the provider can't be reached, or its metadata can't be used")]
    Unreachable,
    /// An endpoint of the metadata can be listened in on.
    #[error("the provider's metadata names an endpoint without https")]
    Unsafe,
    /// Nothing is known of this answer.
    #[error("the state is unknown, too old, or was used before")]
    UnknownState,
    /// The answer comes through another browser than the one that left.
    #[error("the answer came through another browser")]
    OtherBrowser,
    /// Another provider answers (RFC 9207).
    #[error("`iss` isn't the provider's issuer")]
    WrongIssuer,
    /// The citizen has turned back.
    #[error("cancelled at the provider")]
    Cancelled,
    /// The provider answers with an error, or with no code.
    #[error("the provider gives no code")]
    NoCode,
    /// The provider gives no token for the code.
    #[error("the provider gives no token for the code")]
    NoToken,
    /// The ID token doesn't hold.
    #[error("the ID token is refused: {0}")]
    Token(&'static str),
    /// No claims beyond the token can be had.
    #[error("the provider's user information can't be had")]
    NoUserInfo,
    /// The provider doesn't tell citizen id and name.
    #[error("the provider doesn't vouch for citizen id and name")]
    Unverified,
    /// The provider says another citizen id than before of one and the same subject.
    #[error("the subject is linked to another citizen id")]
    OtherCitizen,
    /// A limit is reached, or this backend fails.
    #[error("refused: {}", .0.title())]
    Refused(Refusal),
}

impl OidcError {
    /// What the app is told of it.
    pub(crate) fn sign_in_error(&self) -> SignInError {
        match self {
            OidcError::Cancelled => SignInError::Cancelled,
            OidcError::UnknownState => SignInError::Expired,
            OidcError::Unverified | OidcError::OtherCitizen => SignInError::Unverified,
            _ => SignInError::Failed,
        }
    }

    /// Notes it for the operator, under the provider's key.
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
        // The library's own texts quote what the token says.
        OidcError::Token(match error {
            ClaimsVerificationError::Expired(_) => "too old, or from the future",
            ClaimsVerificationError::InvalidAudience(_) => "for another audience",
            ClaimsVerificationError::InvalidIssuer(_) => "of another issuer",
            ClaimsVerificationError::InvalidNonce(_) => "of another sign-in",
            ClaimsVerificationError::InvalidSubject(_) => "of another subject",
            ClaimsVerificationError::SignatureVerification(error) => return error.into(),
            _ => "of no known form",
        })
    }
}

impl From<SignatureVerificationError> for OidcError {
    fn from(error: SignatureVerificationError) -> Self {
        OidcError::Token(match error {
            SignatureVerificationError::NoSignature => "not signed",
            SignatureVerificationError::NoMatchingKey
            | SignatureVerificationError::AmbiguousKeyId(_) => "signed with an unknown key",
            SignatureVerificationError::DisallowedAlg(_)
            | SignatureVerificationError::UnsupportedAlg(_) => {
                "signed in a way that isn't accepted"
            }
            _ => "not rightly signed",
        })
    }
}
