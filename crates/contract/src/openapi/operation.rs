//! One endpoint as an OpenAPI operation. Everything that follows from the endpoint's method, access and types is added
//! here, so that the tables of operations contain only the rest.

use core::any::TypeId;

use schemars::JsonSchema;
use schemars::generate::SchemaGenerator;
use serde_json::{Map, Value, json};

use super::descriptions::ProblemDescriptions;
use super::parameter::{ETAG, Parameter};
use crate::draft::Draft;
use crate::endpoint::{Access, Endpoint};
use crate::pattern;
use crate::problem::{PROBLEM_MEDIA_TYPE, Problem, ProblemCode};

/// The properties of an OpenAPI operation that don't follow from the endpoint's method, access and types.
pub(crate) struct Operation {
    /// HTTP statuses of success, each with its meaning.
    pub(crate) successes: &'static [(u16, &'static str)],
    /// HTTP status and code of the problems that don't follow from method, access and types.
    pub(crate) problems: &'static [(u16, ProblemCode)],
    /// Headers of the request, in addition to those that follow from the method.
    pub(crate) request_headers: &'static [Parameter],
    /// Parameters in the query of the URL.
    pub(crate) query: &'static [Parameter],
    /// Headers of every successful response.
    pub(crate) response_headers: &'static [Parameter],
    /// A request body that isn't JSON: its media type, and its schema.
    pub(crate) raw_body: Option<RawBody>,
    /// Media types of a response body that isn't JSON.
    pub(crate) raw_responses: &'static [&'static str],
    /// Media type of a successful response.
    pub(crate) media_type: &'static str,
    /// Operations that use a value from this operation's response.
    pub(crate) links: &'static [Link],
}

/// The media type of a request body that isn't JSON, and a function that returns its media type object.
pub(crate) type RawBody = (&'static str, fn() -> Value);

/// Name of an operation, name of its parameter, and an OpenAPI runtime expression for the parameter's value.
pub(crate) type Link = (&'static str, &'static str, &'static str);

impl Operation {
    /// An operation with these HTTP statuses of success, and without further problems, headers or parameters.
    pub(crate) const fn plain(successes: &'static [(u16, &'static str)]) -> Operation {
        Operation {
            successes,
            problems: &[],
            request_headers: &[],
            query: &[],
            response_headers: &[],
            raw_body: None,
            raw_responses: &[],
            media_type: "application/json",
            links: &[],
        }
    }

    /// The OpenAPI operation object, without summary, description and parameters.
    pub(crate) fn to_object<Body, Answer>(
        &self,
        endpoint: &Endpoint<Body, Answer>,
        generator: &mut SchemaGenerator,
        descriptions: &ProblemDescriptions,
    ) -> Map<String, Value>
    where
        Body: JsonSchema + 'static,
        Answer: JsonSchema + 'static,
    {
        let mut object = Map::new();
        let has_json_body = !is_unit::<Body>();
        if has_json_body {
            let schema = generator.subschema_for::<Body>();
            let content = json!({"application/json": {"schema": schema}});
            object.insert(
                "requestBody".to_owned(),
                json!({"required": true, "content": content}),
            );
        } else if let Some((media_type, schema)) = self.raw_body {
            let content = Map::from_iter([(media_type.to_owned(), schema())]);
            object.insert(
                "requestBody".to_owned(),
                json!({"required": true, "content": content}),
            );
        }
        let mut responses = self.success_responses::<Answer>(generator);
        let problems = self.all_problems(endpoint, has_json_body);
        responses.extend(problem_responses(&problems, generator, descriptions));
        object.insert("responses".to_owned(), Value::Object(responses));
        object
    }

    fn success_responses<Answer: JsonSchema + 'static>(
        &self,
        generator: &mut SchemaGenerator,
    ) -> Map<String, Value> {
        let mut responses = Map::new();
        for (status, description) in self.successes {
            let mut response = Map::from_iter([("description".to_owned(), json!(description))]);
            if !is_unit::<Answer>() && !matches!(status, 204 | 304) {
                let schema = generator.subschema_for::<Answer>();
                let media_type = (self.media_type.to_owned(), json!({"schema": schema}));
                let content = Value::Object(Map::from_iter([media_type]));
                response.insert("content".to_owned(), content);
            } else if !self.raw_responses.is_empty() {
                let raw = self.raw_responses.iter();
                let content = raw.map(|media_type| ((*media_type).to_owned(), json!({})));
                response.insert("content".to_owned(), Value::Object(content.collect()));
            }
            let headers = self.response_headers.iter();
            let headers: Map<String, Value> = headers
                .map(|header| (header.name.to_owned(), header.to_header_object()))
                .collect();
            if !headers.is_empty() {
                response.insert("headers".to_owned(), Value::Object(headers));
            }
            let links = self.links.iter();
            let links: Map<String, Value> = links
                .map(|(name, parameter, value)| {
                    let parameters = Map::from_iter([((*parameter).to_owned(), json!(value))]);
                    let link = json!({"operationId": name, "parameters": parameters});
                    ((*name).to_owned(), link)
                })
                .collect();
            if !links.is_empty() && *status != 304 {
                response.insert("links".to_owned(), Value::Object(links));
            }
            responses.insert(status.to_string(), Value::Object(response));
        }
        responses
    }

    /// The problems of the operation, sorted by status. Includes the problems that follow from method, access and
    /// types.
    fn all_problems<Body, Answer>(
        &self,
        endpoint: &Endpoint<Body, Answer>,
        has_json_body: bool,
    ) -> Vec<(u16, ProblemCode)> {
        let mut problems = self.problems.to_vec();
        if endpoint.method.is_unsafe() {
            problems.push((403, ProblemCode::MissingRequestHeader));
        }
        if endpoint.access == Access::Citizen {
            problems.push((401, ProblemCode::NotSignedIn));
        }
        if endpoint.path.contains('{') {
            problems.push((404, ProblemCode::NotFound));
        }
        // Every request can have a header or a query parameter that is too long.
        problems.push((400, ProblemCode::InvalidRequest));
        if has_json_body {
            problems.push((422, ProblemCode::InvalidAnswers));
            problems.push((408, ProblemCode::RequestTimeout));
            problems.push((413, ProblemCode::InvalidRequest));
            problems.push((415, ProblemCode::UnsupportedMediaType));
        }
        problems.push((500, ProblemCode::Internal));
        problems.sort_by_key(|(status, code)| (*status, *code));
        problems.dedup();
        problems
    }
}

