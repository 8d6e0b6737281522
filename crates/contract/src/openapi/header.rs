//! The headers and query parameters of the contract, each once.

use serde_json::{Value, json};

use super::pattern;
use crate::limits::{BEARER_HEADER, IDEMPOTENCY_HEADER, SHA256_HEADER, TUS_VERSION};
use crate::number::MAX_SAFE_INTEGER;

/// A header or a query parameter.
#[derive(Clone, Copy)]
pub(crate) struct Header {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    /// Makes the JSON Schema of its value.
    pub(crate) schema: fn() -> Value,
    pub(crate) about: &'static str,
}

impl Header {
    /// As a header that a request carries.
    pub(crate) fn parameter(&self) -> Value {
        self.described("header")
    }

    /// As a part of the query.
    pub(crate) fn query(&self) -> Value {
        self.described("query")
    }

    /// As a header of an answer.
    pub(crate) fn answered(&self) -> Value {
        json!({"description": self.about, "required": self.required, "schema": self.schema()})
    }

    fn described(&self, place: &str) -> Value {
        json!({
            "name": self.name,
            "in": place,
            "required": self.required,
            "description": self.about,
            "schema": self.schema(),
        })
    }

    fn schema(&self) -> Value {
        (self.schema)()
    }
}

const BYTES: fn() -> Value =
    || json!({"type": "integer", "minimum": 0, "maximum": MAX_SAFE_INTEGER});
const TEXT: fn() -> Value = || json!({"type": "string"});

const fn header(name: &'static str, schema: fn() -> Value, about: &'static str) -> Header {
    Header {
        name,
        required: true,
        schema,
        about,
    }
}

const fn optional(name: &'static str, schema: fn() -> Value, about: &'static str) -> Header {
    Header {
        name,
        required: false,
        schema,
        about,
    }
}

pub(crate) const IF_NONE_MATCH: Header = optional(
    "If-None-Match",
    TEXT,
    "The `ETag` held; 304 while it is still right.",
);
pub(crate) const ETAG: Header = header("ETag", TEXT, "The version of what was answered.");
pub(crate) const CACHE_CONTROL: Header =
    header("Cache-Control", TEXT, "How long the answer may be kept.");
pub(crate) const IF_MATCH: Header = header(
    "If-Match",
    || json!({"type": "string", "pattern": "^\"[0-9]{1,15}\"$", "examples": ["\"1\""]}),
    "The version that the change is made to, in quotes.",
);
pub(crate) const IDEMPOTENCY_KEY: Header = header(
    IDEMPOTENCY_HEADER,
    || json!({"type": "string", "pattern": pattern::idempotency_key()}),
    "The same key with the same body is the same request: whatever it makes, it makes once.",
);
pub(crate) const SET_COOKIE: Header =
    optional("Set-Cookie", TEXT, "Begins the session, or ends it.");
pub(crate) const BEARER: Header = optional(
    BEARER_HEADER,
    || json!({"type": "string", "enum": ["1"]}),
    "The session's token is wanted in the answer, and no cookie.",
);
pub(crate) const CLEAR_SITE_DATA: Header = optional(
    "Clear-Site-Data",
    TEXT,
    "What the browser throws away of this origin.",
);
pub(crate) const TUS_RESUMABLE: Header = header(
    "Tus-Resumable",
    || json!({"type": "string", "enum": [TUS_VERSION]}),
    "The version of tus.",
);
pub(crate) const UPLOAD_LENGTH: Header = header(
    "Upload-Length",
    BYTES,
    "Length of the whole file, in bytes.",
);
pub(crate) const UPLOAD_OFFSET: Header = header(
    "Upload-Offset",
    BYTES,
    "How many bytes of the file are held.",
);
pub(crate) const UPLOAD_METADATA: Header = header(
    "Upload-Metadata",
    || json!({"type": "string", "format": "upload-metadata", "minLength": 1, "examples": ["filename YS5qcGc=,component MDAwLjAwLjAwLkcxNS1LUTAwNDM4OQ==,file_id YWJjZC0xMjM0"]}),
    "tus key-value pairs with values in base64: `filename`, `component` (its code), `file_id` (the \
     client's own id of the file: 8 to 64 letters, digits or dashes) and, if wished, `filetype`.",
);
pub(crate) const UPLOAD_EXPIRES: Header = header(
    "Upload-Expires",
    TEXT,
    "When the upload is thrown away unless its dossier is sent (RFC 9110 date).",
);
pub(crate) const LOCATION: Header = header("Location", TEXT, "The address to go on with.");
pub(crate) const SHA256_OF_FILE: Header = optional(
    SHA256_HEADER,
    || json!({"type": "string", "pattern": pattern::SHA256}),
    "sha-256 of the file, once it is held whole and found sound.",
);
pub(crate) const TAB: Header = optional(
    "tab",
    || json!({"type": "string", "default": "new", "enum": ["new", "supplement", "processing", "obligation", "payment", "paused", "processed", "returned", "closed"]}),
    "Which tab.",
);
pub(crate) const PAGE: Header = optional(
    "page",
    || json!({"type": "integer", "minimum": 1, "maximum": u32::MAX, "default": 1}),
    "Which page, from 1.",
);
pub(crate) const BACK: Header = optional(
    "back",
    TEXT,
    "A page of the app: its path after the host, with its query.",
);
pub(crate) const SHARED_DEVICE: Header = optional(
    "shared_device",
    || json!({"type": "boolean", "default": false}),
    "«Máy dùng chung»: the session that begins is one of a device that several people use.",
);
pub(crate) const STATE: Header = optional("state", TEXT, "As the provider was given it.");
pub(crate) const CODE: Header = optional("code", TEXT, "The provider's authorization code.");
pub(crate) const ISSUER: Header = optional("iss", TEXT, "Who answers (RFC 9207).");
pub(crate) const ERROR: Header = optional("error", TEXT, "Why there is no code.");
