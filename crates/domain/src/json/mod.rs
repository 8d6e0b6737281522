//! Parses JSON texts (RFC 8259) into the types of the app. The result equals that of `serde_json::from_str`, but the
//! compiled code is several times smaller: only short functions are compiled once for each type, and an error has no
//! message.

/// Connects the reader to serde.
mod deserializer;
/// Reads numbers.
mod number;
/// Reads a text token by token.
mod reader;
#[cfg(test)]
mod tests;

pub use self::deserializer::parse_json;
