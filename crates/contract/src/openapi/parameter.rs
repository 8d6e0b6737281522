//! The headers and query parameters of the contract. Each is defined once.

use serde_json::{Value, json};

use crate::dossier::Tab;
use crate::limits::{
    BEARER_HEADER, CSRF_HEADER, IDEMPOTENCY_HEADER, PREFIX_SHA256_HEADER, QUERY_CHARS,
    SHA256_HEADER, TUS_VERSION, UPLOAD_METADATA_HEADER, header_bytes,
};
use crate::number::MAX_SAFE_INTEGER;
use crate::pattern;

/// A header or a query parameter.
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    /// Returns the JSON Schema of the parameter's value.
    pub(crate) schema: fn() -> Value,
    pub(crate) description: &'static str,
}

impl Parameter {
    /// Returns the parameter object of a request header.
    pub(crate) fn to_request_header_object(&self) -> Value {
        self.to_object_in("header", header_bytes(self.name))
    }

    /// Returns the parameter object of a query parameter.
    pub(crate) fn to_query_object(&self) -> Value {
        self.to_object_in("query", QUERY_CHARS)
    }

    /// Returns the header object of a response header.
    pub(crate) fn to_header_object(&self) -> Value {
        json!({"description": self.description, "required": self.required, "schema": (self.schema)()})
    }

    /// Returns the parameter object. A text that the schema doesn't bound has at most `max_length` characters.
    fn to_object_in(&self, location: &str, max_length: usize) -> Value {
        let mut schema = (self.schema)();
        if let Value::Object(keywords) = &mut schema
            && keywords.get("type") == Some(&json!("string"))
            && !keywords.contains_key("enum")
        {
            keywords.insert("maxLength".to_owned(), json!(max_length));
        }
        json!({
            "name": self.name,
            "in": location,
            "required": self.required,
            "description": self.description,
            "schema": schema,
        })
    }
}

const BYTES: fn() -> Value =
    || json!({"type": "integer", "minimum": 0, "maximum": MAX_SAFE_INTEGER});
const TEXT: fn() -> Value = || json!({"type": "string"});

const fn required(
    name: &'static str,
    schema: fn() -> Value,
    description: &'static str,
) -> Parameter {
    Parameter {
        name,
        required: true,
        schema,
        description,
    }
}

const fn optional(
    name: &'static str,
    schema: fn() -> Value,
    description: &'static str,
) -> Parameter {
    Parameter {
        required: false,
        ..required(name, schema, description)
    }
}

