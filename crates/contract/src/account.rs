//! Request and response bodies for accounts: registering, signing in, and changing the password or the phone number.

use serde::{Deserialize, Serialize};

use crate::consent::GivenConsent;
#[cfg(feature = "openapi")]
use crate::limits;
use crate::open_enum::open_enum;
#[cfg(feature = "openapi")]
use crate::pattern;
use crate::time::Day;

/// Body of a request to register with a mobile phone number, «Thuê bao di động» (R0.9–R0.10, R1.10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// Full name of the person who registers, as on the identity card. Unicode NFC, at most 100 characters, no digits.
    #[cfg_attr(
        feature = "openapi",
        schemars(length(min = 1, max = limits::NAME_CHARS), extend("format" = "person-name"))
    )]
    pub name: String,
    /// Personal identification number (số định danh cá nhân) of the person who registers: 12 digits (NĐ 137/2015/NĐ-CP,
    /// Điều 13), or the 9 digits of an old identity card (CMND).
    #[cfg_attr(
        feature = "openapi",
        schemars(regex(pattern = pattern::IDENTITY_NUMBER))
    )]
    pub citizen_id: String,
    /// Date of birth of the person who registers, as `dd/mm/yyyy`. The portal uses it to fill in forms. Absent if the
    /// person prefers to enter it in each form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schemars(regex(pattern = pattern::DATE))
    )]
    pub birth_date: Option<String>,
    /// Vietnamese mobile phone number in national form: 10 digits that begin with 03, 05, 07, 08 or 09. The server
    /// sends the one-time code to this number.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::PHONE)))]
    pub phone: String,
    /// The organisation that the account belongs to. The person who registers represents it. Absent for the account of
    /// a citizen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Organisation>,
    /// The consents that the person gives, at most 20. They must include every consent that `getPortal` marks as
    /// required.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::REGISTRATION_CONSENTS)))]
    pub consents: Vec<GivenConsent>,
}

/// An account, with the data that its owner may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Account {
    /// Full name of the citizen, or of the person who represents the organisation. Unicode NFC.
    pub name: String,
    /// Personal identification number of the person in `name`: 12 digits, or the 9 digits of an old identity card. The
    /// portal uses it to fill in forms.
    pub citizen_id: String,
    /// Date of birth of the person in `name`, as `dd/mm/yyyy`. The portal uses it to fill in forms. Absent if the
    /// person didn't give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<String>,
    /// Mobile phone number in national form: 10 digits. The server sends one-time codes to it, and the portal uses it
    /// to fill in forms. Absent if the account was created through an identity provider that gave no phone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail address that the owner has verified with a code. The server sends notices to it. Absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// How the identity of the person in `name` was verified.
    pub verification: Verification,
    /// The organisation that the account belongs to. Absent for the account of a citizen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Organisation>,
    /// True if the account was created through an identity provider and has no password yet. The citizen can set a
    /// password with `postPasswordReset`. Absent means false.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub lacks_password: bool,
    /// Day on which the phone number leaves the account, or has left it, because somebody else proved that they hold it
    /// (`postPhoneRelease`). Until that day the owner keeps the number by signing in with a code that is sent to it.
    /// Absent if nobody did, and after the account got another number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_leaves_on: Option<Day>,
}

/// Kind of account, «loại tài khoản» (R2.7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    /// «Công dân»: a citizen.
    #[default]
    Citizen,
    /// «Tổ chức / doanh nghiệp»: an organisation or enterprise.
    Organisation,
}

impl AccountKind {
    /// The kind with this text in JSON. `None` if this client doesn't know it.
    pub(crate) fn from_key(key: &str) -> Option<AccountKind> {
        match key {
            "citizen" => Some(AccountKind::Citizen),
            "organisation" => Some(AccountKind::Organisation),
            _ => None,
        }
    }
}

open_enum! {
    /// How the identity of an account's owner was verified, «mức độ xác minh tài khoản» (R2.4).
    pub enum Verification {
        /// By phone: the owner entered a one-time code that was sent to the account's phone number. The name and the
        /// citizen id are unverified.
        Phone = "phone",
        /// By an identity provider, which has verified the name and the citizen id.
        Identity = "identity",
    }
}

