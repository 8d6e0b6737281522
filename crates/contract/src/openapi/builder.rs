//! Builds the OpenAPI document from the endpoints, one operation at a time.

use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

use super::descriptions::{ProblemDescriptions, endpoint_docs};
use super::operation::{Operation, path_parameters};
use super::parameter::{CSRF, Parameter};
use crate::endpoint::{Access, Endpoint};

/// JSON Pointer to the schemas of the contract's types in the document.
const SCHEMAS: &str = "/components/schemas";

/// The JSON Schema of the type `T`, without references to other schemas.
pub fn inlined_schema<T: schemars::JsonSchema>() -> Value {
    let settings =
        SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// The OpenAPI document while it is being built.
pub(crate) struct DocumentBuilder {
    /// Collects the schemas of the contract's types.
    pub(super) generator: SchemaGenerator,
    /// The path items that were added so far, by path.
    pub(super) paths: Map<String, Value>,
    problems: ProblemDescriptions,
}

impl DocumentBuilder {
    pub(super) fn new() -> DocumentBuilder {
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

    /// Adds one endpoint. `operation` contains what the types and the method of the endpoint don't show.
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
            parameters.push(CSRF.to_request_header_object());
        }
        parameters.extend(
            operation
                .request_headers
                .iter()
                .map(Parameter::to_request_header_object),
        );
        parameters.extend(operation.query.iter().map(Parameter::to_query_object));
        object.insert("parameters".to_owned(), Value::Array(parameters));
        let security = match endpoint.access {
            Access::Public => json!([]),
            Access::Citizen => json!([{"session": []}, {"bearer": []}]),
        };
        object.insert("security".to_owned(), security);
        let path = self
            .paths
            .entry(endpoint.path)
            .or_insert_with(|| json!({"parameters": path_parameters(endpoint.path)}));
        if let Value::Object(methods) = path {
            let method = endpoint.method.as_str().to_ascii_lowercase();
            methods.insert(method, Value::Object(object));
        }
    }
}
