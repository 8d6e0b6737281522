//! The declarations of a group (R4.16): from the answers of its one form, one for each part that is filed, each held
//! to the rules of its own form. What doesn't hold is told at the question where the citizen can change it.

use contract::AnswerProblem;
use contract::form::Answers;
use contract::group::{AnswerSource, PartProcedure};
use contract::place::PlaceRef;
use contract::procedure::Procedure;
use domain::form::{Definition, answer_at, check, counted};
use domain::group::{FiledPart, asked_at, declaration};

use crate::data::Data;
use crate::http::json_pointer::{answer_problem, child};
use crate::refusal::Refusal;
use crate::store::drafts::StoredDraft;

/// A part that is filed, with its declaration.
pub(super) struct PartDeclaration<'a> {
    /// The part, and the procedure that settles it.
    pub(super) filed: FiledPart<'a>,
    /// The answers of its declaration.
    pub(super) answers: Answers,
}

/// The declarations that a group's answers call for; none for a single procedure.
pub(super) fn build_declarations<'a>(
    procedure: &'a Procedure,
    form: &Definition,
    draft: &StoredDraft,
    answers: &Answers,
    data: &Data,
) -> Result<Vec<PartDeclaration<'a>>, Refusal> {
    let mut declared = Vec::new();
    let mut problems: Vec<AnswerProblem> = Vec::new();
    for filed in data.filed_parts(procedure, form, answers) {
        let own = data.definition(&filed.by.form).ok_or_else(|| {
            Refusal::internal("a part names a form that is no longer in the data")
        })?;
        let choice = draft.parts.get(&filed.part.key);
        let delivery = choice.and_then(|choice| choice.delivery.as_ref());
        let delivery = delivery.or(draft.delivery.as_ref());
        let place_name = |place: &PlaceRef| data.place_name(place);
        let made = declaration(filed.by, form, answers, delivery, &place_name);
        for found in check(own, &made) {
            if let Some(told) = to_form_problem(found, filed, delivery.is_none())
                && !problems.contains(&told)
            {
                problems.push(told);
            }
        }
        declared.push(PartDeclaration {
            filed,
            answers: counted(own, &made),
        });
    }
    match problems.is_empty() {
        true => Ok(declared),
        false => Err(Refusal::InvalidAnswers(problems)),
    }
}

/// A problem of a declaration as one of the group's form; none where there is nothing to be done now: what comes
/// later is added by the office, and a missing way to receive the result is told as such.
fn to_form_problem(
    found: AnswerProblem,
    filed: FiledPart<'_>,
    undelivered: bool,
) -> Option<AnswerProblem> {
    let FiledPart { part, by } = filed;
    let id = answer_at(&found).unwrap_or_default();
    let source = by.declaration.get(&id);
    match source {
        Some(AnswerSource::Later(_)) => return None,
        Some(AnswerSource::Delivery) if undelivered => return None,
        Some(AnswerSource::Delivery) => return Some(answer_problem("/delivery", &found.rule)),
        _ => {}
    }
    let Some(question) = source.and_then(asked_at) else {
        log_unfixable(by, &id);
        return Some(answer_problem(child("/parts", &part.key), &found.rule));
    };
    let mut pointer = child("/answers", question);
    if matches!(source, Some(AnswerSource::From(_))) {
        // The same answer has the same members.
        let inside = found.pointer.strip_prefix(&child("/answers", &id));
        pointer.push_str(inside.unwrap_or_default());
    }
    Some(answer_problem(pointer, &found.rule))
}

/// No answer of the citizen mends it, so the operator is told.
fn log_unfixable(by: &PartProcedure, id: &str) {
    tracing::error!(
        procedure = by.procedure.key,
        form = by.form,
        question = id,
        "a declaration can't be made from the answers of its group"
    );
}
