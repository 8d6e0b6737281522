//! A condition on answers: of a rule of the UI schema, of a paper, of a part of a group. Only answers that count
//! are looked at: what stands in a hidden question moves nothing.

use contract::form::{Answers, Condition};
use serde_json::Value;

use super::contradiction;
use super::definition::{Definition, known};
use super::load_fault::{LoadFault, LoadReason, below, unescaped};
use super::rule::only;
use super::schema::{Patterns, Rules, Schema, Spot, text};
use super::visible::{Visible, is_blank, visible};

/// A condition, read.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The question whose answer is judged; `None`: all answers.
    scope: Option<String>,
    schema: Schema,
    fail_when_undefined: bool,
}

impl Asked {
    /// Reads the condition that stands at `at`.
    pub(super) fn read(
        condition: &Value,
        root: &Rules,
        patterns: Patterns,
        at: &str,
    ) -> Result<Asked, LoadFault> {
        only(condition, &["scope", "schema", "failWhenUndefined"], at)?;
        let scope = condition.get("scope").unwrap_or(&Value::Null);
        let scope = match scope.as_str() {
            Some("#" | "#/") => None,
            _ => Some(question_in(root, scope, &below(at, "scope"))?),
        };
        let written = condition.get("schema").unwrap_or(&Value::Null);
        let at = below(at, "schema");
        let schema = Schema::load(written, &Spot::top(&at, patterns))?;
        contradiction::refuse(written, patterns, &at)?;
        if scope.is_none() {
            known(&schema, root, &at)?;
        }
        Ok(Asked {
            scope,
            schema,
            fail_when_undefined: condition.get("failWhenUndefined") == Some(&Value::Bool(true)),
        })
    }

    /// Whether it holds for the answers to questions that are to be seen.
    pub(super) fn holds(&self, answers: &Answers, seen: &Visible) -> bool {
        let counts = |id: &str, answer: &Value| seen.has(id) && !is_blank(answer);
        match &self.scope {
            Some(id) => match answers.get(id).filter(|answer| counts(id, answer)) {
                Some(answer) => self.schema.holds(answer),
                None => !self.fail_when_undefined && self.schema.holds_absent(),
            },
            None => {
                let all = answers.iter().filter(|(id, answer)| counts(id, answer));
                let all = all.map(|(id, answer)| (id.clone(), answer.clone()));
                self.schema.holds(&Value::Object(all.collect()))
            }
        }
    }
}

/// Whether a condition on a form's answers holds.
///
/// # Errors
/// [`LoadFault`] when it names a question that the form lacks, or its schema is outside the subset.
pub fn holds(
    definition: &Definition,
    answers: &Answers,
    condition: &Condition,
    patterns: Patterns,
) -> Result<bool, LoadFault> {
    let mut written = serde_json::Map::new();
    written.insert("scope".to_owned(), Value::from(condition.scope.as_str()));
    written.insert("schema".to_owned(), condition.schema.clone());
    let strict = Value::Bool(condition.fail_when_undefined);
    written.insert("failWhenUndefined".to_owned(), strict);
    let Some(root) = definition.schema.rules() else {
        return Ok(false);
    };
    let asked = Asked::read(&Value::Object(written), root, patterns, "/when")?;
    Ok(asked.holds(answers, &visible(definition, answers)))
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
