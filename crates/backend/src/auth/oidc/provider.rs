//! An identity provider. Its metadata is loaded at the first use and cached for an hour. The other ways to sign in work
//! even when the provider is unavailable.

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
use super::provider_http::ProviderHttp;
use super::settings::{ClaimNames, ProviderSettings, ProviderSettingsError};

/// Maximum age of cached metadata and keys, in seconds.
const MAX_AGE_SECONDS: i64 = 3600;
/// Minimum time between two requests for metadata, in seconds. It also applies after a failed request.
const MIN_INTERVAL_SECONDS: i64 = 10;

/// Claims that OpenID Connect doesn't define, with the names that the provider uses.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct ExtraClaims {
    #[serde(flatten)]
    claims: Map<String, Value>,
}

impl AdditionalClaims for ExtraClaims {}

/// Provider metadata that OpenID Connect Discovery doesn't define.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct ExtraProviderMetadata {
    /// Whether each callback contains `iss` (RFC 9207).
    #[serde(default)]
    pub(crate) authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for ExtraProviderMetadata {}

/// Metadata of a provider, including its signing keys.
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

/// Response of the provider's token endpoint.
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

/// A client for the provider's endpoints.
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

/// An identity provider with its cached metadata.
pub(crate) struct Provider {
    settings: ProviderSettings,
    redirect: RedirectUrl,
    cache: Mutex<MetadataCache>,
}

/// The cached metadata: the last metadata with the time when it was loaded, and the time of the last request.
#[derive(Default)]
struct MetadataCache {
    metadata: Option<(DiscoveredMetadata, i64)>,
    last_request_at: Option<i64>,
}

/// Random values of a sign-in. The callback must match them.
pub(crate) struct LoginSecrets {
    /// Value of `state`. The callback contains it, and the backend finds the pending sign-in by it.
    pub(crate) state: String,
    /// Value of `nonce`. The ID token must contain it.
    pub(crate) nonce: String,
    /// The PKCE code verifier (RFC 7636).
    pub(crate) verifier: String,
}

impl Provider {
    /// Creates a provider from its settings. `urls` determines the URL of the provider's callback.
    pub(crate) fn new(
        settings: ProviderSettings,
        urls: &PortalUrls,
    ) -> Result<Provider, ProviderSettingsError> {
        let redirect = RedirectUrl::new(urls.callback_url(&settings.key))
            .map_err(|_| ProviderSettingsError::Portal)?;
        Ok(Provider {
            settings,
            redirect,
            cache: Mutex::default(),
        })
    }

    /// The provider's key in URLs and in the database.
    pub(crate) fn key(&self) -> &str {
        &self.settings.key
    }

    /// The label of the provider's button on the sign-in page.
    pub(crate) fn label(&self) -> &str {
        &self.settings.label
    }

    /// The names that the provider uses for claims.
    pub(crate) fn claim_names(&self) -> &ClaimNames {
        &self.settings.claims
    }

    /// Returns the provider's metadata, at most an hour old.
    pub(crate) async fn metadata(
        &self,
        http: &ProviderHttp,
        now: i64,
    ) -> Result<DiscoveredMetadata, OidcError> {
        self.load_metadata(http, now, MAX_AGE_SECONDS).await
    }

    /// Reloads the provider's metadata. It is called after a token was signed with an unknown key, because the provider
    /// may have changed its keys.
    pub(crate) async fn refreshed_metadata(
        &self,
        http: &ProviderHttp,
        now: i64,
    ) -> Result<DiscoveredMetadata, OidcError> {
        self.load_metadata(http, now, MIN_INTERVAL_SECONDS).await
    }

    // Concurrent callers wait for the lock and then use the metadata that the first caller has loaded.
    async fn load_metadata(
        &self,
        http: &ProviderHttp,
        now: i64,
        max_age_seconds: i64,
    ) -> Result<DiscoveredMetadata, OidcError> {
        let within = |time: i64, seconds: i64| (0..seconds).contains(&(now - time));
        let mut cache = self.cache.lock().await;
        let requested_recently = cache
            .last_request_at
            .is_some_and(|at| within(at, MIN_INTERVAL_SECONDS));
        if let Some((metadata, at)) = &cache.metadata
            && (requested_recently || within(*at, max_age_seconds))
        {
            return Ok(metadata.clone());
        }
        if requested_recently {
            return Err(OidcError::Unreachable);
        }
        cache.last_request_at = Some(now);
        let discovered =
            DiscoveredMetadata::discover_async(self.settings.issuer.clone(), http).await;
        let metadata = match (discovered, &cache.metadata) {
            (Ok(metadata), _) => metadata,
            // Loading failed. Use the expired metadata, because it is most likely still correct.
            (Err(_), Some((earlier, _))) => return Ok(earlier.clone()),
            (Err(_), None) => return Err(OidcError::Unreachable),
        };
        if !endpoints_are_safe(&metadata) {
            return Err(OidcError::Unsafe);
        }
        cache.metadata = Some((metadata.clone(), now));
        Ok(metadata)
    }

    /// Creates a client for the provider's endpoints.
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

    /// Builds the URL of the provider's authorization page for a sign-in with these secrets.
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
        let (url, _, _) = request.url();
        url.into()
    }
}

/// Whether all endpoints that the backend or the browser uses are safe from interception.
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

/// How the client secret is sent: in a header, or in the request body if the provider's metadata lists only other
/// methods (OpenID Connect Core, 9).
fn auth_type(metadata: &DiscoveredMetadata) -> AuthType {
    let methods = metadata.token_endpoint_auth_methods_supported();
    match methods {
        Some(methods) if !methods.contains(&CoreClientAuthMethod::ClientSecretBasic) => {
            AuthType::RequestBody
        }
        _ => AuthType::BasicAuth,
    }
}
