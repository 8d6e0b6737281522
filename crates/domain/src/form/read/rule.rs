//! Reads a rule of the UI schema, and its condition.

use serde_json::Value;

use super::fields::refuse_unknown_members;
use super::property_names::{property_of_scope, refuse_unknown_properties};
use crate::form::json_schema::{
    Cursor, Keywords, LoadError, LoadErrorReason, PatternCompiler, Schema, child_pointer,
    expect_text, refuse_contradictions,
};
use crate::form::model::{Effect, Rule, RuleCondition};

/// Reads the rule at `pointer`.
pub(super) fn read_rule(
    rule: &Value,
    root: &Keywords,
    compiler: PatternCompiler,
    pointer: &str,
) -> Result<Rule, LoadError> {
    refuse_unknown_members(rule, &["effect", "condition"], pointer)?;
    let effect_pointer = child_pointer(pointer, "effect");
    let effect = rule.get("effect").unwrap_or(&Value::Null);
    let effect = match expect_text(effect, &effect_pointer)? {
        "SHOW" => Effect::Show,
        "HIDE" => Effect::Hide,
        "ENABLE" => Effect::Enable,
        "DISABLE" => Effect::Disable,
        other => {
            let reason = LoadErrorReason::UnknownElement;
            return Err(LoadError::new(reason, other, &effect_pointer));
        }
    };
    let condition = rule.get("condition").unwrap_or(&Value::Null);
    let pointer = child_pointer(pointer, "condition");
    Ok(Rule {
        effect,
        condition: read_condition(condition, root, compiler, &pointer)?,
    })
}

/// Reads the condition at `pointer`.
///
/// # Errors
/// [`LoadError`] if the condition refers to a property that `root` lacks, or if its schema is outside the supported
/// subset or can't be fulfilled.
pub(crate) fn read_condition(
    condition: &Value,
    root: &Keywords,
    compiler: PatternCompiler,
    pointer: &str,
) -> Result<RuleCondition, LoadError> {
    refuse_unknown_members(
        condition,
        &["scope", "schema", "failWhenUndefined"],
        pointer,
    )?;
    let scope = condition.get("scope").unwrap_or(&Value::Null);
    let question_id = match scope.as_str() {
        Some("#" | "#/") => None,
        _ => {
            let pointer = child_pointer(pointer, "scope");
            Some(property_of_scope(root, scope, &pointer)?)
        }
    };
    let json = condition.get("schema").unwrap_or(&Value::Null);
    let pointer = child_pointer(pointer, "schema");
    let schema = Schema::load(json, &Cursor::new(&pointer, compiler))?;
    refuse_contradictions(json, compiler, &pointer)?;
    if question_id.is_none() {
        refuse_unknown_properties(&schema, root, &pointer)?;
    }
    Ok(RuleCondition {
        question_id,
        schema,
        fail_when_undefined: condition.get("failWhenUndefined") == Some(&Value::Bool(true)),
    })
}
