//! The operator's configuration. It contains no secrets, so it may be logged.

use core::fmt;
use core::str::FromStr;
use std::path::PathBuf;

use contract::limits::{COMPONENT_FILES, UPLOAD_BYTES};
use contract::portal::UploadLimits;
use domain::file_kind::FileKind;
use serde::Deserialize;

use crate::http::ip_network::IpNetwork;

/// Maximum length of [`Config::host`], in characters. With a longer host a message with a code would need three parts.
pub const HOST_CHARS: usize = 40;

/// Configuration of a backend.
#[derive(Clone, Debug)]
pub struct Config {
    /// Whether the page `/demo` exists. It shows every text message, and any visitor can act as the officer there.
    pub demo: bool,
    /// Whether the session cookie is `Secure` and its name has the prefix `__Host-`. It is `false` only for plain HTTP
    /// on a developer's machine, because Safari ignores such cookies over plain HTTP.
    pub secure_cookies: bool,
    /// Host name in the last line of a message with a one-time code. Browsers offer the code only on this host.
    pub host: String,
    /// Folder of the built app. `None` if the backend serves only the API.
    pub app_dir: Option<PathBuf>,
    /// JSON file that describes the identity providers. `None` if there are no providers.
    pub identity_providers: Option<PathBuf>,
    /// Whether the backend sends e-mails, so that accounts can have an e-mail address. A demonstration always does.
    pub sends_email: bool,
    /// Address of the portal without a slash at its end, such as `https://dichvucong.example.vn`. Links in e-mails begin
    /// with it. `None`: `https://` and the host.
    pub public_url: Option<String>,
    /// Limits on attached files, as `GET /portal` returns them.
    pub uploads: UploadLimits,
    /// Cost of one password hash.
    pub password_cost: PasswordCost,
    /// Limits on messages with one-time codes.
    pub messages: MessageLimits,
    /// Limits on wrong passwords.
    pub wrong_passwords: PasswordLimits,
    /// Limits on the drafts and uploads of one account.
    pub filing: FilingLimits,
    /// Free space that uploads must leave on the disk of the data folder, in bytes. The database needs it.
    pub disk_reserve: u64,
    /// Limits on the lifetime of a session.
    pub sessions: SessionLimits,
    /// Origins whose pages may call the API with a bearer token, such as `https://dichvucong.example.vn`.
    pub origins: Vec<String>,
    /// How proxies tell the address of a client.
    pub proxies: ProxySettings,
    /// The account to which fees are transferred. `None` if fees can't be paid online.
    pub fee_account: Option<FeeAccount>,
}

/// The bank account to which fees are transferred. Every citizen who must pay sees it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeeAccount {
    /// Name of the bank.
    pub bank_name: String,
    /// Number of the bank in VietQR: six digits.
    pub bin: String,
    /// Number of the account.
    pub account: String,
    /// Name of the holder.
    pub holder: String,
}

impl FeeAccount {
    /// The invented account of a demonstration.
    pub fn demo() -> FeeAccount {
        FeeAccount {
            bank_name: "Ngân hàng thử nghiệm".to_owned(),
            bin: "970436".to_owned(),
            account: "0011001234567".to_owned(),
            holder: "KHO BAC BAN THU".to_owned(),
        }
    }
}

/// How proxies tell the address of a client.
#[derive(Clone, Debug, Default)]
pub struct ProxySettings {
    /// Networks of the proxies that are trusted besides those on this machine.
    pub trusted: Vec<IpNetwork>,
    /// The header into which the nearest proxy writes the address. Every other header is ignored, because a client can
    /// set it.
    pub header: AddressHeader,
}

/// A header into which proxies write the address of a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AddressHeader {
    /// `X-Forwarded-For`: a list, to which each proxy appends an address.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239): a list, to which each proxy appends a `for`.
    Forwarded,
    /// `X-Real-IP`: one address.
    XRealIp,
}