pub(crate) const CSRF: Parameter = required(
    CSRF_HEADER,
    || json!({"type": "string", "enum": ["1"]}),
    "Always `1`. Required with every unsafe method: a form on another site can't set it, which prevents cross-site request \
     forgery.",
);
pub(crate) const IF_NONE_MATCH: Parameter = optional(
    "If-None-Match",
    TEXT,
    "The `ETag` of the client's copy. The response is 304 while that is still current (RFC 9110, section 13.1.2).",
);
pub(crate) const ETAG: Parameter = required(
    "ETag",
    TEXT,
    "Version of the document in the response, for `If-None-Match` or `If-Match` (RFC 9110, section 8.8.3).",
);
pub(crate) const RANGE: Parameter = optional(
    "Range",
    || json!({"type": "string", "examples": ["bytes=1048576-"]}),
    "The part of the file to return, in bytes (RFC 9110, section 14.2).",
);
pub(crate) const IF_RANGE: Parameter = optional(
    "If-Range",
    TEXT,
    "The `ETag` of the file that the client has a part of. If the file is another one now, the whole file is returned \
     (RFC 9110, section 13.1.5).",
);
pub(crate) const CONTENT_RANGE: Parameter = optional(
    "Content-Range",
    TEXT,
    "Which part of the file the response contains, and the size of the file (RFC 9110, section 14.4). Only with 206.",
);
pub(crate) const ACCEPT_RANGES: Parameter = required(
    "Accept-Ranges",
    || json!({"type": "string", "enum": ["bytes"]}),
    "Always `bytes`: the client may ask for a part of the file.",
);
pub(crate) const CONTENT_DISPOSITION: Parameter = required(
    "Content-Disposition",
    TEXT,
    "Name of the file, and `inline`, or `attachment` if the client asked for a download (RFC 6266).",
);
pub(crate) const DOWNLOAD: Parameter = optional(
    "download",
    || json!({"type": "boolean", "default": false}),
    "True if the browser should save the file instead of showing it.",
);
pub(crate) const CACHE_CONTROL: Parameter = required(
    "Cache-Control",
    TEXT,
    "How long a client may use its copy without revalidating (RFC 9111).",
);
pub(crate) const IF_MATCH: Parameter = required(
    "If-Match",
    || json!({"type": "string", "pattern": "^\"[0-9]{1,15}\"$", "examples": ["\"1\""]}),
    "The version that the change is based on: the `ETag` of the draft (RFC 9110, section 13.1.1). Comparison is strong; a weak \
     tag never matches.",
);
pub(crate) const IDEMPOTENCY_KEY: Parameter = required(
    IDEMPOTENCY_HEADER,
    || json!({"type": "string", "pattern": pattern::idempotency_key()}),
    "A key that the client makes up for this request, unique within the account: 1 to 255 letters, digits or dashes. A \
     repetition with the same key and body has no further effect and returns the same result.",
);
pub(crate) const SET_COOKIE: Parameter = optional(
    "Set-Cookie",
    TEXT,
    "Sets the session cookie, or clears it. Absent with the bearer scheme. In single sign-on also the cookie that binds the \
     return to this browser.",
);
pub(crate) const BEARER: Parameter = optional(
    BEARER_HEADER,
    || json!({"type": "string", "enum": ["1"]}),
    "`1` if the client wants the token of the session in the response instead of a cookie. For an app on another origin.",
);
pub(crate) const CLEAR_SITE_DATA: Parameter = optional(
    "Clear-Site-Data",
    TEXT,
    "What the browser deletes of this origin when the citizen signs out.",
);
pub(crate) const TUS_RESUMABLE: Parameter = required(
    "Tus-Resumable",
    || json!({"type": "string", "enum": [TUS_VERSION]}),
    "Version of the tus protocol: `1.0.0`.",
);
pub(crate) const UPLOAD_LENGTH: Parameter = required(
    "Upload-Length",
    BYTES,
    "Size of the complete file, in bytes.",
);
pub(crate) const UPLOAD_OFFSET: Parameter = required(
    "Upload-Offset",
    BYTES,
    "In a request, the position in the file where the body begins; in a response, how many bytes the server holds.",
);
pub(crate) const UPLOAD_METADATA: Parameter = required(
    UPLOAD_METADATA_HEADER,
    || json!({"type": "string", "format": "upload-metadata", "minLength": 1, "examples": ["filename YS5qcGc=,component MDAwLjAwLjAwLkcxNS1LUTAwNDM4OQ==,file_id YWJjZC0xMjM0"]}),
    "Key-value pairs of tus, with values in base64: `filename`; `component`, the code of the component; `file_id`, the \
     client's own id of the file, 8 to 64 letters, digits or dashes; and optionally `filetype`, its media type of at most \
     255 characters.",
);
pub(crate) const UPLOAD_EXPIRES: Parameter = required(
    "Upload-Expires",
    TEXT,
    "When the server deletes the upload, unless its draft is submitted before (RFC 9110, section 5.6.7).",
);
pub(crate) const LOCATION: Parameter = required(
    "Location",
    TEXT,
    "URL to continue with: of the upload, or of the page that the browser is redirected to.",
);
pub(crate) const SHA256_OF_FILE: Parameter = optional(
    SHA256_HEADER,
    || json!({"type": "string", "pattern": pattern::SHA256}),
    "SHA-256 of the file, 64 lower-case hex digits. Absent until the server holds the complete file and has accepted it.",
);
pub(crate) const SHA256_OF_PREFIX: Parameter = optional(
    PREFIX_SHA256_HEADER,
    || json!({"type": "string", "pattern": pattern::SHA256}),
    "SHA-256 of the bytes that the server holds, 64 lower-case hex digits. Absent while it holds none.",
);
pub(crate) const TAB: Parameter = optional(
    "tab",
    || json!({"type": "string", "default": "new", "enum": Tab::ALL}),
    "The tab to list.",
);
pub(crate) const PAGE: Parameter = optional(
    "page",
    || json!({"type": "integer", "minimum": 1, "maximum": u32::MAX, "default": 1}),
    "Number of the page, from 1. A page has at most 20 items.",
);
pub(crate) const BACK: Parameter = optional(
    "back",
    TEXT,
    "The page of the app to return to: path and query, without the host.",
);
pub(crate) const SHARED_DEVICE: Parameter = optional(
    "shared_device",
    || json!({"type": "boolean", "default": false}),
    "«Máy dùng chung»: true if several people use this device.",
);
pub(crate) const STATE: Parameter = optional(
    "state",
    TEXT,
    "The `state` of the authorization request (RFC 6749, section 4.1.2).",
);
pub(crate) const CODE: Parameter = optional(
    "code",
    TEXT,
    "The authorization code (RFC 6749, section 4.1.2). Absent if the provider refused.",
);
pub(crate) const ISSUER: Parameter =
    optional("iss", TEXT, "The issuer of the response (RFC 9207).");
pub(crate) const ERROR: Parameter = optional(
    "error",
    TEXT,
    "Why the provider refused (RFC 6749, section 4.1.2.1).",
);
