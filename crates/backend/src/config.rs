//! What an operator may choose. Nothing secret stands here, so the whole may be printed.

use std::path::PathBuf;

use contract::limits::{COMPONENT_FILES, UPLOAD_BYTES};
use contract::portal::UploadLimits;
use domain::file_kind::FileKind;

/// The choices of one running backend.
#[derive(Clone, Debug)]
pub struct Config {
    /// Whether `/demo` exists, which shows every message and lets anybody act as the officer.
    pub demo: bool,
    /// Whether the session cookie is `Secure` (and then `__Host-`). Off only for plain http on this
    /// machine, where Safari drops such cookies.
    pub secure_cookies: bool,
    /// Host named in the last line of a code's message, which lets a phone offer the code on that
    /// site alone.
    pub host: String,
    /// The built app, where this process serves it.
    pub app_dir: Option<PathBuf>,
    /// The file of identity providers, where citizens may come through one.
    pub identity_providers: Option<PathBuf>,
    /// What may be attached.
    pub uploads: UploadLimits,
    /// How much work one password hash is.
    pub password_cost: PasswordCost,
    /// How many messages with codes may leave.
    pub messages: MessageLimits,
    /// How many wrong passwords are borne.
    pub wrong_passwords: PasswordLimits,
    /// How much one account may begin.
    pub filing: FilingLimits,
    /// How long a session lasts.
    pub sessions: SessionLimits,
    /// Origins whose pages may call the contract with a bearer token, such as `https://dichvucong.example.vn`.
    pub origins: Vec<String>,
}

/// The most messages with codes; a message costs its operator money and its reader patience.
#[derive(Clone, Copy, Debug)]
pub struct MessageLimits {
    /// To one phone in ten minutes: for its owner, and as many for everybody else who names it.
    pub per_phone: u32,
    /// To one phone in a day, for each of the two.
    pub per_phone_a_day: u32,
    /// Asked for from one address in an hour; a whole neighbourhood may share one.
    pub per_client_ip: u32,
    /// In all, in a day: the budget.
    pub in_all: u32,
}

impl MessageLimits {
    /// In a demonstration messages cost nothing, and everybody who tries it signs in with the same phone.
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

/// The most wrong passwords.
#[derive(Clone, Copy, Debug)]
pub struct PasswordLimits {
    /// For what one types to say whose password it is, or for whoever is signed in, in ten minutes.
    pub per_identifier: u32,
    /// From one address in an hour.
    pub per_client_ip: u32,
    /// In all, in an hour.
    pub in_all: u32,
}

impl PasswordLimits {
    /// In a demonstration everybody asks from one address: a proxy's, or this machine's.
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

/// The most that one account may begin; whoever files for a whole village stays far below it.
#[derive(Clone, Copy, Debug)]
pub struct FilingLimits {
    /// Drafts in a day.
    pub drafts_a_day: u32,
    /// Files in an hour, those that were taken away again too.
    pub uploads_an_hour: u32,
}

impl FilingLimits {
    /// In a demonstration everybody who tries it files through the same account.
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

/// The work of one argon2id hash.
#[derive(Clone, Copy, Debug)]
pub struct PasswordCost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

/// The bounds of every session.
#[derive(Clone, Copy, Debug)]
pub struct SessionLimits {
    /// It ends after so long without a request.
    pub idle_seconds: u32,
    /// The same on a device that several people use.
    pub shared_idle_seconds: u32,
    /// It ends after so long in any case.
    pub life_seconds: u32,
    /// The app warns so long before.
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
    /// How long a session may be idle.
    pub(crate) fn idle(&self, shared_device: bool) -> u32 {
        if shared_device {
            self.shared_idle_seconds.min(self.idle_seconds)
        } else {
            self.idle_seconds
        }
    }

    /// How long before its end the app warns; never for more than half of the time.
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
            // The first choice of the OWASP password storage sheet.
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
