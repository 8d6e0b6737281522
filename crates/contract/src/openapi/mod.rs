//! The contract as an OpenAPI 3.1 document. It is generated from the endpoints and types, so that it can't contradict
//! the code. The generated file is committed as `public/openapi.json`. This module is never compiled into the app.

/// Operations on accounts, sessions and codes.
mod account_operations;
/// Collects paths and schemas.
mod builder;
/// Completes the descriptions of schemas.
mod descriptions;
/// The document as a whole.
mod document;
/// Operations on drafts, uploads and dossiers.
mod dossier_operations;
mod draft_operations;
/// One operation of the document.
mod operation;
/// All other operations.
mod operations;
/// Parameters and headers of operations.
mod parameter;
/// Operations on replies.
mod reply_operations;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod unknown_values;

pub use self::builder::inlined_schema;
pub use self::document::{document, json_text};
pub use schemars::JsonSchema;
