//! Rules of the UI schema. A rule has an effect, and a condition on one answer or on all answers.

use crate::form::json_schema::Schema;

/// A rule of the UI schema.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) effect: Effect,
    pub(crate) condition: RuleCondition,
}

/// The effect of a rule on its element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// The element is visible only while the condition holds.
    Show,
    /// The element is hidden while the condition holds.
    Hide,
    /// The element is enabled only while the condition holds.
    Enable,
    /// The element is disabled while the condition holds.
    Disable,
}

/// The condition of a rule, on one answer or on all answers.
#[derive(Clone, Debug)]
pub(crate) struct RuleCondition {
    /// Id of the question whose answer is checked. `None`: all answers are checked, as one object.
    pub(crate) question_id: Option<String>,
    /// The schema against which the answer must be valid.
    pub(crate) schema: Schema,
    /// Whether the condition is always false while the question has no answer.
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
