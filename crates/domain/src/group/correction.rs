//! Carries a corrected answer from the declaration of one part into the group's form, and from there into the
//! declarations of the other parts. Otherwise the agencies would work with different names of the same child.

use std::collections::BTreeSet;

use contract::dossier::ChangedAnswer;
use contract::form::Answers;
use contract::group::{AnswerSource, PartProcedure};
use contract::place::PlaceRef;

use super::declaration::{build_declaration, placeholders};
use crate::form::FormDefinition;

/// Applies corrected answers of a part's declaration to the answers of the group's form. Only an answer that the
/// declaration copies from a question changes; a composed text can't be taken apart. Returns the ids of the changed
/// questions.
pub fn apply_correction(
    procedure: &PartProcedure,
    corrected: &[ChangedAnswer],
    answers: &mut Answers,
) -> BTreeSet<String> {
    let mut questions = BTreeSet::new();
    for answer in corrected {
        let Some(AnswerSource::From(id)) = procedure.declaration.get(&answer.question) else {
            continue;
        };
        if answers.get(id) == answer.after.as_ref() {
            continue;
        }
        match &answer.after {
            Some(after) => answers.insert(id.clone(), after.clone()),
            None => answers.remove(id),
        };
        questions.insert(id.clone());
    }
    questions
}

/// Rebuilds those answers of a part's declaration that are made from one of `questions`. All others stay: the agency
/// may have had them corrected on their own. `answers` are the answers of the group's form.
pub fn rebuild_answers(
    procedure: &PartProcedure,
    form: &FormDefinition,
    answers: &Answers,
    questions: &BTreeSet<String>,
    place_name: &dyn Fn(&PlaceRef) -> Option<String>,
    declaration: &Answers,
) -> Answers {
    let mut rebuilt = declaration.clone();
    let built = build_declaration(procedure, form, answers, None, place_name);
    for (id, source) in &procedure.declaration {
        if !depends_on(source, questions) {
            continue;
        }
        match built.get(id) {
            Some(answer) => rebuilt.insert(id.clone(), answer.clone()),
            None => rebuilt.remove(id),
        };
    }
    rebuilt
}

fn depends_on(source: &AnswerSource, questions: &BTreeSet<String>) -> bool {
    match source {
        AnswerSource::From(id) => questions.contains(id),
        AnswerSource::Text(template) => placeholders(template).any(|id| questions.contains(id)),
        AnswerSource::Value(_)
        | AnswerSource::Later(_)
        | AnswerSource::Delivery
        | AnswerSource::Other => false,
    }
}
