//! Rules of the UI schema: an effect, and a condition on an answer or on all of them.

use serde_json::Value;

use super::condition::Asked;
use super::load_fault::{LoadFault, LoadReason, below};
use super::schema::{Patterns, Rules, object, text};

/// A rule of the UI schema.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) effect: Effect,
    pub(super) condition: Asked,
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
        let condition = rule.get("condition").unwrap_or(&Value::Null);
        Ok(Rule {
            effect,
            condition: Asked::read(condition, root, patterns, &below(at, "condition"))?,
        })
    }

    pub(super) fn hides(&self) -> bool {
        matches!(self.effect, Effect::Show | Effect::Hide)
    }
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
