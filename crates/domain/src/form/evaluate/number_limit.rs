//! The minimum or maximum of a number, for the message about a number beyond it.

use contract::form::Answers;
use serde_json::Value;

use super::effective_answers::effective_answers;
use crate::form::json_schema::Schema;
use crate::form::model::FormDefinition;

/// The limit that the present answers set for the number that answers a question.
///
/// `rule` is `minimum` or `maximum`; any other rule has no limit. If several limits apply, the strictest is returned.
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

/// Adds the limits of the property `id`, also those through `allOf`, `if` and dependent schemas.
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