/// Returns one response for each status. `version_conflict` has no problem document: its response body is the current
/// draft.
fn problem_responses(
    problems: &[(u16, ProblemCode)],
    generator: &mut SchemaGenerator,
    descriptions: &ProblemDescriptions,
) -> Map<String, Value> {
    let mut responses = Map::new();
    for group in problems.chunk_by(|one, next| one.0 == next.0) {
        let Some((status, _)) = group.first() else {
            continue;
        };
        let codes: Vec<ProblemCode> = group.iter().map(|(_, code)| *code).collect();
        let mut documents = codes.clone();
        documents.retain(|code| *code != ProblemCode::VersionConflict);
        let mut content = Map::new();
        let mut headers = Map::new();
        if !documents.is_empty() {
            let schema = json!({
                "allOf": [generator.subschema_for::<Problem>()],
                "properties": {"status": {"const": status}, "code": {"enum": documents}},
            });
            content.insert(PROBLEM_MEDIA_TYPE.to_owned(), json!({"schema": schema}));
        }
        if documents.len() < codes.len() {
            let schema = generator.subschema_for::<Draft>();
            content.insert("application/json".to_owned(), json!({"schema": schema}));
            let etag = Parameter {
                required: false,
                ..ETAG
            };
            headers.insert(ETAG.name.to_owned(), etag.to_header_object());
        }
        let description = descriptions.of_response(*status, &codes);
        let mut response = Map::from_iter([
            ("description".to_owned(), json!(description)),
            ("content".to_owned(), Value::Object(content)),
        ]);
        if !headers.is_empty() {
            response.insert("headers".to_owned(), Value::Object(headers));
        }
        responses.insert(status.to_string(), Value::Object(response));
    }
    responses
}

/// The OpenAPI parameter objects for the placeholders of a path.
pub(crate) fn path_parameters(path: &str) -> Vec<Value> {
    let placeholders = path.match_indices('{').filter_map(|(start, _)| {
        let (collection, rest) = path.split_at_checked(start)?;
        let name = rest.trim_start_matches('{').split('}').next()?;
        Some((collection, name))
    });
    let parameters = placeholders.map(|(collection, name)| {
        let schema = json!({"type": "string", "pattern": pattern::path_parameter()});
        let description = path_parameter_description(collection);
        json!({"name": name, "in": "path", "required": true, "description": description, "schema": schema})
    });
    parameters.collect()
}

/// The description of a path parameter. `collection` is the part of the path before the parameter, such as `/drafts/`.
fn path_parameter_description(collection: &str) -> &'static str {
    match collection {
        "/procedures/" => "National code of a procedure or group: `1.001193`.",
        "/forms/" => "Key of a form: `birth-registration`.",
        "/provinces/" => "Province code of the National Statistics Office: two digits.",
        "/challenges/" => "Id of a challenge, from the response that created it.",
        "/single-sign-on/" => "Key of an identity provider, from `sign_in` of `getPortal`.",
        "/account/devices/" => "Id of a device, from `getDevices`.",
        "/drafts/" => "Id of a draft.",
        "/uploads/" => {
            "Id of an attachment: the last segment of the `Location` that `postUpload` returned."
        }
        "/dossiers/" => "Dossier code: `H50.19.360-261122-0001`.",
        "/fees/" => "Id of a fee: `H50.19.360-261122-0001-20261122082000`.",
        "/payments/" => "Id of a payment, from `postPayment`.",
        "/dossiers/{code}/files/" => {
            "Id of a file, from `getDossier`, `getReceipt` or `getMessages`."
        }
        _ => "",
    }
}

fn is_unit<T: 'static>() -> bool {
    TypeId::of::<T>() == TypeId::of::<()>()
}
