//! Challenges: a one-time code is sent, answered, and leads to the next step.

use serde::{Deserialize, Serialize};

use crate::account::Account;
#[cfg(feature = "openapi")]
use crate::limits;
#[cfg(feature = "openapi")]
use crate::openapi::pattern;
use crate::session::Session;

/// A challenge: a one-time code was sent and is waiting for its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Challenge {
    /// Opaque id. A secret: knowing it is enough to answer the challenge.
    pub id: String,
    /// What the code is for.
    pub purpose: ChallengePurpose,
    /// The phone number that the code was sent to, masked: `09•• ••• 678`.
    pub sent_to: String,
    /// Two capital letters that the message contains too, so that the citizen finds the right message.
    pub reference: String,
    /// Seconds until the latest code expires; 0 if it has expired.
    pub expires_in_seconds: u32,
    /// Seconds until another code may be requested with `postResend`; 0 if it may be requested now.
    pub resend_in_seconds: u32,
    /// Number of wrong answers that are still allowed.
    pub tries_left: u32,
    /// True if the code was correct and the password is to be set next with `postPassword`.
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
    /// Registration. A password is set next.
    Registration,
    /// Sign-in. The session begins.
    SignIn,
    /// Forgotten password. A new one is set next.
    PasswordReset,
    /// An expired session, or one whose last proof of identity is too old. The session continues.
    Renewal,
    /// New phone number of an account.
    PhoneChange,
    /// Closing of an account.
    Closing,
}

/// Body of the answer to a challenge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodeAnswer {
    /// The code from the message: six digits (R4.4), without spaces.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::one_time_code())))]
    pub code: String,
}

/// What a correct code led to. The member `next` tells which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(tag = "next", rename_all = "snake_case")]
pub enum CodeOutcome {
    /// Registration or forgotten password: set the password next, with `postPassword`.
    SetPassword,
    /// The session has begun.
    SignedIn {
        /// The session.
        session: Session,
    },
    /// The phone number of the account was changed.
    PhoneChanged {
        /// The account with its new phone number.
        account: Account,
    },
    /// The account was closed, and all its sessions ended.
    Closed,
}

/// Body of the request that sets a password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The new password, 8 to 128 characters. Not only blanks, no invisible characters, and not one of the most common
    /// passwords. Any other characters are allowed (NIST SP 800-63B).
    #[cfg_attr(
        feature = "openapi",
        schemars(length(min = limits::PASSWORD_MIN_CHARS, max = limits::PASSWORD_MAX_CHARS), extend("format" = "new-password"))
    )]
    pub password: String,
}
