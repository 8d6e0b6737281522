//! Checks conditions that are written outside the form: in a required component, or in a part of a group.

use contract::form::{Answers, Condition};
use serde_json::Value;

use super::condition::condition_holds;
use super::visibility::visible_elements;
use crate::form::json_schema::{LoadError, PatternCompiler};
use crate::form::model::FormDefinition;
use crate::form::read::read_condition;

/// Whether a condition holds for the answers to a form.
///
/// # Errors
/// [`LoadError`] if the condition refers to a question that the form lacks, or if its schema is outside the supported
/// subset.
pub fn is_condition_met(
    definition: &FormDefinition,
    answers: &Answers,
    condition: &Condition,
    compiler: PatternCompiler,
) -> Result<bool, LoadError> {
    let mut json = serde_json::Map::new();
    json.insert("scope".to_owned(), Value::from(condition.scope.as_str()));
    json.insert("schema".to_owned(), condition.schema.clone());
    json.insert(
        "failWhenUndefined".to_owned(),
        Value::Bool(condition.fail_when_undefined),
    );
    let Some(root) = definition.schema.keywords() else {
        return Ok(false);
    };
    let condition = read_condition(&Value::Object(json), root, compiler, "/when")?;
    let visible = visible_elements(definition, answers);
    Ok(condition_holds(&condition, answers, &visible))
}
