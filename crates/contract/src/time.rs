//! Moments and days as texts. The `domain` crate parses and displays them.

use serde::{Deserialize, Serialize};

/// A moment in UTC, RFC 3339 `date-time`: `2026-11-22T01:20:00Z`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Timestamp(
    #[cfg_attr(feature = "openapi", schemars(extend("format" = "date-time")))] pub String,
);

/// A calendar day in Vietnam, RFC 3339 `full-date`: `2026-11-22`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Day(#[cfg_attr(feature = "openapi", schemars(extend("format" = "date")))] pub String);
