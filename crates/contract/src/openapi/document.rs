//! Assembles the OpenAPI document from the operations and the schemas.

use serde_json::{Value, json};

use super::builder::DocumentBuilder;
use super::{descriptions, operations};

/// The OpenAPI document as formatted JSON.
///
/// # Errors
/// Never in practice: a JSON value can always be serialized.
pub fn json_text() -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&document())
}

/// The OpenAPI document as a JSON value.
pub fn document() -> Value {
    let mut builder = DocumentBuilder::new();
    operations::add_all(&mut builder);
    let mut schemas = builder.generator.take_definitions(true);
    schemas.values_mut().for_each(descriptions::complete);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Một Cửa",
            "version": "1",
            "summary": "The contract between the app Một Cửa and a backend.",
            "description": DESCRIPTION,
        },
        "servers": [{"url": "/api", "description": "The base URL of the backend; the app reads its own from its page."}],
        "paths": builder.paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "session": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "__Host-sid",
                    "description": "The session cookie, set by the response that begins a session: Secure, HttpOnly, \
                                    SameSite=Lax. Over plain HTTP on a developer's machine a backend may name it `sid`.",
                },
                "bearer": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "For an app on another origin than the backend: the member `token` of the session, which \
                                    the request that began it asked for with `Motcua-Bearer: 1`. The app keeps it in memory \
                                    only.",
                },
            },
        },
    })
}

const DESCRIPTION: &str = "REST and JSON under one base URL.

A refusal is a problem document (RFC 9457) with a stable `code`; clients ignore its English texts and choose their own. \
What belongs to another citizen is answered with 404, as if it didn't exist.

Requests with an unsafe method carry `Motcua-Request: 1`, against cross-site request forgery. Drafts are saved with \
`If-Match`, and created and submitted with `Idempotency-Key`. Uploads use tus 1.0 (core, creation, termination, expiration).

Every response carries `Date` (RFC 9110). Clients judge whether a date is in the future by the day in Vietnam (UTC+7) at \
this time, not by their own clock.

Texts are Unicode NFC; lengths count Unicode characters. An optional member may be absent or `null`, which mean the same \
unless its description distinguishes them. Clients must ignore members that they don't know; a backend refuses unknown \
members of a request. Numbers such as R4.16 refer to the requirements in the source documents of the project.";
