//! One identity provider: what it says of itself, asked for at the first use and kept for an hour, and the client that
//! speaks to it. A provider that is away stops nobody from signing in another way.

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClaimName, CoreClaimType,
    CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim, CoreGrantType, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm,
    CoreResponseMode, CoreResponseType, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreSubjectIdentifierType, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AdditionalProviderMetadata, AuthType, Client, ClientId, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, ProviderMetadata, RedirectUrl, Scope,
    StandardErrorResponse, StandardTokenResponse,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use tokio::sync::Mutex;

use super::error::OidcError;
use super::portal_urls::{PortalUrls, is_safe};
use super::settings::{ClaimNames, ProviderSettings, ProviderSettingsError};

/// Metadata and keys are asked for again after so long.
const FRESH_SECONDS: i64 = 3600;
/// Whatever goes wrong, a provider is asked for them at most this often.
const PAUSE_SECONDS: i64 = 10;

/// Claims beyond the standard ones, under whatever names the provider gives them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct ExtraClaims {
    #[serde(flatten)]
    told: Map<String, Value>,
}

impl AdditionalClaims for ExtraClaims {}

/// What a provider says of itself beyond OpenID Connect Discovery.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct ExtraProviderMetadata {
    /// Each of its answers names it (RFC 9207).
    #[serde(default)]
    pub(crate) authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for ExtraProviderMetadata {}

/// What a provider says of itself, with its keys.
pub(crate) type DiscoveredMetadata = ProviderMetadata<
    ExtraProviderMetadata,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// What a provider gives for a code.
pub(crate) type Tokens = StandardTokenResponse<
    IdTokenFields<
        ExtraClaims,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

/// A client that knows the provider's endpoints.
pub(crate) type OidcClient = Client<
    ExtraClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A provider that citizens may come through.
pub(crate) struct Provider {
    settings: ProviderSettings,
    redirect: RedirectUrl,
    known: Mutex<MetadataCache>,
}

#[derive(Default)]
struct MetadataCache {
    metadata: Option<(DiscoveredMetadata, i64)>,
    asked_at: Option<i64>,
}

/// What a sign-in leaves with, and proves on its return.
pub(crate) struct LoginSecrets {
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) verifier: String,
}

impl Provider {
    /// A provider whose citizens come back to one of these addresses.
    pub(crate) fn new(
        settings: ProviderSettings,
        addresses: &PortalUrls,
    ) -> Result<Provider, ProviderSettingsError> {
        let redirect = RedirectUrl::new(addresses.callback_url(&settings.key))
            .map_err(|_| ProviderSettingsError::Portal)?;
        Ok(Provider {
            settings,
            redirect,
            known: Mutex::default(),
        })
    }

    /// Its name in addresses and in the store.
    pub(crate) fn key(&self) -> &str {
        &self.settings.key
    }

    /// What stands on its button.
    pub(crate) fn label(&self) -> &str {
        &self.settings.label
    }

    /// What it calls the claims that are needed.
    pub(crate) fn claim_names(&self) -> &ClaimNames {
        &self.settings.claims
    }

    /// What it says of itself, asked for where nothing recent is known.
    pub(crate) async fn metadata(
        &self,
        http: &reqwest::Client,
        now: i64,
    ) -> Result<DiscoveredMetadata, OidcError> {
        self.ask(http, now, FRESH_SECONDS).await
    }

    /// The same after its keys have proved not to be enough: it may have changed them since.
    pub(crate) async fn refreshed_metadata(
        &self,
        http: &reqwest::Client,
        now: i64,
    ) -> Result<DiscoveredMetadata, OidcError> {
        self.ask(http, now, PAUSE_SECONDS).await
    }

    // Whoever comes while it is being asked waits for that answer.
    async fn ask(
        &self,
        http: &reqwest::Client,
        now: i64,
        fresh_seconds: i64,
    ) -> Result<DiscoveredMetadata, OidcError> {
        let within = |moment: i64, seconds: i64| (0..seconds).contains(&(now - moment));
        let mut known = self.known.lock().await;
        let rests = known.asked_at.is_some_and(|at| within(at, PAUSE_SECONDS));
        if let Some((metadata, at)) = &known.metadata
            && (rests || within(*at, fresh_seconds))
        {
            return Ok(metadata.clone());
        }
        if rests {
            return Err(OidcError::Unreachable);
        }
        known.asked_at = Some(now);
        let discovered =
            DiscoveredMetadata::discover_async(self.settings.issuer.clone(), http).await;
        let metadata = match (discovered, &known.metadata) {
            (Ok(metadata), _) => metadata,
            // What it said an hour ago is most likely still true.
            (Err(_), Some((earlier, _))) => return Ok(earlier.clone()),
            (Err(_), None) => return Err(OidcError::Unreachable),
        };
        if !endpoints_are_safe(&metadata) {
            return Err(OidcError::Unsafe);
        }
        known.metadata = Some((metadata.clone(), now));
        Ok(metadata)
    }

    /// A client for it.
    pub(crate) fn client(&self, metadata: &DiscoveredMetadata) -> OidcClient {
        let client = Client::from_provider_metadata(
            metadata.clone(),
            ClientId::new(self.settings.client_id.clone()),
            self.settings.client_secret.clone(),
        );
        client
            .set_redirect_uri(self.redirect.clone())
            .set_auth_type(auth_type(metadata))
    }

    /// Where to send a browser that leaves with this proof.
    pub(crate) fn authorization_url(
        &self,
        metadata: &DiscoveredMetadata,
        secrets: &LoginSecrets,
    ) -> String {
        let verifier = PkceCodeVerifier::new(secrets.verifier.clone());
        let (state, nonce) = (secrets.state.clone(), secrets.nonce.clone());
        let client = self.client(metadata);
        let request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                || CsrfToken::new(state),
                || Nonce::new(nonce),
            )
            .add_scopes(self.settings.scopes.iter().cloned().map(Scope::new))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        let (address, _, _) = request.url();
        address.into()
    }
}

fn endpoints_are_safe(metadata: &DiscoveredMetadata) -> bool {
    is_safe(metadata.authorization_endpoint().url())
        && is_safe(metadata.jwks_uri().url())
        && metadata
            .token_endpoint()
            .is_some_and(|endpoint| is_safe(endpoint.url()))
        && metadata
            .userinfo_endpoint()
            .is_none_or(|endpoint| is_safe(endpoint.url()))
}

/// In the header, as every provider must allow unless it says otherwise.
fn auth_type(metadata: &DiscoveredMetadata) -> AuthType {
    let methods = metadata.token_endpoint_auth_methods_supported();
    match methods {
        Some(methods) if !methods.contains(&CoreClientAuthMethod::ClientSecretBasic) => {
            AuthType::RequestBody
        }
        _ => AuthType::BasicAuth,
    }
}
