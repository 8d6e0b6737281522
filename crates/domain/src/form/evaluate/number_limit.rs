//! Finds the minimum or maximum of a number. The error message about a number beyond the limit states this limit.

use contract::form::Answers;
use serde_json::Value;

use super::effective_answers::effective_answers;
use crate::form::json_schema::Schema;
use crate::form::model::FormDefinition;

/// The limit for the number that answers the question `id`. The limit can depend on the other answers.
///
/// `rule` is `minimum` or `maximum`; for any other rule there is no limit. If several limits apply, the strictest limit
/// is returned.
pub fn number_limit(
    definition: &FormDefinition,
    answers: &Answers,
    id: &str,
    rule: &str,
) -> Option<f64> {
    let answers = Value::Object(effective_answers(definition, answers));
    let mut limits = Vec::new();
    collect_limits(&definition.schema, &answers, id, rule, &mut limits);
    let limits = limits.into_iter();
    match rule {
        "minimum" => limits.reduce(f64::max),
        _ => limits.reduce(f64::min),
    }
}

/// Adds to `limits` the limits of the property `id`. Includes the limits in `allOf`, `if` and dependent schemas.
fn collect_limits(schema: &Schema, answers: &Value, id: &str, rule: &str, limits: &mut Vec<f64>) {
    let (Some(keywords), Value::Object(members)) = (schema.keywords(), answers) else {
        return;
    };
    let property = keywords.object.properties.get(id);
    let limit = property
        .and_then(Schema::keywords)
        .and_then(|property| match rule {
            "minimum" => property.number.minimum,
            "maximum" => property.number.maximum,
            _ => None,
        });
    limits.extend(limit);
    for schema in keywords.applicable_schemas(answers, members) {
        collect_limits(schema, answers, id, rule, limits);
    }
}
