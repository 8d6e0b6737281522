//! The session of a citizen, and the devices that are signed in to an account.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::time::Timestamp;

/// The session of the signed-in citizen: its account and when it ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Session {
    /// The account that is signed in.
    pub account: Account,
    /// Opaque id of the account. It is the same at every sign-in, so a device can recognise the account without storing
    /// personal data.
    pub account_id: String,
    /// Idle time: the session ends this many seconds after the last request.
    pub idle_seconds: u32,
    /// The session ends at this time, even if it is in use.
    pub expires_at: Timestamp,
    /// The app shows a warning this many seconds before the session ends.
    pub warn_seconds: u32,
    /// True if several people use the device. The app then stores nothing on the device, and the session has a shorter
    /// idle time.
    pub shared_device: bool,
    /// Bearer token of the session. Present only in the response that begins the session, and only if the request had
    /// the header `Motcua-Bearer: 1`. The client must keep the token in memory only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// Body of a request that changes the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SessionChange {
    /// «Máy dùng chung»: true if several people use this device.
    pub shared_device: bool,
}

/// A device that is signed in to the account. Each open session is one device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Device {
    /// Opaque id of the device. It is not the token of the session.
    pub id: String,
    /// Display name: browser and operating system, «Chrome · Android». Empty if unknown.
    pub name: String,
    /// When the session began.
    pub begun_at: Timestamp,
    /// When the device sent its last request.
    pub last_seen_at: Timestamp,
    /// True for the device that sent this request.
    pub current: bool,
}
