//! Registering, signing in and the one-time code between.

use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

/// The registration slip of «Thuê bao di động» (R0.9–R0.10, R1.10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// Full name as on the identity card, NFC.
    #[cfg_attr(
        feature = "openapi",
        schemars(length(min = 1, max = 100), extend("format" = "person-name"))
    )]
    pub name: String,
    /// Personal identification number: 12 digits, or 9 of an old CMND.
    #[cfg_attr(
        feature = "openapi",
        schemars(regex(pattern = r"^([0-9]{9}|[0-9]{12})$"))
    )]
    pub citizen_id: String,
    /// Mobile number in national form.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = r"^0[35789][0-9]{8}$")))]
    pub phone: String,
}

/// The first half of a sign-in (R4.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Citizen id or phone, digits alone.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = r"^[0-9]{9,12}$")))]
    pub identifier: String,
    /// The password.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = 128)))]
    pub password: String,
}

/// A one-time code waiting for its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Challenge {
    /// Opaque id.
    pub id: String,
    /// What the code is for.
    pub purpose: Purpose,
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
    /// The code was right and a password is awaited (registration).
    pub answered: bool,
}

/// What a challenge is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A registration: a password follows.
    Registration,
    /// A sign-in: the session follows.
    SignIn,
}

/// The code as typed, digits alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodeAnswer {
    /// Six digits.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = r"^[0-9]{6}$")))]
    pub code: String,
}

/// What a right code leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(tag = "next", rename_all = "snake_case")]
pub enum CodeOutcome {
    /// A registration goes on with the password.
    SetPassword,
    /// The session has begun.
    SignedIn {
        /// The session.
        session: Session,
    },
}

/// The password that ends a registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// 8 to 128 characters, not all blank, none invisible.
    #[cfg_attr(
        feature = "openapi",
        schemars(length(min = 8, max = 128), extend("format" = "new-password"))
    )]
    pub password: String,
}

/// Who is signed in and for how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Session {
    /// Whose session it is.
    pub account: Account,
    /// The session ends after so many seconds without a request.
    pub idle_seconds: u32,
    /// The session ends then in any case.
    pub expires_at: Timestamp,
}

/// A citizen's account, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Account {
    /// Full name, NFC.
    pub name: String,
    /// Citizen id, digits alone; fills forms.
    pub citizen_id: String,
    /// Phone in national form; fills forms.
    pub phone: String,
}
