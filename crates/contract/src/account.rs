//! An account, and the ways to get one, into one, and to mend one.

use serde::{Deserialize, Serialize};

use crate::consent::GivenConsent;
#[cfg(feature = "openapi")]
use crate::limits;
#[cfg(feature = "openapi")]
use crate::openapi::pattern;

/// The registration slip of «Thuê bao di động» (R0.9–R0.10, R1.10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// Full name as on the identity card, NFC.
    #[cfg_attr(
        feature = "openapi",
        schemars(length(min = 1, max = limits::NAME_CHARS), extend("format" = "person-name"))
    )]
    pub name: String,
    /// Personal identification number: 12 digits, or 9 of an old CMND.
    #[cfg_attr(
        feature = "openapi",
        schemars(regex(pattern = pattern::IDENTITY_NUMBER))
    )]
    pub citizen_id: String,
    /// Day of birth, `dd/mm/yyyy`; fills forms. Left out by who would rather write it each time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schemars(regex(pattern = pattern::DATE))
    )]
    pub birth_date: Option<String>,
    /// Mobile number in national form.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::PHONE)))]
    pub phone: String,
    /// The organisation whose account it is to be; the person above represents it. Absent for a citizen's own account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Organisation>,
    /// What was consented to, purpose by purpose; every required purpose of `GET /portal` must be among them.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::REGISTRATION_CONSENTS)))]
    pub consents: Vec<GivenConsent>,
}

/// An account, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Account {
    /// Full name of the citizen, or of who represents the organisation; NFC.
    pub name: String,
    /// Citizen id of that person, digits alone; fills forms.
    pub citizen_id: String,
    /// Day of birth of that person, `dd/mm/yyyy`; fills forms. Absent where it wasn't given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<String>,
    /// Phone in national form; fills forms. Absent where the identity provider told none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// How well it is known who that person is.
    pub verification: Verification,
    /// The organisation whose account it is; absent for a citizen's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Organisation>,
    /// It came through an identity provider and has no password yet; a code to its phone lets one be chosen, as after a
    /// forgotten one. Left out where there is a password.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub lacks_password: bool,
}

/// «Loại tài khoản» (R2.7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    /// «Công dân».
    #[default]
    Citizen,
    /// «Tổ chức / doanh nghiệp».
    Organisation,
}

/// «Mức độ xác minh tài khoản» (R2.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    /// The phone is theirs: a code sent to it came back.
    Phone,
    /// The identity provider vouches for name and citizen id.
    Identity,
}

/// An organisation or enterprise, and the person who acts for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its name, NFC.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::ORGANISATION_NAME_CHARS)))]
    pub name: String,
    /// «Mã số thuế»: ten digits, a branch's with a dash and three more.
    #[cfg_attr(
        feature = "openapi",
        schemars(regex(pattern = pattern::TAX_CODE))
    )]
    pub tax_code: String,
    /// What the person is in it: «Giám đốc», «Người được ủy quyền».
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::POSITION_CHARS)))]
    pub position: String,
}

/// The first half of a sign-in (R2.7–R2.8, R4.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Whose account.
    #[serde(default)]
    pub kind: AccountKind,
    /// A citizen's id or phone, digits alone; an organisation's tax code.
    #[cfg_attr(
        feature = "openapi",
        schemars(regex(pattern = pattern::SIGN_IN_IDENTIFIER))
    )]
    pub identifier: String,
    /// The password.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::PASSWORD_MAX_CHARS)))]
    pub password: String,
}

/// A forgotten password. A code goes out only where the account has this phone; the answer never tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordReset {
    /// Whose account.
    #[serde(default)]
    pub kind: AccountKind,
    /// A citizen's id, digits alone; an organisation's tax code.
    #[cfg_attr(
        feature = "openapi",
        schemars(regex(pattern = pattern::ACCOUNT_IDENTIFIER))
    )]
    pub identifier: String,
    /// The account's phone in national form.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::PHONE)))]
    pub phone: String,
}

/// Another password, by whoever knows the present one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The present one.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::PASSWORD_MAX_CHARS)))]
    pub current: String,
    /// The new one, as in [`crate::challenge::NewPassword`].
    #[cfg_attr(
        feature = "openapi",
        schemars(length(min = limits::PASSWORD_MIN_CHARS, max = limits::PASSWORD_MAX_CHARS), extend("format" = "new-password"))
    )]
    pub password: String,
}

/// Another phone, by whoever knows the password; the code goes to the new phone. An account that an identity provider has
/// made without phone and password gets its first phone by the code alone; one with a phone chooses a password first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhoneChange {
    /// The new phone in national form.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::PHONE)))]
    pub phone: String,
    /// The password; an account that has none leaves it out, and whoever is signed in must have proved it lately.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::PASSWORD_MAX_CHARS)))]
    pub password: Option<String>,
}
