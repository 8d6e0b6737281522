//! Exchanges the provider's code for verified claims. The code is sent with the PKCE verifier, and the ID token is
//! validated before any claim is read.

use chrono::{DateTime, Utc};
use openidconnect::core::{CoreGenderClaim, CoreJwsSigningAlgorithm};
use openidconnect::{
    AccessTokenHash, AuthorizationCode, ClaimsVerificationError, IdTokenClaims, Nonce,
    OAuth2TokenResponse, PkceCodeVerifier, SignatureVerificationError, TokenResponse,
    UserInfoClaims,
};
use serde_json::Value;

use super::error::OidcError;
use super::identity_providers::ProviderContext;
use super::login_attempts::PendingLogin;
use super::provider::{DiscoveredMetadata, ExtraClaims, OidcClient, Tokens};
use super::verified_claims::{self, VerifiedClaims};

/// Asymmetric signature algorithms. Those with the client secret are excluded, because two parties know it.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];
/// Maximum age of an ID token, in seconds: the time for a sign-in.
const OLDEST_SECONDS: i64 = 600;
/// Allowed difference between the clocks of two machines, in seconds.
const SKEW_SECONDS: i64 = 60;

type Claims = IdTokenClaims<ExtraClaims, CoreGenderClaim>;

/// Exchanges the code and returns the verified claims. `now` decides how old the cached metadata is. `system_now`
/// decides how old the token is: it ignores the adjustable clock of a demonstration, which other machines don't know.
pub(crate) async fn exchange_code(
    provider_context: &ProviderContext<'_>,
    metadata: &DiscoveredMetadata,
    code: String,
    pending: &PendingLogin,
    now: i64,
    system_now: i64,
) -> Result<VerifiedClaims, OidcError> {
    let client = provider_context.provider.client(metadata);
    let tokens = client
        .exchange_code(AuthorizationCode::new(code))
        .map_err(|_| OidcError::Unreachable)?
        .set_pkce_verifier(PkceCodeVerifier::new(pending.verifier.clone()))
        .request_async(provider_context.http)
        .await
        .map_err(|_| OidcError::NoToken)?;
    let nonce = Nonce::new(pending.nonce.clone());
    let claims = match check(&client, &tokens, &nonce, system_now) {
        Err(TokenCheckError::UnknownKey) => {
            let changed = provider_context
                .provider
                .refreshed_metadata(provider_context.http, now)
                .await?;
            check(
                &provider_context.provider.client(&changed),
                &tokens,
                &nonce,
                system_now,
            )
        }
        checked => checked,
    };
    let claims = claims.map_err(OidcError::from)?;
    let mut claim_sets = vec![serde_json::to_value(claims).unwrap_or_default()];
    let names = provider_context.provider.claim_names();
    if !verified_claims::has_required_claims(names, &claim_sets)
        && metadata.userinfo_endpoint().is_some()
    {
        claim_sets.push(load_user_info(provider_context, &client, &tokens, claims).await?);
    }
    VerifiedClaims::read(claims.subject().as_str(), names, &claim_sets).ok_or(OidcError::Unverified)
}

/// Why an ID token is refused.
enum TokenCheckError {
    /// No known key made the signature. The provider may have changed its keys.
    UnknownKey,
    /// Reloading the keys can't help.
    Invalid(OidcError),
}

impl From<TokenCheckError> for OidcError {
    fn from(unbelieved: TokenCheckError) -> Self {
        match unbelieved {
            TokenCheckError::UnknownKey => SignatureVerificationError::NoMatchingKey.into(),
            TokenCheckError::Invalid(error) => error,
        }
    }
}

impl From<ClaimsVerificationError> for TokenCheckError {
    fn from(error: ClaimsVerificationError) -> Self {
        match error {
            ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            ) => TokenCheckError::UnknownKey,
            error => TokenCheckError::Invalid(error.into()),
        }
    }
}

impl From<OidcError> for TokenCheckError {
    fn from(error: OidcError) -> Self {
        TokenCheckError::Invalid(error)
    }
}

/// Validates the ID token (OpenID Connect Core, 3.1.3.7 and 3.1.3.8): signature, issuer, audience, age and nonce. The
/// library leaves out two checks: the authorized party, and the hash of the access token.
fn check<'t>(
    client: &OidcClient,
    tokens: &'t Tokens,
    nonce: &Nonce,
    now: i64,
) -> Result<&'t Claims, TokenCheckError> {
    let token = tokens.id_token().ok_or(OidcError::Token("missing"))?;
    let verifier = client
        .id_token_verifier()
        .set_allowed_algs(SIGNATURES)
        .set_time_fn(move || DateTime::from_timestamp(now, 0).unwrap_or(DateTime::<Utc>::MAX_UTC))
        .set_issue_time_verifier_fn(move |made| {
            let in_time = (now - OLDEST_SECONDS..=now + SKEW_SECONDS).contains(&made.timestamp());
            in_time.then_some(()).ok_or_else(String::new)
        });
    let claims = token.claims(&verifier, nonce)?;
    let party = claims.authorized_party();
    if party.is_some_and(|party| party != client.client_id()) {
        return Err(OidcError::Token("wrong authorized party").into());
    }
    if let Some(expected) = claims.access_token_hash() {
        let signing_alg = token.signing_alg().map_err(OidcError::from)?;
        let signing_key = token.signing_key(&verifier).map_err(OidcError::from)?;
        let hash = AccessTokenHash::from_token(tokens.access_token(), signing_alg, signing_key);
        if hash.ok().as_ref() != Some(expected) {
            return Err(OidcError::Token("wrong access token hash").into());
        }
    }
    Ok(claims)
}

/// Loads more claims from the user info endpoint. Many ID tokens contain only a few.
async fn load_user_info(
    provider_context: &ProviderContext<'_>,
    client: &OidcClient,
    tokens: &Tokens,
    claims: &Claims,
) -> Result<Value, OidcError> {
    let subject = Some(claims.subject().clone());
    let more: UserInfoClaims<ExtraClaims, CoreGenderClaim> = client
        .user_info(tokens.access_token().clone(), subject)
        .map_err(|_| OidcError::NoUserInfo)?
        .request_async(provider_context.http)
        .await
        .map_err(|_| OidcError::NoUserInfo)?;
    Ok(serde_json::to_value(more).unwrap_or_default())
}
