//! The settings file of a payment gateway: its URL, the file with the shared key, and the account that receives the
//! money. No value of the key may be logged.

use std::path::{Path, PathBuf};

use reqwest::Url;
use serde::Deserialize;

use super::client::PaymentGateway;
use super::signature::GatewayKey;
use crate::config::FeeAccount;

/// Shortest key, in bytes: as long as the signature (RFC 2104, section 3).
const KEY_BYTES: usize = 32;

/// The settings of a payment gateway.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentGatewaySettings {
    url: String,
    key_file: PathBuf,
    account: FeeAccount,
}

/// Why the settings file is invalid. The messages name the setting and don't contain its value.
#[derive(Debug, thiserror::Error)]
pub enum GatewaySettingsError {
    /// The settings file or the key file can't be read.
    #[error("can't read a settings file of the payment gateway: {0}")]
    File(#[from] std::io::Error),
    /// The settings file isn't JSON of the documented structure.
    #[error("the settings file of the payment gateway is invalid at line {line}, column {column}")]
    Unreadable {
        /// The line of the error, starting at 1.
        line: usize,
        /// The column of the error, starting at 1.
        column: usize,
    },
    /// The URL doesn't use https, and the gateway isn't on this machine.
    #[error("the payment gateway's `url` must be https, or http on this machine")]
    Url,
    /// The key is too short.
    #[error("the payment gateway's key must have at least {KEY_BYTES} bytes")]
    ShortKey,
    /// No bank has such an account.
    #[error("the payment gateway's `account` needs a `bin` of six digits and an `account`")]
    Account,
    /// The client can't be created.
    #[error(transparent)]
    Client(#[from] super::client::GatewayUnavailable),
}

impl PaymentGatewaySettings {
    /// Reads the settings file.
    ///
    /// # Errors
    ///
    /// [`GatewaySettingsError`] if the file can't be read, or names an account that no VietQR code can have.
    pub fn read(file: &Path) -> Result<PaymentGatewaySettings, GatewaySettingsError> {
        let text = std::fs::read_to_string(file)?;
        let settings: PaymentGatewaySettings =
            serde_json::from_str(&text).map_err(|error| GatewaySettingsError::Unreadable {
                line: error.line(),
                column: error.column(),
            })?;
        let code = domain::payment::VietQr {
            bin: &settings.account.bin,
            account: &settings.account.account,
            amount: None,
            content: "",
        };
        code.text().ok_or(GatewaySettingsError::Account)?;
        Ok(settings)
    }

    /// The account that receives the money.
    pub fn account(&self) -> FeeAccount {
        self.account.clone()
    }

    /// Reads the key and creates the client.
    ///
    /// # Errors
    ///
    /// [`GatewaySettingsError`] if the URL isn't safe, or the key is too short.
    pub fn open(&self) -> Result<PaymentGateway, GatewaySettingsError> {
        let url = Url::parse(&self.url).map_err(|_| GatewaySettingsError::Url)?;
        let is_local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if url.scheme() != "https" && !(url.scheme() == "http" && is_local) {
            return Err(GatewaySettingsError::Url);
        }
        let key = std::fs::read(&self.key_file)?;
        let key = key.trim_ascii_end();
        if key.len() < KEY_BYTES {
            return Err(GatewaySettingsError::ShortKey);
        }
        Ok(PaymentGateway::new(url, GatewayKey::new(key))?)
    }
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

    fn opened(change: impl FnOnce(&mut Value), key: &str) -> Result<(), GatewaySettingsError> {
        let dir = tempfile::tempdir().unwrap();
        let key_file = dir.path().join("key");
        std::fs::write(&key_file, key).unwrap();
        let mut settings = json!({
            "url": "https://pay.example.vn/api",
            "key_file": key_file,
            "account": {"bank_name": "VCB", "bin": "970436", "account": "0011001234567", "holder": "KHO BAC"}
        });
        change(&mut settings);
        let file = dir.path().join("gateway.json");
        std::fs::write(&file, settings.to_string()).unwrap();
        PaymentGatewaySettings::read(&file)?.open().map(drop)
    }

    #[test]
    fn refuses_settings_that_would_send_money_or_orders_elsewhere() {
        let key = "0123456789abcdef0123456789abcdef\n";
        assert!(opened(|_| {}, key).is_ok());
        let local = |settings: &mut Value| settings["url"] = json!("http://127.0.0.1:9000");
        assert!(opened(local, key).is_ok());
        let plain = |settings: &mut Value| settings["url"] = json!("http://pay.example.vn");
        assert!(matches!(opened(plain, key), Err(GatewaySettingsError::Url)));
        let short = opened(|_| {}, "short");
        assert!(matches!(short, Err(GatewaySettingsError::ShortKey)));
        let bin = |settings: &mut Value| settings["account"]["bin"] = json!("97");
        assert!(matches!(
            opened(bin, key),
            Err(GatewaySettingsError::Account)
        ));
        let more = |settings: &mut Value| settings["key"] = json!("in the open");
        assert!(matches!(
            opened(more, key),
            Err(GatewaySettingsError::Unreadable { .. })
        ));
    }
}
