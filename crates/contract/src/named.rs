//! A key with its display name. The catalogue uses it to refer to procedures, agencies and fields.

use serde::{Deserialize, Serialize};

/// A stable key with its display name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Named {
    /// Stable key. Contains only characters that need no escaping in a URL.
    pub key: String,
    /// Name for display, in Vietnamese.
    pub name: String,
}
