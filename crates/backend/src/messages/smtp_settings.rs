//! The settings file of the e-mail gateway: the mail server, the sender, and how the connection is encrypted. The
//! password is read from another file or from the environment. No value of the settings may be logged, because it may be
//! a secret.

use std::path::{Path, PathBuf};
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use serde::Deserialize;

use super::gateway_settings::SecretSource;

/// The default timeout of a command to the mail server, in seconds.
const TIMEOUT_SECONDS: u64 = 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SmtpFile {
    host: String,
    #[serde(default)]
    port: Option<u16>,
    #[serde(default)]
    tls: Encryption,
    from: String,
    #[serde(default)]
    user: Option<String>,
    #[serde(default)]
    password: Option<SecretSource>,
    #[serde(default)]
    ca_file: Option<PathBuf>,
    #[serde(default)]
    timeout_seconds: Option<u64>,
}

/// How the connection to the mail server is encrypted.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Encryption {
    /// The connection begins in clear text and must change to TLS before anything is sent (RFC 3207). Port 587.
    #[default]
    StartTls,
    /// The connection uses TLS from the beginning (RFC 8314). Port 465.
    Tls,
    /// No encryption. Only for a mail server on this machine. Port 25.
    None,
}

impl Encryption {
    const fn port(self) -> u16 {
        match self {
            Encryption::StartTls => 587,
            Encryption::Tls => 465,
            Encryption::None => 25,
        }
    }
}

/// The validated settings of the e-mail gateway.
pub(super) struct SmtpSettings {
    /// The connection to the mail server.
    pub(super) transport: AsyncSmtpTransport<Tokio1Executor>,
    /// The sender of all e-mails.
    pub(super) from: Mailbox,
}

impl SmtpSettings {
    /// Reads and validates the settings file, and reads the password.
    pub(super) fn read(file: &Path) -> Result<SmtpSettings, EmailGatewayError> {
        let text = std::fs::read_to_string(file).map_err(EmailGatewayError::File)?;
        let file: SmtpFile =
            serde_json::from_str(&text).map_err(|error| EmailGatewayError::Unreadable {
                line: error.line(),
                column: error.column(),
            })?;
        let from: Mailbox = file.from.parse().map_err(|_| EmailGatewayError::From)?;
        let tls = match file.tls {
            Encryption::None if is_this_machine(&file.host) => Tls::None,
            Encryption::None => return Err(EmailGatewayError::ClearText),
            Encryption::StartTls => {
                Tls::Required(tls_parameters(&file.host, file.ca_file.as_deref())?)
            }
            Encryption::Tls => Tls::Wrapper(tls_parameters(&file.host, file.ca_file.as_deref())?),
        };
        let timeout = Duration::from_secs(file.timeout_seconds.unwrap_or(TIMEOUT_SECONDS));
        let mut transport =
            AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(file.host.as_str())
                .port(file.port.unwrap_or(file.tls.port()))
                .tls(tls)
                .hello_name(ClientId::Domain(from.email.domain().to_owned()))
                .timeout(Some(timeout));
        if let Some(user) = file.user {
            let password = file.password.as_ref().and_then(SecretSource::read);
            let password = password.ok_or(EmailGatewayError::Password)?;
            transport = transport.credentials(Credentials::new(user, password));
        }
        Ok(SmtpSettings {
            transport: transport.build(),
            from,
        })
    }
}

fn is_this_machine(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "::1")
}

/// The parameters of an encrypted connection. The certificate of the server must be issued by a public authority, or by
/// the one in `ca_file`.
fn tls_parameters(host: &str, ca_file: Option<&Path>) -> Result<TlsParameters, EmailGatewayError> {
    let mut parameters = TlsParameters::builder(host.to_owned());
    if let Some(file) = ca_file {
        let pem = std::fs::read(file).map_err(EmailGatewayError::File)?;
        // A file without a certificate would silently leave the public authorities.
        if !String::from_utf8_lossy(&pem).contains("-----BEGIN CERTIFICATE-----") {
            return Err(EmailGatewayError::Certificate);
        }
        let certificate = Certificate::from_pem(&pem).map_err(EmailGatewayError::Tls)?;
        parameters = parameters.add_root_certificate(certificate);
    }
    parameters.build().map_err(EmailGatewayError::Tls)
}

/// Why the settings file of the e-mail gateway is invalid. The messages don't contain a value of the file, which may be a
/// secret.
#[derive(Debug, thiserror::Error)]
pub enum EmailGatewayError {
    /// The settings file, or the file of the authority's certificate, can't be read.
    #[error("can't read the settings file of the e-mail gateway, or its `ca_file`: {0}")]
    File(std::io::Error),
    /// The settings file isn't JSON of the documented structure.
    #[error("the settings file of the e-mail gateway is invalid at line {line}, column {column}")]
    Unreadable {
        /// The line of the JSON error in the settings file, starting at 1.
        line: usize,
        /// The column of the JSON error, starting at 1.
        column: usize,
    },
    /// The sender isn't an e-mail address.
    #[error(
        "the e-mail gateway's `from` must be an address, such as `Một Cửa <no-reply@example.vn>`"
    )]
    From,
    /// An unencrypted connection to another machine.
    #[error("the e-mail gateway's `tls` may be `none` only for a server on this machine")]
    ClearText,
    /// A user without a password.
    #[error("the e-mail gateway's `password` is missing or empty")]
    Password,
    /// The file of the authority contains no certificate.
    #[error("the e-mail gateway's `ca_file` contains no certificate in PEM")]
    Certificate,
    /// The certificate can't be used.
    #[error("the TLS settings of the e-mail gateway can't be used: {0}")]
    Tls(lettre::transport::smtp::Error),
}
