//! The operator's configuration. It contains no secrets, so it may be logged.

use std::path::PathBuf;

use contract::limits::{COMPONENT_FILES, UPLOAD_BYTES};
use contract::portal::UploadLimits;
use domain::file_kind::FileKind;

/// Configuration of a backend.
#[derive(Clone, Debug)]
pub struct Config {
    /// Whether `/demo` exists. It shows every text message, and everybody can act as the officer there.
    pub demo: bool,
    /// Whether the session cookie is `Secure` and has the prefix `__Host-`. Only for plain HTTP on a developer's
    /// machine is this false, because Safari drops such cookies there.
    pub secure_cookies: bool,
    /// Host in the last line of a message with a one-time code. Browsers offer the code only on this host.
    pub host: String,
    /// Folder of the built app; `None` if only the API is served.
    pub app_dir: Option<PathBuf>,
    /// File of identity providers (JSON); `None` if there are none.
    pub identity_providers: Option<PathBuf>,
    /// Limits on attached files, as `GET /portal` returns them.
    pub uploads: UploadLimits,
    /// Cost of a password hash.
    pub password_cost: PasswordCost,
    /// Limits on messages with one-time codes.
    pub messages: MessageLimits,
    /// Limits on wrong passwords.
    pub wrong_passwords: PasswordLimits,
    /// Limits on drafts and uploads of an account.
    pub filing: FilingLimits,
    /// When a session expires.
    pub sessions: SessionLimits,
    /// Origins whose pages may call the API with a bearer token, such as `https://dichvucong.example.vn`.
    pub origins: Vec<String>,
}

/// Limits on messages with one-time codes. Each message costs the operator money and disturbs its recipient.
#[derive(Clone, Copy, Debug)]
pub struct MessageLimits {
    /// To one phone in ten minutes. The account owner and everybody else who enters the number each have this limit.
    pub per_phone: u32,
    /// To one phone in a day, with the same two separate counts.
    pub per_phone_a_day: u32,
    /// Requested from one IP address in an hour. Many people may share an address.
    pub per_client_ip: u32,
    /// To all phones together in a day: the operator's budget.
    pub in_all: u32,
}

impl MessageLimits {
    /// Limits in a demonstration: messages are free, and everybody signs in with the same phone.
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
    /// In ten minutes for one typed identifier, or for one signed-in account.
    pub per_identifier: u32,
    /// In an hour from one IP address.
    pub per_client_ip: u32,
    /// In an hour for everybody together.
    pub in_all: u32,
}

impl PasswordLimits {
    /// Limits in a demonstration, where all requests may come from one address: a proxy's, or the local machine's.
    pub const DEMO: PasswordLimits = PasswordLimits {
        per_identifier: 10,
        per_client_ip: 10_000,
        in_all: 10_000,
    };
}

impl Default for PasswordLimits {
    fn default() -> Self {
        PasswordLimits {
            per_identifier: 10,
            per_client_ip: 100,
            in_all: 10_000,
        }
    }
}

/// Limits on what one account may create. An officer or relative who files for a whole village stays far below them.
#[derive(Clone, Copy, Debug)]
pub struct FilingLimits {
    /// New drafts in a day.
    pub drafts_a_day: u32,
    /// New uploads in an hour, including deleted ones.
    pub uploads_an_hour: u32,
}

impl FilingLimits {
    /// Limits in a demonstration, where all visitors share one account.
    pub const DEMO: FilingLimits = FilingLimits {
        drafts_a_day: 100_000,
        uploads_an_hour: 100_000,
    };
}

impl Default for FilingLimits {
    fn default() -> Self {
        FilingLimits {
            drafts_a_day: 60,
            uploads_an_hour: 300,
        }
    }
}

/// Cost of one argon2id hash.
#[derive(Clone, Copy, Debug)]
pub struct PasswordCost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Number of passes over the memory.
    pub passes: u32,
}

/// When a session expires.
#[derive(Clone, Copy, Debug)]
pub struct SessionLimits {
    /// Seconds without a request after which a session expires.
    pub idle_seconds: u32,
    /// The same on a shared device.
    pub shared_idle_seconds: u32,
    /// Seconds after which a session expires in any case.
    pub life_seconds: u32,
    /// Seconds before the expiry at which the app warns the citizen.
    pub warn_seconds: u32,
}

/// Default idle time of a session, in minutes.
pub const IDLE_MINUTES: u32 = 30;
/// Default idle time of a session on a shared device, in minutes.
pub const SHARED_IDLE_MINUTES: u32 = 5;
/// Default lifetime of a session, in hours.
pub const SESSION_HOURS: u32 = 12;
/// Default time between the app's warning and the end of a session, in seconds.
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
    /// Seconds without a request after which a session on this kind of device expires.
    pub(crate) fn idle(&self, shared_device: bool) -> u32 {
        if shared_device {
            self.shared_idle_seconds.min(self.idle_seconds)
        } else {
            self.idle_seconds
        }
    }

    /// Seconds before the expiry at which the app warns: at most half of the idle time.
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
            uploads: UploadLimits {
                max_bytes: UPLOAD_BYTES,
                max_files: COMPONENT_FILES,
                media_types: FileKind::ALL
                    .map(|kind| kind.media_type().to_owned())
                    .to_vec(),
                tus: true,
            },
            // First recommendation of the OWASP Password Storage Cheat Sheet for argon2id.
            password_cost: PasswordCost {
                memory_kib: 19 * 1024,
                passes: 2,
            },
            messages: MessageLimits::default(),
            wrong_passwords: PasswordLimits::default(),
            filing: FilingLimits::default(),
            sessions: SessionLimits::default(),
            origins: Vec::new(),
        }
    }
}
