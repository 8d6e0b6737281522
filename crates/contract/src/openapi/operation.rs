//! One endpoint in the words of OpenAPI: what its kind implies is added here, so that the table of
//! operations says only what is particular.

use core::any::TypeId;

use schemars::JsonSchema;
use schemars::generate::SchemaGenerator;
use serde_json::{Map, Value, json};

use super::header::{ETAG, Header};
use super::pattern;
use crate::draft::Draft;
use crate::endpoint::{Access, Endpoint};
use crate::problem::{PROBLEM_MEDIA_TYPE, Problem, ProblemCode};

/// What is particular to one endpoint.
pub(crate) struct Operation {
    pub(crate) summary: &'static str,
    /// Statuses of success, with what each means.
    pub(crate) answers: &'static [(u16, &'static str)],
    /// Refusals beyond those of its kind.
    pub(crate) refusals: &'static [(u16, ProblemCode)],
    /// Headers of the request.
    pub(crate) asked: &'static [Header],
    /// The query.
    pub(crate) query: &'static [Header],
    /// Headers of every success.
    pub(crate) answered: &'static [Header],
    /// Media type of a body that isn't JSON.
    pub(crate) raw_body: Option<&'static str>,
    /// Operations that go on with a part of this one's answer: the operation, its parameter, and where
    /// in the answer the value stands (a runtime expression of OpenAPI).
    pub(crate) leads_to: &'static [Link],
}

/// An operation, its parameter, and the expression of the parameter's value.
pub(crate) type Link = (&'static str, &'static str, &'static str);

impl Operation {
    /// An operation with nothing particular but its summary and its one success.
    pub(crate) const fn plain(
        summary: &'static str,
        answers: &'static [(u16, &'static str)],
    ) -> Operation {
        Operation {
            summary,
            answers,
            refusals: &[],
            asked: &[],
            query: &[],
            answered: &[],
            raw_body: None,
            leads_to: &[],
        }
    }

    /// The operation object without its parameters.
    pub(crate) fn describe<Body, Answer>(
        &self,
        endpoint: &Endpoint<Body, Answer>,
        generator: &mut SchemaGenerator,
    ) -> Map<String, Value>
    where
        Body: JsonSchema + 'static,
        Answer: JsonSchema + 'static,
    {
        let mut described = Map::new();
        described.insert("summary".to_owned(), json!(self.summary));
        let has_json_body = !is_nothing::<Body>();
        if has_json_body {
            let schema = generator.subschema_for::<Body>();
            let content = json!({"application/json": {"schema": schema}});
            described.insert(
                "requestBody".to_owned(),
                json!({"required": true, "content": content}),
            );
        } else if let Some(media_type) = self.raw_body {
            let content = Map::from_iter([(media_type.to_owned(), json!({}))]);
            described.insert(
                "requestBody".to_owned(),
                json!({"required": true, "content": content}),
            );
        }
        let mut responses = self.successes::<Answer>(generator);
        let refusals = self.all_refusals(endpoint, has_json_body);
        responses.extend(describe_refusals(&refusals, generator));
        described.insert("responses".to_owned(), Value::Object(responses));
        described
    }

    fn successes<Answer: JsonSchema + 'static>(
        &self,
        generator: &mut SchemaGenerator,
    ) -> Map<String, Value> {
        let mut responses = Map::new();
        for (status, about) in self.answers {
            let mut response = Map::from_iter([("description".to_owned(), json!(about))]);
            if !is_nothing::<Answer>() && !matches!(status, 204 | 304) {
                let schema = generator.subschema_for::<Answer>();
                let content = json!({"application/json": {"schema": schema}});
                response.insert("content".to_owned(), content);
            }
            let headers = self.answered.iter();
            let headers: Map<String, Value> = headers
                .map(|header| (header.name.to_owned(), header.answered()))
                .collect();
            if !headers.is_empty() {
                response.insert("headers".to_owned(), Value::Object(headers));
            }
            let links = self.leads_to.iter();
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

    fn all_refusals<Body, Answer>(
        &self,
        endpoint: &Endpoint<Body, Answer>,
        has_json_body: bool,
    ) -> Vec<(u16, ProblemCode)> {
        let mut refusals = self.refusals.to_vec();
        if endpoint.method.is_unsafe() {
            refusals.push((403, ProblemCode::MissingRequestHeader));
        }
        if endpoint.access == Access::Citizen {
            refusals.push((401, ProblemCode::NotSignedIn));
        }
        if endpoint.path.contains('{') {
            refusals.push((404, ProblemCode::NotFound));
        }
        if has_json_body {
            refusals.push((400, ProblemCode::InvalidRequest));
            refusals.push((413, ProblemCode::InvalidRequest));
            refusals.push((415, ProblemCode::UnsupportedMediaType));
        }
        refusals.push((500, ProblemCode::Internal));
        refusals.sort_by_key(|(status, code)| (*status, *code as u8));
        refusals.dedup();
        refusals
    }
}

fn describe_refusals(
    refusals: &[(u16, ProblemCode)],
    generator: &mut SchemaGenerator,
) -> Map<String, Value> {
    let mut responses = Map::new();
    for group in refusals.chunk_by(|one, next| one.0 == next.0) {
        let Some((status, _)) = group.first() else {
            continue;
        };
        let codes: Vec<ProblemCode> = group.iter().map(|(_, code)| *code).collect();
        let mut problems = codes.clone();
        problems.retain(|code| *code != ProblemCode::VersionConflict);
        let mut content = Map::new();
        let mut headers = Map::new();
        if !problems.is_empty() {
            let schema = json!({
                "allOf": [generator.subschema_for::<Problem>()],
                "properties": {"status": {"const": status}, "code": {"enum": problems}},
            });
            content.insert(PROBLEM_MEDIA_TYPE.to_owned(), json!({"schema": schema}));
        }
        if problems.len() < codes.len() {
            let schema = generator.subschema_for::<Draft>();
            content.insert("application/json".to_owned(), json!({"schema": schema}));
            headers.insert(
                ETAG.name.to_owned(),
                Header {
                    required: false,
                    ..ETAG
                }
                .answered(),
            );
        }
        let names = codes.iter().map(|code| json!(code)).collect::<Vec<_>>();
        let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
        let mut response = Map::from_iter([
            ("description".to_owned(), json!(names.join(", "))),
            ("content".to_owned(), Value::Object(content)),
        ]);
        if !headers.is_empty() {
            response.insert("headers".to_owned(), Value::Object(headers));
        }
        responses.insert(status.to_string(), Value::Object(response));
    }
    responses
}

/// The parameters in a path's braces.
pub(crate) fn path_parameters(path: &str) -> Vec<Value> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| {
            let schema = json!({"type": "string", "pattern": pattern::path_parameter()});
            json!({"name": name, "in": "path", "required": true, "schema": schema})
        })
        .collect()
}

fn is_nothing<T: 'static>() -> bool {
    TypeId::of::<T>() == TypeId::of::<()>()
}
