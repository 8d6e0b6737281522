//! Challenges: the server sends a one-time code, the citizen enters it, and the correct code leads to the next step.

use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize};

use crate::account::Account;
#[cfg(feature = "openapi")]
use crate::limits;
use crate::open_enum::open_enum;
#[cfg(feature = "openapi")]
use crate::pattern;
use crate::session::Session;
use crate::time::Day;

/// A challenge: a one-time code was sent, and the citizen must enter it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Challenge {
    /// Opaque id. It is a secret: anyone who knows it may enter a code for this challenge.
    pub id: String,
    /// What the code is for.
    pub purpose: ChallengePurpose,
    /// The phone number or e-mail address that the code was sent to, masked: `09•• ••• 678`, `l••@example.vn`.
    pub sent_to: String,
    /// Two capital letters that the text message also contains, so that the citizen can find the right message.
    pub reference: String,
    /// Seconds until the latest code expires; 0 if it has already expired.
    pub expires_in_seconds: u32,
    /// Seconds until the client may request another code with `postResend`; 0 if it may do so now.
    pub resend_in_seconds: u32,
    /// Number of times that the citizen may still enter a wrong code.
    pub tries_left: u32,
    /// True if the correct code was entered, and the client must now set the password with `postPassword`.
    pub answered: bool,
}

open_enum! {
    /// What a challenge is for.
    #[cfg_attr(feature = "openapi", schemars(rename = "Purpose"))]
    pub enum ChallengePurpose {
        /// Registration. After the correct code, the citizen sets a password.
        Registration = "registration",
        /// Sign-in. The correct code begins the session.
        SignIn = "sign_in",
        /// Forgotten password. After the correct code, the citizen sets a new password.
        PasswordReset = "password_reset",
        /// Renewal of a session that has expired, or in which the citizen proved their identity too long ago. The correct
        /// code renews the session.
        Renewal = "renewal",
        /// Change of the account's phone number.
        PhoneChange = "phone_change",
        /// Change of the account's e-mail address. The code is sent to the new address.
        EmailChange = "email_change",
        /// Closing of the account.
        Closing = "closing",
        /// Proof of holding a phone number that may belong to the account of its former owner.
        PhoneRelease = "phone_release",
    }
}

/// Body of a request that answers a challenge with the one-time code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodeAnswer {
    /// The one-time code from the text message: six digits (R4.4), without spaces.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::one_time_code())))]
    pub code: String,
}

/// What a correct code led to. The member `next` identifies the variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(tag = "next", rename_all = "snake_case")]
pub enum CodeOutcome {
    /// Registration or forgotten password: the client must now set the password with `postPassword`.
    SetPassword,
    /// Sign-in or renewal: the session has begun.
    SignedIn {
        /// The session that has begun.
        session: Session,
    },
    /// The phone number of the account was changed.
    PhoneChanged {
        /// The account with its new phone number.
        account: Account,
    },
    /// The e-mail address of the account was changed.
    EmailChanged {
        /// The account with its new e-mail address.
        account: Account,
    },
    /// The account was closed, and all its sessions have ended.
    Closed,
    /// The phone number belongs to an account, and leaves it on this day unless its owner keeps it.
    PhoneLeaves {
        /// Day on which the number leaves the account. From then on its holder can register with it.
        leaves_on: Day,
    },
    /// The phone number belongs to no account: its holder can register with it now.
    PhoneFree,
    /// A step that this client doesn't know. The code was right.
    #[serde(skip)]
    Other,
}

/// The members of every outcome.
#[derive(Deserialize)]
struct RawOutcome {
    next: String,
    session: Option<Session>,
    account: Option<Account>,
    leaves_on: Option<Day>,
}

// The derived code would contain the account and the session a second time.
impl<'de> Deserialize<'de> for CodeOutcome {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = RawOutcome::deserialize(deserializer)?;
        let missing = D::Error::missing_field;
        Ok(match raw.next.as_str() {
            "set_password" => CodeOutcome::SetPassword,
            "signed_in" => CodeOutcome::SignedIn {
                session: raw.session.ok_or_else(|| missing("session"))?,
            },
            "phone_changed" => CodeOutcome::PhoneChanged {
                account: raw.account.ok_or_else(|| missing("account"))?,
            },
            "email_changed" => CodeOutcome::EmailChanged {
                account: raw.account.ok_or_else(|| missing("account"))?,
            },
            "closed" => CodeOutcome::Closed,
            "phone_leaves" => CodeOutcome::PhoneLeaves {
                leaves_on: raw.leaves_on.ok_or_else(|| missing("leaves_on"))?,
            },
            "phone_free" => CodeOutcome::PhoneFree,
            _ => CodeOutcome::Other,
        })
    }
}

/// Body of the request that sets a password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The new password, 8 to 128 characters. It must not be blank, contain invisible characters, or be one of the most
    /// common passwords. All other characters are allowed (NIST SP 800-63B).
    #[cfg_attr(
        feature = "openapi",
        schemars(length(min = limits::PASSWORD_MIN_CHARS, max = limits::PASSWORD_MAX_CHARS), extend("format" = "new-password"))
    )]
    pub password: String,
}
