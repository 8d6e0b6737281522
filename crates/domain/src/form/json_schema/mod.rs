//! A validator for a subset of JSON Schema 2020-12. It reads a schema once into a tree and checks values against it.
//!
//! Supported: every assertion and applicator of the standard except references (`$ref`, `$defs`, `$anchor`,
//! `$dynamicRef`, `$id`), `unevaluatedItems` and `unevaluatedProperties`. Without references the work is bounded by
//! the size of the schema. `format` is checked, for our own formats only (`named_format.rs`). Accepted without effect:
//! `$schema`, `$comment`, `title`, `description`, `default`, `examples`, `deprecated`, `readOnly`, `writeOnly`.
//! Any other keyword is refused by name when the schema is loaded, never skipped.

// Errors and helpers for reading JSON.
mod load_error;
mod json_pointer;
mod json;

// The parts of a schema. Each family of keywords has a file.
mod named_format;
mod pattern;
mod decimal;
mod violations;
mod cursor;
mod number;
mod text;
mod array;
mod object;
mod combined;
mod schema;

// A check on top of the validator.
mod contradictions;

pub use load_error::{LoadError, LoadErrorReason};
pub use named_format::{format_names, matches_format};
pub use pattern::{PatternCompiler, PatternMatcher};

pub(crate) use contradictions::refuse_contradictions;
pub(crate) use cursor::Cursor;
pub(crate) use json::{expect_array, expect_object, expect_text, json_equal};
pub(crate) use json_pointer::{child_pointer, unescape_token};
pub(crate) use named_format::NamedFormat;
pub(crate) use schema::{JsonType, Keywords, MAX_DEPTH, Schema};

#[cfg(test)]
mod tests;
