//! Who is signed in, for how long, and on which devices.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::time::Timestamp;

/// Who is signed in and for how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Session {
    /// Whose session it is.
    pub account: Account,
    /// Opaque; the same each time this account signs in, so that a device can tell without keeping anything that says
    /// whose it is.
    pub account_id: String,
    /// The session ends after so many seconds without a request.
    pub idle_seconds: u32,
    /// The session ends then in any case.
    pub expires_at: Timestamp,
    /// The app warns so many seconds before either end.
    pub warn_seconds: u32,
    /// The device is used by several people: nothing is kept on it, and the session ends sooner.
    pub shared_device: bool,
    /// The token of the bearer scheme; only in the answer that begins a session, and only where the request asked for it
    /// with [`crate::limits::BEARER_HEADER`]. It stays in memory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// What the citizen says of the device that is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SessionChange {
    /// «Máy dùng chung»: several people use this device.
    pub shared_device: bool,
}

/// A device that is signed in to the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Device {
    /// Opaque id; not the session's token.
    pub id: String,
    /// Browser and system in words, such as «Chrome · Android»; empty where nothing is known.
    pub name: String,
    /// When it signed in.
    pub begun_at: Timestamp,
    /// Its last request.
    pub last_seen_at: Timestamp,
    /// It is the one that asks.
    pub current: bool,
}
