//! Reads whole numbers as JSON Schema defines them. JSON has only one kind of number, so `7.0` is the integer 7. Some
//! languages write every number with a decimal point.

use serde::Deserialize;
use serde::de::{Deserializer, Error, Unexpected, Visitor};

/// The largest integer that every JSON parser represents exactly, 2⁵³ − 1 (RFC 8259, section 6).
pub const MAX_SAFE_INTEGER: u64 = 9_007_199_254_740_991;

/// Deserializes a whole number from 0 to [`MAX_SAFE_INTEGER`]; for `#[serde(deserialize_with = …)]`.
pub(crate) fn deserialize_u64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    deserializer.deserialize_u64(WholeNumber)
}

/// Deserializes a whole number from 0 to [`MAX_SAFE_INTEGER`], or `null`; for `#[serde(deserialize_with = …)]`.
pub(crate) fn deserialize_optional_u64<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<u64>, D::Error> {
    let number = Option::<AnyWholeNumber>::deserialize(deserializer)?;
    Ok(number.map(|AnyWholeNumber(number)| number))
}

/// A whole number in any notation.
#[derive(Deserialize)]
struct AnyWholeNumber(#[serde(deserialize_with = "deserialize_u64")] u64);

/// Deserializes a whole number from 0 to `u32::MAX`; for `#[serde(deserialize_with = …)]`.
pub(crate) fn deserialize_u32<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let number = deserialize_u64(deserializer)?;
    u32::try_from(number)
        .map_err(|_| D::Error::invalid_value(Unexpected::Unsigned(number), &"a number of 32 bits"))
}

/// Deserializes a whole number from 0 to `u32::MAX`, or `null`; for `#[serde(deserialize_with = …)]`.
pub(crate) fn deserialize_optional_u32<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<u32>, D::Error> {
    #[derive(Deserialize)]
    struct Number(#[serde(deserialize_with = "deserialize_u32")] u32);
    let number = Option::<Number>::deserialize(deserializer)?;
    Ok(number.map(|Number(number)| number))
}

/// Deserializes a whole number from 0 to `u8::MAX`; for `#[serde(deserialize_with = …)]`.
pub(crate) fn deserialize_u8<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    let number = deserialize_u64(deserializer)?;
    u8::try_from(number)
        .map_err(|_| D::Error::invalid_value(Unexpected::Unsigned(number), &"a number of 8 bits"))
}

struct WholeNumber;

impl Visitor<'_> for WholeNumber {
    type Value = u64;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a whole number from 0 to 2^53 - 1")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<u64, E> {
        if number <= MAX_SAFE_INTEGER {
            Ok(number)
        } else {
            Err(E::invalid_value(Unexpected::Unsigned(number), &self))
        }
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<u64, E> {
        if number.fract() == 0.0 && (0.0..=MAX_SAFE_INTEGER as f64).contains(&number) {
            Ok(number as u64)
        } else {
            Err(E::invalid_value(Unexpected::Float(number), &self))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<u64> {
        deserialize_u64(&mut serde_json::Deserializer::from_str(json)).ok()
    }

    #[test]
    fn reads_a_whole_number_in_any_notation() {
        for json in ["7", "7.0", "7e0", "0.7e1"] {
            assert_eq!(read(json), Some(7), "{json}");
        }
        assert_eq!(read("0"), Some(0));
        assert_eq!(read("9007199254740991"), Some(MAX_SAFE_INTEGER));
    }

    #[test]
    fn refuses_a_number_of_more_than_32_bits() {
        let read = |json| deserialize_u32(&mut serde_json::Deserializer::from_str(json)).ok();
        assert_eq!(read("4294967295.0"), Some(u32::MAX));
        assert_eq!(read("4294967296"), None);
    }

    #[test]
    fn refuses_anything_but_a_whole_number() {
        for json in [
            "-1",
            "-7.0",
            "7.5",
            "9007199254740992",
            "1e300",
            "\"7\"",
            "null",
            "true",
        ] {
            assert_eq!(read(json), None, "{json}");
        }
    }
}
