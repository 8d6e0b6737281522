//! The contract as an OpenAPI 3.1 document, built from the endpoint values and the types themselves, so
//! that it can't say anything else than the code. Committed as `public/openapi.json`; never compiled
//! into the app.

mod header;
pub(crate) mod pattern;
mod operation;
mod account_operations;
mod draft_operations;
mod operations;

use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

use crate::endpoint::{Access, Endpoint};
use crate::limits::CSRF_HEADER;
use header::Header;
use operation::Operation;

/// Where the types' schemas stand in the document.
const SCHEMAS: &str = "/components/schemas";

/// The document, ready to be written to a file.
///
/// # Errors
/// Never in practice: a JSON value can always be written.
pub fn text() -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&document())
}

/// The document.
pub fn document() -> Value {
    let mut book = Book::new();
    operations::describe(&mut book);
    let schemas = book.generator.take_definitions(true);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Một Cửa",
            "version": "1",
            "summary": "What a backend of Một Cửa keeps to.",
            "description": DESCRIPTION,
        },
        "servers": [{"url": "/api", "description": "Wherever the backend stands."}],
        "paths": book.paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "session": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "__Host-sid",
                    "description": "Set by a right code or a first password; Secure, HttpOnly, SameSite=Lax. \
                                    Over plain http on one's own machine a backend may call it `sid`.",
                },
                "bearer": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "For an app on another origin: the token that `Motcua-Bearer: 1` brought in the answer \
                                    that began the session. It is kept in memory alone.",
                },
            },
        },
    })
}

const DESCRIPTION: &str = "REST and JSON under one base address. Every refusal is a problem document \
(RFC 9457) with a stable `code`. Unsafe requests carry `Motcua-Request: 1`. Drafts are saved under \
`If-Match`; uploads speak tus 1.0 (core, creation, termination, expiration); sending is repeatable under \
`Idempotency-Key`. What belongs to another citizen is 404.";

/// The document while it is being written.
pub(crate) struct Book {
    generator: SchemaGenerator,
    paths: Map<String, Value>,
}

impl Book {
    fn new() -> Book {
        let settings = SchemaSettings::draft2020_12().with(|settings| {
            settings.definitions_path = SCHEMAS.into();
            settings.meta_schema = None;
        });
        Book {
            generator: settings.into_generator(),
            paths: Map::new(),
        }
    }

    /// Adds one endpoint.
    pub(crate) fn add<Body, Answer>(
        &mut self,
        endpoint: &Endpoint<Body, Answer>,
        operation: &Operation,
    ) where
        Body: schemars::JsonSchema + 'static,
        Answer: schemars::JsonSchema + 'static,
    {
        let mut described = operation.describe::<Body, Answer>(endpoint, &mut self.generator);
        described.insert("operationId".to_owned(), json!(endpoint.name));
        let mut parameters = Vec::new();
        if endpoint.method.is_unsafe() {
            parameters.push(CSRF.parameter());
        }
        parameters.extend(operation.asked.iter().map(Header::parameter));
        parameters.extend(operation.query.iter().map(Header::query));
        described.insert("parameters".to_owned(), Value::Array(parameters));
        let security = match endpoint.access {
            Access::Public => json!([]),
            Access::Citizen => json!([{"session": []}, {"bearer": []}]),
        };
        described.insert("security".to_owned(), security);
        let path = self
            .paths
            .entry(endpoint.path)
            .or_insert_with(|| json!({"parameters": operation::path_parameters(endpoint.path)}));
        if let Value::Object(methods) = path {
            let method = endpoint.method.as_str().to_ascii_lowercase();
            methods.insert(method, Value::Object(described));
        }
    }
}

const CSRF: Header = Header {
    name: CSRF_HEADER,
    required: true,
    schema: || json!({"type": "string", "enum": ["1"]}),
    about: "Proof that the request comes from a script of the same origin.",
};

#[cfg(test)]
mod tests;
