//! Rules of the UI schema: an effect, and a condition on one answer or on all answers.

use crate::form::json_schema::Schema;

/// A rule of the UI schema.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) effect: Effect,
    pub(crate) condition: RuleCondition,
}

/// What a rule does to its element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Shown only while the condition holds.
    Show,
    /// Hidden while the condition holds.
    Hide,
    /// Enabled only while the condition holds.
    Enable,
    /// Disabled while the condition holds.
    Disable,
}

/// A condition on answers.
#[derive(Clone, Debug)]
pub(crate) struct RuleCondition {
    /// The question whose answer is checked. `None`: all answers, as one object.
    pub(crate) question_id: Option<String>,
    /// The schema that the answer must be valid against.
    pub(crate) schema: Schema,
    /// Whether the condition fails while the question has no answer.
    pub(crate) fail_when_undefined: bool,
}

impl Rule {
    /// Whether the rule can hide its element.
    pub(crate) fn can_hide(&self) -> bool {
        match self.effect {
            Effect::Show | Effect::Hide => true,
            Effect::Enable | Effect::Disable => false,
        }
    }
}
