//! Copies the answers of a dossier into a new draft of the same form («Nộp hồ sơ tương tự»).

use contract::form::Answers;

use super::outdated_answers::outdated_answers;
use crate::form::model::{AnswerKind, FormDefinition};

/// The answers of a dossier with which another one begins.
///
/// Declarations are left out, because the citizen must make them again each time. Derived answers are left out, because
/// they are computed anew. So are answers that no longer fit the form. Dates are copied: the form checks them with the
/// day of the new dossier.
pub fn copied_answers(definition: &FormDefinition, answers: &Answers) -> Answers {
    let outdated = outdated_answers(definition, answers);
    let is_outdated = |id: &str| {
        let entry_prefix = [id, "/"].concat();
        let mut outdated = outdated.iter();
        outdated.any(|answer| answer.id == id || answer.id.starts_with(&entry_prefix))
    };
    let copied = definition.questions().filter(|question| {
        !matches!(
            question.kind,
            AnswerKind::Declaration | AnswerKind::DateInWords(_)
        ) && !is_outdated(&question.id)
    });
    copied
        .filter_map(|question| {
            let answer = answers.get(&question.id)?;
            Some((question.id.clone(), answer.clone()))
        })
        .collect()
}
