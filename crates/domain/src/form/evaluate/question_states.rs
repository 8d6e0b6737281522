//! Everything that a page shows about its questions, computed in one pass.

use std::collections::BTreeSet;

use contract::form::Answers;

use super::required::required_among;
use super::visibility::{disabled_among, visible_elements};
use crate::form::model::{ElementIds, FormDefinition};

/// Which questions are visible, disabled and required.
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
/// [`required_questions`](super::required_questions), but computes the visible elements only once. A page needs all
/// three after every typed letter.
pub fn question_states(definition: &FormDefinition, answers: &Answers) -> QuestionStates {
    let visible = visible_elements(definition, answers);
    QuestionStates {
        disabled: disabled_among(definition, answers, &visible),
        required: required_among(definition, answers, &visible),
        visible,
    }
}
