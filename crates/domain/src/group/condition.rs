//! Optional conditions of components and part procedures.

use contract::form::{Answers, Condition};

use crate::form::{FormDefinition, PatternCompiler, is_condition_met};

/// Whether a condition holds for the answers. An absent condition always holds.
///
/// A condition that can't be read never holds; the backend refuses such data when it is loaded.
pub(super) fn is_met(
    condition: Option<&Condition>,
    form: &FormDefinition,
    answers: &Answers,
    compiler: PatternCompiler,
) -> bool {
    condition.is_none_or(|condition| {
        is_condition_met(form, answers, condition, compiler).unwrap_or(false)
    })
}
