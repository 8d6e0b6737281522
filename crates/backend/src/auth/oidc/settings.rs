//! Reads and validates the operator's file of identity providers before the backend starts to serve requests. The file
//! may contain client secrets, so error messages contain only keys and positions.

use std::path::{Path, PathBuf};

use openidconnect::{ClientSecret, IssuerUrl};
use serde::Deserialize;

use super::portal_urls::{PortalUrls, is_safe};

/// Maximum length of a provider's key, in bytes.
const KEY_MAX: usize = 40;

/// The validated content of the operator's file of identity providers.
pub(crate) struct OidcSettings {
    /// URLs of the portal.
    pub(crate) urls: PortalUrls,
    /// The providers, in the order of the operator's file.
    pub(crate) providers: Vec<ProviderSettings>,
}

/// The validated settings of a provider.
pub(crate) struct ProviderSettings {
    /// The provider's key in URLs and in the database.
    pub(crate) key: String,
    /// Label of the provider's button on the sign-in page.
    pub(crate) label: String,
    /// URL of the issuer, from which the metadata is discovered.
    pub(crate) issuer: IssuerUrl,
    /// Client id that the provider assigned to this portal.
    pub(crate) client_id: String,
    /// The client secret. `None` for a public client, which is protected only by PKCE.
    pub(crate) client_secret: Option<ClientSecret>,
    /// Scopes to request besides `openid`.
    pub(crate) scopes: Vec<String>,
    /// Names that the provider uses for the claims.
    pub(crate) claims: ClaimNames,
}

/// The names that the provider uses for the claims that the backend needs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClaimNames {
    /// Name of the claim with the citizen id (twelve digits).
    pub(crate) citizen_id: String,
    /// Name of the claim with the full name.
    #[serde(default = "ClaimNames::name")]
    pub(crate) name: String,
    /// Name of the claim with the date of birth, `yyyy-mm-dd`. The provider may leave the claim out.
    #[serde(default = "ClaimNames::birth_date")]
    pub(crate) birth_date: String,
    /// Name of the claim with the mobile number. The number is ignored if a claim with this name and the suffix
    /// `_verified` exists and isn't true.
    #[serde(default = "ClaimNames::phone")]
    pub(crate) phone: String,
}

impl ClaimNames {
    fn name() -> String {
        "name".to_owned()
    }

    fn birth_date() -> String {
        "birthdate".to_owned()
    }

    fn phone() -> String {
        "phone_number".to_owned()
    }
}

/// The file of identity providers before validation. `portal` is the public URL of the portal.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvidersFile {
    portal: String,
    providers: Vec<ProviderEntry>,
}

/// The settings of one provider in the file, before validation. At most one of `client_secret` and `client_secret_file`
/// may be given.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProviderEntry {
    key: String,
    label: String,
    issuer: String,
    client_id: String,
    client_secret: Option<String>,
    client_secret_file: Option<PathBuf>,
    #[serde(default)]
    scopes: Vec<String>,
    claims: ClaimNames,
}

impl OidcSettings {
    /// Reads and validates the file of identity providers. A relative path in it starts at the folder of the file.
    pub(crate) fn read(file: &Path) -> Result<OidcSettings, ProviderSettingsError> {
        let text = std::fs::read_to_string(file).map_err(ProviderSettingsError::File)?;
        // The error text isn't kept, because it may quote a secret.
        let file_content: ProvidersFile =
            serde_json::from_str(&text).map_err(|error| ProviderSettingsError::Unreadable {
                line: error.line(),
                column: error.column(),
            })?;
        let urls = PortalUrls::parse(&file_content.portal).ok_or(ProviderSettingsError::Portal)?;
        let beside = file.parent().unwrap_or(Path::new(""));
        let mut providers: Vec<ProviderSettings> = Vec::new();
        for provider in file_content.providers {
            let key = provider.key.clone();
            if providers.iter().any(|earlier| earlier.key == key) {
                return Err(ProviderSettingsError::Provider(key, "appears twice"));
            }
            let checked = check(provider, beside)
                .map_err(|what| ProviderSettingsError::Provider(key, what))?;
            providers.push(checked);
        }
        Ok(OidcSettings { urls, providers })
    }
}

