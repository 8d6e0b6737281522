//! Exchanges the provider's code for verified claims. The code is sent with the PKCE verifier. The ID token is
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

/// Accepted signature algorithms. All are asymmetric. Algorithms that sign with the client secret are excluded, because
/// the provider isn't the only one who knows this secret.
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
/// Maximum age of an ID token, in seconds. It equals the time that a sign-in may take.
const OLDEST_SECONDS: i64 = 600;
/// Tolerated difference between the provider's clock and this machine's clock, in seconds.
const SKEW_SECONDS: i64 = 60;

type Claims = IdTokenClaims<ExtraClaims, CoreGenderClaim>;

/// Exchanges the provider's code for tokens, and returns the verified claims.
///
/// `now` determines the age of the cached metadata. `system_now` determines the age of the ID token. It is the real
/// time: a demonstration can advance the backend's clock, but not the provider's clock.
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
    /// No known key matches the signature. The provider may have changed its keys, so reloading them may help.
    UnknownKey,
    /// The token is invalid. Reloading the keys can't help.
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

/// Validates the ID token (OpenID Connect Core, 3.1.3.7 and 3.1.3.8): signature, issuer, audience, age and nonce. It
/// also checks the authorized party and the hash of the access token, which the `openidconnect` library doesn't check.
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

/// Loads further claims from the user info endpoint, because many ID tokens contain only a few claims.
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
