//! Moments and days as they travel. Reading and showing them is the domain's work.

use serde::{Deserialize, Serialize};

/// A moment, RFC 3339 in UTC: `2026-11-22T01:20:00Z`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Timestamp(
    #[cfg_attr(feature = "openapi", schemars(extend("format" = "date-time")))] pub String,
);

/// A calendar day, RFC 3339 `full-date`: `2026-11-22`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Day(#[cfg_attr(feature = "openapi", schemars(extend("format" = "date")))] pub String);