/// Validates the settings of a provider. `beside` is the folder of the file of identity providers. An error describes
/// the problem without quoting the value.
fn check(provider: ProviderEntry, beside: &Path) -> Result<ProviderSettings, &'static str> {
    let is_key_byte = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !(1..=KEY_MAX).contains(&provider.key.len()) || !provider.key.bytes().all(is_key_byte) {
        return Err("has a key that isn't 1 to 40 lower-case letters, digits or dashes");
    }
    if provider.label.trim().is_empty() {
        return Err("has no label for its button");
    }
    let issuer = IssuerUrl::new(provider.issuer).map_err(|_| "has an issuer that isn't a URL")?;
    if !is_safe(issuer.url()) {
        return Err("has an issuer without https");
    }
    if provider.client_id.is_empty() {
        return Err("has no client_id");
    }
    let client_secret = match (provider.client_secret, provider.client_secret_file) {
        (Some(_), Some(_)) => return Err("has two secrets"),
        (None, Some(file)) => Some(
            std::fs::read_to_string(beside.join(file))
                .map_err(|_| "has a client_secret_file that can't be read")?,
        ),
        (secret, None) => secret,
    };
    Ok(ProviderSettings {
        key: provider.key,
        label: provider.label,
        issuer,
        client_id: provider.client_id,
        client_secret: client_secret.map(|secret| ClientSecret::new(secret.trim().to_owned())),
        scopes: provider.scopes,
        claims: provider.claims,
    })
}

/// Why the file of identity providers is refused.
#[derive(Debug, thiserror::Error)]
pub enum ProviderSettingsError {
    /// The file of identity providers can't be read.
    #[error("the file of identity providers can't be read: {0}")]
    File(std::io::Error),
    /// The content of the file isn't JSON of the documented structure.
    #[error("the file of identity providers is invalid at line {line}, column {column}")]
    Unreadable {
        /// The line of the JSON error in the file, starting at 1.
        line: usize,
        /// The column of the JSON error, starting at 1.
        column: usize,
    },
    /// The setting `portal` isn't a valid base URL.
    #[error("`portal` must be an https URL without query (or http on this machine)")]
    Portal,
    /// The settings of a provider are invalid. Contains the key of the provider and the problem.
    #[error("the identity provider `{0}` {1}")]
    Provider(String, &'static str),
    /// The HTTP client can't be created.
    #[error("the HTTP client for identity providers can't be created: {0}")]
    Client(reqwest::Error),
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn settings() -> Value {
        json!({
            "portal": "https://dichvucong.example/",
            "providers": [{
                "key": "dvcqg",
                "label": "Đăng nhập bằng cổng DVC Quốc gia",
                "issuer": "https://dinhdanh.example",
                "client_id": "motcua",
                "client_secret": "a-secret",
                "scopes": ["profile"],
                "claims": {"citizen_id": "citizen_id"},
            }],
        })
    }

    fn refused(place: &str, value: Value) -> String {
        let mut settings = settings();
        *settings.pointer_mut(place).unwrap() = value;
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("providers.json");
        std::fs::write(&file, settings.to_string()).unwrap();
        OidcSettings::read(&file).err().unwrap().to_string()
    }

    #[test]
    fn rejects_unsafe_settings_and_names_them() {
        for (place, value, named) in [
            ("/portal", json!("http://dichvucong.example"), "portal"),
            (
                "/portal",
                json!("https://dichvucong.example/?a=1"),
                "portal",
            ),
            (
                "/providers/0/issuer",
                json!("http://dinhdanh.example"),
                "`dvcqg` has an issuer without https",
            ),
            ("/providers/0/issuer", json!("dinhdanh"), "isn't a URL"),
            ("/providers/0/key", json!("../x"), "has a key"),
            ("/providers/0/label", json!(" "), "no label"),
            ("/providers/0/client_id", json!(""), "no client_id"),
            ("/providers/0/claims", json!({}), "is invalid at line"),
        ] {
            let error = refused(place, value);
            assert!(error.contains(named), "{place}: {error}");
            assert!(!error.contains("a-secret"), "{error}");
        }
    }

    #[test]
    fn rejects_a_duplicate_key() {
        let twice = settings()["providers"][0].clone();
        let error = refused("/providers", json!([twice, twice]));
        assert!(error.contains("appears twice"), "{error}");
    }

    #[test]
    fn reads_a_client_secret_from_a_file() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("providers.json");
        let mut settings = settings();
        let provider = settings["providers"][0].as_object_mut().unwrap();
        provider.remove("client_secret");
        provider.insert("client_secret_file".to_owned(), json!("secret.txt"));
        std::fs::write(&file, settings.to_string()).unwrap();
        assert!(OidcSettings::read(&file).is_err());
        std::fs::write(dir.path().join("secret.txt"), "a-secret\n").unwrap();
        let read = OidcSettings::read(&file).unwrap();
        let secret = read.providers[0].client_secret.as_ref().unwrap();
        assert_eq!(secret.secret(), "a-secret");
    }
}
