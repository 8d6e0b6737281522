//! The session, and the devices of an account.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::time::Timestamp;

/// The session of the signed-in citizen: whose it is and when it ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Session {
    /// The account.
    pub account: Account,
    /// Opaque id of the account, the same at every sign-in. Lets a device recognise the account without storing
    /// personal data.
    pub account_id: String,
    /// The session ends after so many seconds without a request.
    pub idle_seconds: u32,
    /// The session ends at this time in any case.
    pub expires_at: Timestamp,
    /// The app warns this many seconds before the session ends.
    pub warn_seconds: u32,
    /// True if several people use the device. The app then keeps nothing on it, and the session has a shorter idle
    /// time.
    pub shared_device: bool,
    /// Token of the bearer scheme. Only in the response that begins a session, and only if the request had the header
    /// `Motcua-Bearer: 1`. To be kept in memory only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// Body of a change of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SessionChange {
    /// «Máy dùng chung»: true if several people use this device.
    pub shared_device: bool,
}

/// A device that is signed in to the account: one open session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Device {
    /// Opaque id. Not the token of the session.
    pub id: String,
    /// Browser and system for display: «Chrome · Android». Empty if unknown.
    pub name: String,
    /// When the session began.
    pub begun_at: Timestamp,
    /// When the device sent its last request.
    pub last_seen_at: Timestamp,
    /// True for the device that sends this request.
    pub current: bool,
}
