//! The contract as an OpenAPI 3.1 document, generated from the endpoints and types, so that it can't contradict the code.
//! Committed as `public/openapi.json`; never compiled into the app.

mod account_operations;
mod descriptions;
mod draft_operations;
mod header;
mod operation;
mod operations;
pub(crate) mod pattern;

use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

use crate::endpoint::{Access, Endpoint};
use descriptions::{ProblemDescriptions, endpoint_docs};
use header::{CSRF, Header};
use operation::Operation;

/// JSON Pointer to the schemas of the types.
const SCHEMAS: &str = "/components/schemas";

/// The document as formatted JSON.
///
/// # Errors
/// Never in practice: a JSON value can always be serialized.
pub fn text() -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&document())
}

/// The document.
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

Texts are Unicode NFC; lengths count Unicode characters. An optional member may be absent or `null`, which mean the same \
unless its description distinguishes them. Clients must ignore members that they don't know; a backend refuses unknown \
members of a request. Numbers such as R4.16 refer to the requirements in the source documents of the project.";

/// The document while it is being built.
pub(crate) struct DocumentBuilder {
    generator: SchemaGenerator,
    paths: Map<String, Value>,
    problems: ProblemDescriptions,
}

impl DocumentBuilder {
    fn new() -> DocumentBuilder {
        let settings = SchemaSettings::draft2020_12().with(|settings| {
            settings.definitions_path = SCHEMAS.into();
            settings.meta_schema = None;
        });
        DocumentBuilder {
            generator: settings.into_generator(),
            paths: Map::new(),
            problems: ProblemDescriptions::load(),
        }
    }

    /// Adds one endpoint. `operation` tells what its types and method don't.
    pub(crate) fn add<Body, Answer>(
        &mut self,
        endpoint: &Endpoint<Body, Answer>,
        operation: &Operation,
    ) where
        Body: schemars::JsonSchema + 'static,
        Answer: schemars::JsonSchema + 'static,
    {
        let mut object =
            operation.to_object::<Body, Answer>(endpoint, &mut self.generator, &self.problems);
        let (summary, description) = endpoint_docs(endpoint.name);
        object.insert("summary".to_owned(), json!(summary));
        object.insert("description".to_owned(), json!(description));
        object.insert("operationId".to_owned(), json!(endpoint.name));
        let mut parameters = Vec::new();
        if endpoint.method.is_unsafe() {
            parameters.push(CSRF.to_parameter());
        }
        parameters.extend(operation.request_headers.iter().map(Header::to_parameter));
        parameters.extend(operation.query.iter().map(Header::to_query_parameter));
        object.insert("parameters".to_owned(), Value::Array(parameters));
        let security = match endpoint.access {
            Access::Public => json!([]),
            Access::Citizen => json!([{"session": []}, {"bearer": []}]),
        };
        object.insert("security".to_owned(), security);
        let path = self
            .paths
            .entry(endpoint.path)
            .or_insert_with(|| json!({"parameters": operation::path_parameters(endpoint.path)}));
        if let Value::Object(methods) = path {
            let method = endpoint.method.as_str().to_ascii_lowercase();
            methods.insert(method, Value::Object(object));
        }
    }
}

#[cfg(test)]
mod tests;