impl AddressHeader {
    const ALL: [AddressHeader; 3] = [
        AddressHeader::XForwardedFor,
        AddressHeader::Forwarded,
        AddressHeader::XRealIp,
    ];

    /// The name of the header in lower case.
    pub const fn as_str(self) -> &'static str {
        match self {
            AddressHeader::XForwardedFor => "x-forwarded-for",
            AddressHeader::Forwarded => "forwarded",
            AddressHeader::XRealIp => "x-real-ip",
        }
    }
}

impl fmt::Display for AddressHeader {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for AddressHeader {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut known = AddressHeader::ALL.into_iter();
        let header = known.find(|header| text.eq_ignore_ascii_case(header.as_str()));
        header.ok_or("the header is `X-Forwarded-For`, `Forwarded` or `X-Real-IP`")
    }
}

/// Limits on messages with one-time codes. Each message costs the operator money and disturbs its recipient.
#[derive(Clone, Copy, Debug)]
pub struct MessageLimits {
    /// Maximum number of messages to one phone in ten minutes. It applies twice: once to requests by the account owner,
    /// and once to all other requests for this phone.
    pub per_phone: u32,
    /// Maximum number of messages to one phone in a day. It applies twice, like `per_phone`.
    pub per_phone_a_day: u32,
    /// Maximum number of messages requested from one IP address in an hour. Many people may share an address.
    pub per_client_ip: u32,
    /// Maximum number of messages to all phones together in a day. It protects the operator's budget.
    pub in_all: u32,
}

impl MessageLimits {
    /// Limits for a demonstration. They are high, because messages are free there and all visitors sign in with the
    /// same phone.
    pub const DEMO: MessageLimits = MessageLimits {
        per_phone: 100,
        per_phone_a_day: 1_000,
        per_client_ip: 10_000,
        in_all: 100_000,
    };
}

impl Default for MessageLimits {
    fn default() -> Self {
        MessageLimits {
            per_phone: 3,
            per_phone_a_day: 10,
            per_client_ip: 100,
            in_all: 20_000,
        }
    }
}

/// Limits on wrong passwords.
#[derive(Clone, Copy, Debug)]
pub struct PasswordLimits {
    /// Maximum number of wrong passwords in ten minutes, for one identifier from one IP address, for one browser on
    /// which the account has signed in before, or for one signed-in account.
    pub per_identifier: u32,
    /// Maximum number of wrong passwords in an hour for one identifier from all IP addresses together. It is far higher,
    /// because strangers can use it up. NIST SP 800-63B allows 100 in a row.
    pub per_identifier_in_all: u32,
    /// Maximum number of wrong passwords from one IP address in an hour.
    pub per_client_ip: u32,
    /// Maximum number of wrong passwords from all clients together in an hour.
    pub in_all: u32,
}

impl PasswordLimits {
    /// Limits for a demonstration. They are high, because all requests may come from one address: the address of a
    /// proxy or of the local machine.
    pub const DEMO: PasswordLimits = PasswordLimits {
        per_identifier: 10,
        per_identifier_in_all: 100,
        per_client_ip: 10_000,
        in_all: 10_000,
    };
}

impl Default for PasswordLimits {
    fn default() -> Self {
        PasswordLimits {
            per_identifier: 10,
            per_identifier_in_all: 100,
            per_client_ip: 100,
            in_all: 10_000,
        }
    }
}

const GIGABYTE: u64 = 1_000_000_000;

/// Limits on the drafts and uploads that one account may create. An officer or relative who files dossiers for a whole
/// village stays far below these limits.
#[derive(Clone, Copy, Debug)]
pub struct FilingLimits {
    /// Maximum number of new drafts in a day.
    pub drafts_a_day: u32,
    /// Maximum number of messages to offices in a day.
    pub messages_a_day: u32,
    /// Maximum number of new uploads in an hour. Deleted uploads count as well.
    pub uploads_an_hour: u32,
    /// Maximum number of new uploads in a day. Deleted uploads count as well.
    pub uploads_a_day: u32,
    /// Maximum size of all files together that are attached to unsent drafts, in bytes.
    pub unsent_bytes: u64,
}