/// An organisation or enterprise, and the position of the person who represents it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Organisation {
    /// Name of the organisation. Unicode NFC, 1 to 200 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::ORGANISATION_NAME_CHARS)))]
    pub name: String,
    /// Tax code, «mã số thuế»: 10 digits. The tax code of a branch has a dash and 3 more digits.
    #[cfg_attr(
        feature = "openapi",
        schemars(regex(pattern = pattern::TAX_CODE))
    )]
    pub tax_code: String,
    /// Position of the representative in the organisation, 1 to 100 characters. Examples: «Giám đốc», «Người được ủy
    /// quyền».
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::POSITION_CHARS)))]
    pub position: String,
}

/// Body of a request to sign in with a password (R2.7–R2.8, R4.3). The server then sends a one-time code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Kind of the account; `citizen` if absent.
    #[serde(default)]
    pub kind: AccountKind,
    /// For a citizen: the personal identification number or the phone number, digits only. Digits that can be both, for
    /// example a phone number without its leading 0, are tried as both. For an organisation: its tax code.
    #[cfg_attr(
        feature = "openapi",
        schemars(regex(pattern = pattern::SIGN_IN_IDENTIFIER))
    )]
    pub identifier: String,
    /// The password, 1 to 128 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::PASSWORD_MAX_CHARS)))]
    pub password: String,
}

/// Body of a request to replace a forgotten password. The server sends a one-time code only if the account exists and
/// `phone` is its phone number. The response is always the same, so it doesn't reveal whether the account exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordReset {
    /// Kind of the account; `citizen` if absent.
    #[serde(default)]
    pub kind: AccountKind,
    /// For a citizen: the personal identification number, digits only. For an organisation: its tax code.
    #[cfg_attr(
        feature = "openapi",
        schemars(regex(pattern = pattern::ACCOUNT_IDENTIFIER))
    )]
    pub identifier: String,
    /// Phone number of the account in national form: 10 digits.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::PHONE)))]
    pub phone: String,
}

/// Body of a request of somebody whose phone number belongs to the account of its former owner. The server sends the
/// one-time code to the number. After the correct code and a waiting time, the number leaves that account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhoneRelease {
    /// The phone number in national form: 10 digits.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::PHONE)))]
    pub phone: String,
}

/// Body of a request to change the password. It contains the current password and the new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The current password, 1 to 128 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::PASSWORD_MAX_CHARS)))]
    pub current: String,
    /// The new password, 8 to 128 characters. The rules of `postPassword` apply.
    #[cfg_attr(
        feature = "openapi",
        schemars(length(min = limits::PASSWORD_MIN_CHARS, max = limits::PASSWORD_MAX_CHARS), extend("format" = "new-password"))
    )]
    pub password: String,
}

/// Body of a request to change the phone number. The server sends the one-time code to the new number.
///
/// The request requires the current password. If an account has neither a password (`lacks_password`) nor a phone
/// number, a recent sign-in is required instead. If an account has a phone number but no password, its owner must set a
/// password first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhoneChange {
    /// The new phone number in national form: 10 digits.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::PHONE)))]
    pub phone: String,
    /// The current password, 1 to 128 characters. Absent for an account without a password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::PASSWORD_MAX_CHARS)))]
    pub password: Option<String>,
}

/// Body of a request to set or change the e-mail address. The server sends the one-time code to the new address.
///
/// The request requires the current password. If an account has no password (`lacks_password`), a recent sign-in is
/// required instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EmailChange {
    /// The new e-mail address, at most 254 characters.
    #[cfg_attr(
        feature = "openapi",
        schemars(length(min = 1, max = limits::EMAIL_CHARS), extend("format" = "email"))
    )]
    pub email: String,
    /// The current password, 1 to 128 characters. Absent for an account without a password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::PASSWORD_MAX_CHARS)))]
    pub password: Option<String>,
}
