//! A validator for a subset of JSON Schema 2020-12. It reads a schema once into a tree, and then checks values against
//! this tree.
//!
//! Supported are all assertions and applicators of the standard except references (`$ref`, `$defs`, `$anchor`,
//! `$dynamicRef`, `$id`), `unevaluatedItems` and `unevaluatedProperties`. Without references, the size of the schema
//! limits the work. `format` is checked, but only for the project's own formats (`named_format.rs`). These keywords are
//! accepted and have no effect: `$schema`, `$comment`, `title`, `description`, `default`, `examples`, `deprecated`,
//! `readOnly`, `writeOnly`. Any other keyword is an error when the schema is loaded; it is never ignored.

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

// An additional check that JSON Schema doesn't require.
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
