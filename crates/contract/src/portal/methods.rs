//! The methods to sign in and to register that a portal offers.

use serde::{Deserialize, Deserializer, Serialize};

use crate::account::AccountKind;
use crate::open_enum::known_items;

/// A method to sign in. The member `kind` identifies the variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "SignInWay")
)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SignInMethod {
    /// Through an identity provider with OpenID Connect: «Đăng nhập bằng cổng DVC Quốc gia» (R0.14), VNeID. The browser
    /// goes to the provider's pages and then returns.
    SingleSignOn {
        /// Key of the identity provider, for the path of `getSingleSignOn`.
        provider: String,
        /// Text of the button that leads to this provider, in the portal's first language.
        label: String,
    },
    /// With an identifier, a password and a one-time code (R4.3–R4.4).
    Password {
        /// Kinds of account that can sign in this way, in order of preference (R2.7).
        accounts: Vec<AccountKind>,
    },
    /// A method that this client doesn't know. The client ignores it.
    Other,
}

/// A method to register (R2.4). The member `kind` identifies the variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "RegisterWay")
)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RegistrationMethod {
    /// Through an identity provider, which verifies the name and the citizen id. The account is created at the first
    /// sign-in.
    SingleSignOn {
        /// Key of the identity provider, for the path of `getSingleSignOn`.
        provider: String,
        /// Text of the button that leads to this provider, in the portal's first language.
        label: String,
    },
    /// With a mobile phone number and a one-time code, «Thuê bao di động» (R0.9).
    Phone {
        /// Kinds of account that can register this way, in order of preference.
        accounts: Vec<AccountKind>,
    },
    /// A method that this client doesn't know. The client ignores it.
    Other,
}

/// The members of a method to sign in and of a method to register. Both are parsed through this one type, so that the
/// app contains the parsing code only once.
#[derive(Deserialize)]
struct RawMethod {
    kind: String,
    #[serde(default)]
    provider: String,
    #[serde(default)]
    label: String,
    #[serde(default, deserialize_with = "known_accounts")]
    accounts: Vec<AccountKind>,
}

/// Reads the kinds of account that this client knows. It can't offer the others.
fn known_accounts<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<AccountKind>, D::Error> {
    known_items(deserializer, AccountKind::from_key)
}

impl<'de> Deserialize<'de> for SignInMethod {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let method = RawMethod::deserialize(deserializer)?;
        Ok(match method.kind.as_str() {
            "single_sign_on" => Self::SingleSignOn {
                provider: method.provider,
                label: method.label,
            },
            "password" => Self::Password {
                accounts: method.accounts,
            },
            _ => Self::Other,
        })
    }
}

impl<'de> Deserialize<'de> for RegistrationMethod {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let method = RawMethod::deserialize(deserializer)?;
        Ok(match method.kind.as_str() {
            "single_sign_on" => Self::SingleSignOn {
                provider: method.provider,
                label: method.label,
            },
            "phone" => Self::Phone {
                accounts: method.accounts,
            },
            _ => Self::Other,
        })
    }
}
