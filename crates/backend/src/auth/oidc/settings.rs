//! The operator's file of identity providers, checked before anything listens. It may hold a client's secret, so nothing
//! of it is ever printed but keys, and what is wrong with them.

use std::path::{Path, PathBuf};

use openidconnect::{ClientSecret, IssuerUrl};
use serde::Deserialize;

use super::portal_urls::{PortalUrls, is_safe};

/// Longest key of a provider.
const KEY_MAX: usize = 40;

/// The file, checked.
pub(crate) struct OidcSettings {
    pub(crate) addresses: PortalUrls,
    pub(crate) providers: Vec<ProviderSettings>,
}

/// One provider, checked.
pub(crate) struct ProviderSettings {
    pub(crate) key: String,
    pub(crate) label: String,
    pub(crate) issuer: IssuerUrl,
    pub(crate) client_id: String,
    /// Absent for a client that has none: PKCE alone then binds the code to it.
    pub(crate) client_secret: Option<ClientSecret>,
    pub(crate) scopes: Vec<String>,
    pub(crate) claims: ClaimNames,
}

/// What the provider calls what is needed of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClaimNames {
    /// The twelve digits of the citizen id.
    pub(crate) citizen_id: String,
    /// The full name.
    #[serde(default = "ClaimNames::name")]
    pub(crate) name: String,
    /// The day of birth, `yyyy-mm-dd` by the standard; may be untold.
    #[serde(default = "ClaimNames::birth_date")]
    pub(crate) birth_date: String,
    /// The mobile number; believed unless the claim of this name with `_verified` says otherwise.
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvidersFile {
    portal: String,
    providers: Vec<ProviderEntry>,
}

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
    /// Reads the file; a relative name in it is beside it.
    pub(crate) fn read(file: &Path) -> Result<OidcSettings, ProviderSettingsError> {
        let text = std::fs::read_to_string(file).map_err(ProviderSettingsError::File)?;
        // The fault's own words may quote a secret.
        let written: ProvidersFile =
            serde_json::from_str(&text).map_err(|error| ProviderSettingsError::Unreadable {
                line: error.line(),
                column: error.column(),
            })?;
        let addresses = PortalUrls::of(&written.portal).ok_or(ProviderSettingsError::Portal)?;
        let beside = file.parent().unwrap_or(Path::new(""));
        let mut providers: Vec<ProviderSettings> = Vec::new();
        for provider in written.providers {
            let key = provider.key.clone();
            if providers.iter().any(|earlier| earlier.key == key) {
                return Err(ProviderSettingsError::Provider(key, "appears twice"));
            }
            let checked = check(provider, beside)
                .map_err(|what| ProviderSettingsError::Provider(key, what))?;
            providers.push(checked);
        }
        Ok(OidcSettings {
            addresses,
            providers,
        })
    }
}

fn check(provider: ProviderEntry, beside: &Path) -> Result<ProviderSettings, &'static str> {
    let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !(1..=KEY_MAX).contains(&provider.key.len()) || !provider.key.bytes().all(letters) {
        return Err("has a key that isn't 1 to 40 small letters, digits or dashes");
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

/// Why the identity providers can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ProviderSettingsError {
    /// The file can't be read.
    #[error("the file of identity providers can't be read: {0}")]
    File(std::io::Error),
    /// It isn't JSON, or not of the documented shape.
    #[error("the file of identity providers doesn't fit at line {line}, column {column}")]
    Unreadable {
        /// Where.
        line: usize,
        /// Where on it.
        column: usize,
    },
    /// The portal's own address is none.
    #[error("`portal` isn't the address of a portal: https, no query, or http on this machine")]
    Portal,
    /// A provider's entry is wrong; its key, and how.
    #[error("the identity provider `{0}` {1}")]
    Provider(String, &'static str),
    /// The system's certificates or resolver can't be used.
    #[error("requests to identity providers can't be made: {0}")]
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
    fn a_file_that_could_send_citizens_or_secrets_astray_is_refused_by_name() {
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
            ("/providers/0/claims", json!({}), "doesn't fit at line"),
        ] {
            let error = refused(place, value);
            assert!(error.contains(named), "{place}: {error}");
            assert!(!error.contains("a-secret"), "{error}");
        }
    }

    #[test]
    fn the_same_key_twice_is_refused() {
        let twice = settings()["providers"][0].clone();
        let error = refused("/providers", json!([twice, twice]));
        assert!(error.contains("appears twice"), "{error}");
    }

    #[test]
    fn a_secret_may_stand_in_a_file_of_its_own() {
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
