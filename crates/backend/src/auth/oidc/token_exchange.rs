//! The provider's code turned into whom it vouches for: the code goes to the provider with the verifier that only this
//! backend has, and the ID token that comes back is checked whole before one claim of it is read.

use chrono::{DateTime, Utc};
use openidconnect::core::{CoreGenderClaim, CoreJwsSigningAlgorithm};
use openidconnect::{
    AccessTokenHash, AuthorizationCode, ClaimsVerificationError, IdTokenClaims, Nonce,
    OAuth2TokenResponse, PkceCodeVerifier, SignatureVerificationError, TokenResponse,
    UserInfoClaims,
};
use serde_json::Value;

use super::error::Fault;
use super::identity_providers::Way;
use super::login_attempts::Left;
use super::provider::{Metadata, OtherClaims, Speaker, Tokens};
use super::verified_claims::{self, Vouched};

/// Signatures that only the provider can make; never those with the client's secret, which two sides know.
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
/// A token made longer ago than a sign-in may last belongs to none.
const OLDEST_SECONDS: i64 = 600;
/// By so much two clocks may differ.
const SKEW_SECONDS: i64 = 60;

type Claims = IdTokenClaims<OtherClaims, CoreGenderClaim>;

/// Whom the provider vouches for, in exchange for its code. `now` judges how old the provider's keys are, `unmoved` its
/// tokens: other machines don't know of a demonstration's clock.
pub(crate) async fn vouched_for(
    way: &Way<'_>,
    metadata: &Metadata,
    code: String,
    left: &Left,
    now: i64,
    unmoved: i64,
) -> Result<Vouched, Fault> {
    let speaker = way.provider.speaker(metadata);
    let tokens = speaker
        .exchange_code(AuthorizationCode::new(code))
        .map_err(|_| Fault::Unreachable)?
        .set_pkce_verifier(PkceCodeVerifier::new(left.verifier.clone()))
        .request_async(way.http)
        .await
        .map_err(|_| Fault::NoToken)?;
    let nonce = Nonce::new(left.nonce.clone());
    let claims = match check(&speaker, &tokens, &nonce, unmoved) {
        Err(Unbelieved::UnknownKey) => {
            let changed = way.provider.changed_metadata(way.http, now).await?;
            check(&way.provider.speaker(&changed), &tokens, &nonce, unmoved)
        }
        checked => checked,
    };
    let claims = claims.map_err(Fault::from)?;
    let mut told = vec![serde_json::to_value(claims).unwrap_or_default()];
    let names = way.provider.claim_names();
    if !verified_claims::is_told(names, &told) && metadata.userinfo_endpoint().is_some() {
        told.push(ask_more(way, &speaker, &tokens, claims).await?);
    }
    Vouched::read(claims.subject().as_str(), names, &told).ok_or(Fault::Unverified)
}

/// Why a token isn't believed.
enum Unbelieved {
    /// The provider may have changed its keys since they were read.
    UnknownKey,
    /// In any case.
    Always(Fault),
}

impl From<Unbelieved> for Fault {
    fn from(unbelieved: Unbelieved) -> Self {
        match unbelieved {
            Unbelieved::UnknownKey => SignatureVerificationError::NoMatchingKey.into(),
            Unbelieved::Always(fault) => fault,
        }
    }
}

impl From<ClaimsVerificationError> for Unbelieved {
    fn from(fault: ClaimsVerificationError) -> Self {
        match fault {
            ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            ) => Unbelieved::UnknownKey,
            fault => Unbelieved::Always(fault.into()),
        }
    }
}

impl From<Fault> for Unbelieved {
    fn from(fault: Fault) -> Self {
        Unbelieved::Always(fault)
    }
}

/// OpenID Connect Core, 3.1.3.7 and 3.1.3.8: signature, issuer, audience, age, nonce, and what the library leaves out:
/// for whom it was made, and that the access token is the one it came with.
fn check<'t>(
    speaker: &Speaker,
    tokens: &'t Tokens,
    nonce: &Nonce,
    now: i64,
) -> Result<&'t Claims, Unbelieved> {
    let token = tokens.id_token().ok_or(Fault::Token("missing"))?;
    let verifier = speaker
        .id_token_verifier()
        .set_allowed_algs(SIGNATURES)
        .set_time_fn(move || DateTime::from_timestamp(now, 0).unwrap_or(DateTime::<Utc>::MAX_UTC))
        .set_issue_time_verifier_fn(move |made| {
            let in_time = (now - OLDEST_SECONDS..=now + SKEW_SECONDS).contains(&made.timestamp());
            in_time.then_some(()).ok_or_else(String::new)
        });
    let claims = token.claims(&verifier, nonce)?;
    let party = claims.authorized_party();
    if party.is_some_and(|party| party != speaker.client_id()) {
        return Err(Fault::Token("for another party").into());
    }
    if let Some(expected) = claims.access_token_hash() {
        let signing_alg = token.signing_alg().map_err(Fault::from)?;
        let signing_key = token.signing_key(&verifier).map_err(Fault::from)?;
        let hash = AccessTokenHash::from_token(tokens.access_token(), signing_alg, signing_key);
        if hash.ok().as_ref() != Some(expected) {
            return Err(Fault::Token("for another access token").into());
        }
    }
    Ok(claims)
}

/// Many providers tell little in the token itself.
async fn ask_more(
    way: &Way<'_>,
    speaker: &Speaker,
    tokens: &Tokens,
    claims: &Claims,
) -> Result<Value, Fault> {
    let subject = Some(claims.subject().clone());
    let more: UserInfoClaims<OtherClaims, CoreGenderClaim> = speaker
        .user_info(tokens.access_token().clone(), subject)
        .map_err(|_| Fault::NoUserInfo)?
        .request_async(way.http)
        .await
        .map_err(|_| Fault::NoUserInfo)?;
    Ok(serde_json::to_value(more).unwrap_or_default())
}
