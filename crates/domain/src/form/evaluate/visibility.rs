//! Finds the visible questions, and the visible questions that are disabled.
//!
//! The answer to a hidden question is kept, so that it is there when the question becomes visible again. Until then the
//! answer is not effective, and rules treat it as missing.

use contract::form::Answers;

use super::condition::condition_holds;
use crate::form::model::{Effect, ElementIds, FormDefinition, PageElement, Question, QuestionPage};

/// The longest chain of questions in which each answer shows the next question. Rules that contradict each other never
/// reach a stable result; for them the result of the last round is used.
const MAX_ROUNDS: usize = 64;

/// The ids of the elements that are visible with these answers.
pub fn visible_elements(definition: &FormDefinition, answers: &Answers) -> ElementIds {
    let elements = || definition.pages.iter().flat_map(QuestionPage::elements);
    let id = |element: &PageElement| element.id().to_owned();
    let mut visible: ElementIds = elements().map(id).collect();
    for _ in 0..MAX_ROUNDS {
        let outcomes = rule_outcomes(definition, answers, &visible);
        let is_shown = |element: &&PageElement| {
            let mut rules = element.rules().iter();
            !rules.any(|index| matches!(outcomes.get(*index), Some(RuleOutcome::Hidden)))
        };
        let now: ElementIds = elements().filter(is_shown).map(id).collect();
        if now == visible {
            break;
        }
        visible = now;
    }
    visible
}

/// The ids of the questions that are visible but disabled.
pub fn disabled_questions(definition: &FormDefinition, answers: &Answers) -> ElementIds {
    let visible = visible_elements(definition, answers);
    disabled_among(definition, answers, &visible)
}

/// Like [`disabled_questions`], for callers that have computed the visible elements already.
pub(super) fn disabled_among(
    definition: &FormDefinition,
    answers: &Answers,
    visible: &ElementIds,
) -> ElementIds {
    let outcomes = rule_outcomes(definition, answers, visible);
    let is_disabled = |question: &&Question| {
        let mut rules = question.rules.iter();
        visible.contains(&question.id)
            && rules.any(|index| matches!(outcomes.get(*index), Some(RuleOutcome::Disabled)))
    };
    let disabled = definition.questions().filter(is_disabled);
    disabled.map(|question| question.id.clone()).collect()
}

/// What a rule does to its element, given the answers of the citizen.
#[derive(Clone, Copy)]
enum RuleOutcome {
    NoEffect,
    Hidden,
    Disabled,
}

/// What every rule does to its element, in the order of the rules in the form definition.
fn rule_outcomes(
    definition: &FormDefinition,
    answers: &Answers,
    visible: &ElementIds,
) -> Vec<RuleOutcome> {
    let outcomes = definition.rules.iter().map(|rule| {
        let holds = condition_holds(&rule.condition, answers, visible);
        match (rule.effect, holds) {
            (Effect::Show, false) | (Effect::Hide, true) => RuleOutcome::Hidden,
            (Effect::Enable, false) | (Effect::Disable, true) => RuleOutcome::Disabled,
            (Effect::Show | Effect::Enable, true) | (Effect::Hide | Effect::Disable, false) => {
                RuleOutcome::NoEffect
            }
        }
    });
    outcomes.collect()
}
