//! Rules of the UI schema: an effect, and a condition on an answer or on all of them.

use serde_json::Value;

use super::definition::known;
use super::load_fault::{LoadFault, LoadReason, below, unescaped};
use super::schema::{Patterns, Rules, Schema, Spot, object, text};

/// A rule of the UI schema.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) effect: Effect,
    /// The question whose answer is judged; `None`: all answers.
    pub(super) scope: Option<String>,
    pub(super) schema: Schema,
    pub(super) fail_when_undefined: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    Show,
    Hide,
    Enable,
    Disable,
}

impl Rule {
    /// Reads the rule that stands at `at`.
    pub(super) fn read(
        rule: &Value,
        root: &Rules,
        patterns: Patterns,
        at: &str,
    ) -> Result<Rule, LoadFault> {
        only(rule, &["effect", "condition"], at)?;
        let effect_at = below(at, "effect");
        let effect = match text(rule.get("effect").unwrap_or(&Value::Null), &effect_at)? {
            "SHOW" => Effect::Show,
            "HIDE" => Effect::Hide,
            "ENABLE" => Effect::Enable,
            "DISABLE" => Effect::Disable,
            other => {
                return Err(LoadFault::new(
                    LoadReason::UnknownElement,
                    other,
                    &effect_at,
                ));
            }
        };
        let at = below(at, "condition");
        let condition = rule.get("condition").unwrap_or(&Value::Null);
        only(condition, &["scope", "schema", "failWhenUndefined"], &at)?;
        let scope = condition.get("scope").unwrap_or(&Value::Null);
        let scope = match scope.as_str() {
            Some("#" | "#/") => None,
            _ => Some(question_in(root, scope, &below(&at, "scope"))?),
        };
        let schema = condition.get("schema").unwrap_or(&Value::Null);
        let fail_when_undefined = condition.get("failWhenUndefined") == Some(&Value::Bool(true));
        let at = below(&at, "schema");
        let schema = Schema::load(schema, &Spot::top(&at, patterns))?;
        if scope.is_none() {
            known(&schema, root, &at)?;
        }
        Ok(Rule {
            effect,
            scope,
            schema,
            fail_when_undefined,
        })
    }

    pub(super) fn hides(&self) -> bool {
        matches!(self.effect, Effect::Show | Effect::Hide)
    }
}

/// The property that a scope points to.
pub(super) fn question_in(root: &Rules, scope: &Value, at: &str) -> Result<String, LoadFault> {
    let scope = text(scope, at)?;
    let name = scope
        .strip_prefix("#/properties/")
        .filter(|name| !name.contains('/'))
        .map(unescaped);
    name.filter(|name| root.object.properties.contains_key(name))
        .ok_or_else(|| LoadFault::new(LoadReason::UnknownQuestion, scope, at))
}

/// Refuses members outside the subset.
pub(super) fn only(value: &Value, known: &[&str], at: &str) -> Result<(), LoadFault> {
    match object(value, at)?
        .keys()
        .find(|name| !known.contains(&name.as_str()))
    {
        Some(name) => Err(LoadFault::new(
            LoadReason::UnknownElement,
            name,
            &below(at, name),
        )),
        None => Ok(()),
    }
}
