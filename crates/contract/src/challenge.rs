//! The one-time code between two steps: a challenge, its answer, and what the answer leads to.

use serde::{Deserialize, Serialize};

use crate::account::Account;
#[cfg(feature = "openapi")]
use crate::limits;
#[cfg(feature = "openapi")]
use crate::openapi::pattern;
use crate::session::Session;

/// A one-time code waiting for its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Challenge {
    /// Opaque id.
    pub id: String,
    /// What the code is for.
    pub purpose: ChallengePurpose,
    /// Where the code went, masked: `09•• ••• 678`.
    pub sent_to: String,
    /// Two letters that stand in the message too, so that the right message is found.
    pub reference: String,
    /// Seconds until the code expires; 0 when it has.
    pub expires_in_seconds: u32,
    /// Seconds until another code may be asked for.
    pub resend_in_seconds: u32,
    /// Wrong tries left.
    pub tries_left: u32,
    /// The code was right and a password is awaited (registration, forgotten password).
    pub answered: bool,
}

/// What a challenge is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Purpose")
)]
#[serde(rename_all = "snake_case")]
pub enum ChallengePurpose {
    /// A registration: a password follows.
    Registration,
    /// A sign-in: the session follows.
    SignIn,
    /// A forgotten password: a new one follows.
    PasswordReset,
    /// A session that has ended under a page: it goes on.
    Renewal,
    /// Another phone for an account.
    PhoneChange,
    /// Closing an account.
    Closing,
}

/// The code as typed, digits alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodeAnswer {
    /// Six digits.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::one_time_code())))]
    pub code: String,
}

/// What a right code leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(tag = "next", rename_all = "snake_case")]
pub enum CodeOutcome {
    /// A registration or a forgotten password goes on with the new password.
    SetPassword,
    /// The session has begun.
    SignedIn {
        /// The session.
        session: Session,
    },
    /// The account has this phone now.
    PhoneChanged {
        /// The account as it now is.
        account: Account,
    },
    /// The account is closed, and every session of it.
    Closed,
}

/// The password that ends a registration, or takes the place of a forgotten one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// 8 to 128 characters, not all blank, none invisible.
    #[cfg_attr(
        feature = "openapi",
        schemars(length(min = limits::PASSWORD_MIN_CHARS, max = limits::PASSWORD_MAX_CHARS), extend("format" = "new-password"))
    )]
    pub password: String,
}
