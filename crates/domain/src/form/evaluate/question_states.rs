//! Computes everything that a page shows about its questions in one pass.

use std::collections::BTreeSet;

use contract::form::Answers;

use super::required::required_among;
use super::visibility::{disabled_among, visible_elements};
use crate::form::model::{ElementIds, FormDefinition};

/// The questions and other elements that are visible, disabled or required.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionStates {
    /// The visible elements.
    pub visible: ElementIds,
    /// The visible questions that are disabled.
    pub disabled: ElementIds,
    /// The questions that must be answered.
    pub required: BTreeSet<String>,
}

/// The same as [`visible_elements`], [`disabled_questions`](super::disabled_questions) and
/// [`required_questions`](super::required_questions) together. A page needs all three after every typed character, and
/// this function computes the visible elements only once.
pub fn question_states(definition: &FormDefinition, answers: &Answers) -> QuestionStates {
    let visible = visible_elements(definition, answers);
    QuestionStates {
        disabled: disabled_among(definition, answers, &visible),
        required: required_among(definition, answers, &visible),
        visible,
    }
}