impl FilingLimits {
    /// Limits for a demonstration. They are high, because all visitors share one account.
    pub const DEMO: FilingLimits = FilingLimits {
        drafts_a_day: 100_000,
        messages_a_day: 100_000,
        uploads_an_hour: 100_000,
        uploads_a_day: 100_000,
        unsent_bytes: 100 * GIGABYTE,
    };
}

impl Default for FilingLimits {
    fn default() -> Self {
        FilingLimits {
            drafts_a_day: 60,
            messages_a_day: 60,
            uploads_an_hour: 300,
            uploads_a_day: 600,
            unsent_bytes: GIGABYTE,
        }
    }
}

/// Cost of one argon2id hash.
#[derive(Clone, Copy, Debug)]
pub struct PasswordCost {
    /// Memory that one hash uses, in KiB.
    pub memory_kib: u32,
    /// Number of passes over the memory.
    pub passes: u32,
}

/// Limits on the lifetime of a session, in seconds.
#[derive(Clone, Copy, Debug)]
pub struct SessionLimits {
    /// Time without a request after which a session expires, in seconds.
    pub idle_seconds: u32,
    /// Time without a request after which a session on a shared device expires, in seconds.
    pub shared_idle_seconds: u32,
    /// Time after its start at which a session expires in any case, in seconds.
    pub life_seconds: u32,
    /// Time between the app's warning to the citizen and the expiry of the session, in seconds.
    pub warn_seconds: u32,
}

/// Default time without a request after which a session expires, in minutes.
pub const IDLE_MINUTES: u32 = 30;
/// Default time without a request after which a session on a shared device expires, in minutes.
pub const SHARED_IDLE_MINUTES: u32 = 5;
/// Default maximum age of a session, in hours.
pub const SESSION_HOURS: u32 = 12;
/// Default time between the app's warning to the citizen and the expiry of the session, in seconds.
const WARN_SECONDS: u32 = 120;

impl Default for SessionLimits {
    fn default() -> Self {
        SessionLimits {
            idle_seconds: IDLE_MINUTES * 60,
            shared_idle_seconds: SHARED_IDLE_MINUTES * 60,
            life_seconds: SESSION_HOURS * 3600,
            warn_seconds: WARN_SECONDS,
        }
    }
}

impl SessionLimits {
    /// Time without a request after which a session expires, in seconds. It is shorter on a shared device.
    pub(crate) fn idle(&self, shared_device: bool) -> u32 {
        if shared_device {
            self.shared_idle_seconds.min(self.idle_seconds)
        } else {
            self.idle_seconds
        }
    }

    /// Time between the app's warning and the expiry of the session, in seconds. It is at most half of the idle time.
    pub(crate) fn warn(&self, shared_device: bool) -> u32 {
        self.warn_seconds.min(self.idle(shared_device) / 2)
    }
}

impl Default for Config {
    fn default() -> Self {
        Config {
            demo: false,
            secure_cookies: true,
            host: "localhost".to_owned(),
            app_dir: None,
            identity_providers: None,
            sends_email: false,
            public_url: None,
            uploads: UploadLimits {
                max_bytes: UPLOAD_BYTES,
                max_files: COMPONENT_FILES,
                media_types: FileKind::ALL
                    .map(|kind| kind.media_type().to_owned())
                    .to_vec(),
                tus: true,
            },
            // The first of the parameter sets that the OWASP Password Storage Cheat Sheet recommends for argon2id.
            password_cost: PasswordCost {
                memory_kib: 19 * 1024,
                passes: 2,
            },
            messages: MessageLimits::default(),
            wrong_passwords: PasswordLimits::default(),
            filing: FilingLimits::default(),
            disk_reserve: GIGABYTE,
            sessions: SessionLimits::default(),
            origins: Vec::new(),
            proxies: ProxySettings::default(),
            fee_account: None,
        }
    }
}
