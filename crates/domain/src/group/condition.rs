//! Checks the optional conditions of components and of part procedures.

use contract::form::{Answers, Condition};

use crate::form::{FormDefinition, PatternCompiler, is_condition_met};

/// Whether a condition holds for the answers. An absent condition always holds.
///
/// An invalid condition never holds. The backend refuses such a condition when it loads its data.
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
