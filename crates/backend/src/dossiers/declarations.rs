//! The declarations of a group (R4.16). Each filed part gets a declaration. It is made from the answers to the group's
//! form and validated against the part's own form. If a declaration has a problem, the problem is reported for the
//! question of the group's form whose answer the citizen can change.

use contract::AnswerProblem;
use contract::form::Answers;
use contract::group::{AnswerSource, PartProcedure};
use contract::place::PlaceRef;
use contract::procedure::Procedure;
use domain::form::{FormDefinition, check_answers, effective_answers, problem_answer_id};
use domain::group::{FiledPart, build_declaration, source_question};

use crate::data::Data;
use crate::http::json_pointer::{answer_problem, child};
use crate::refusal::Refusal;
use crate::store::drafts::StoredDraft;

/// A filed part with its declaration.
pub(super) struct PartDeclaration<'a> {
    /// The part and its procedure.
    pub(super) filed: FiledPart<'a>,
    /// The answers of the declaration.
    pub(super) answers: Answers,
}

/// Builds the declarations of all parts that must be filed. Returns none for a procedure that isn't a group.
///
/// # Errors
///
/// 422 if a declaration is invalid.
pub(super) fn build_declarations<'a>(
    procedure: &'a Procedure,
    form: &FormDefinition,
    draft: &StoredDraft,
    answers: &Answers,
    data: &Data,
) -> Result<Vec<PartDeclaration<'a>>, Refusal> {
    let mut declared = Vec::new();
    let mut problems: Vec<AnswerProblem> = Vec::new();
    for filed in data.filed_parts(procedure, form, answers) {
        let own = data.definition(&filed.procedure.form).ok_or_else(|| {
            Refusal::internal("a part names a form that is no longer in the data")
        })?;
        let choice = draft.parts.get(&filed.part.key);
        let delivery = choice.and_then(|choice| choice.delivery.as_ref());
        let delivery = delivery.or(draft.delivery.as_ref());
        let place_name = |place: &PlaceRef| data.place_name(place);
        let answers = build_declaration(filed.procedure, form, answers, delivery, &place_name);
        for found in check_answers(own, &answers) {
            if let Some(problem) = to_form_problem(found, filed, delivery.is_none())
                && !problems.contains(&problem)
            {
                problems.push(problem);
            }
        }
        declared.push(PartDeclaration {
            filed,
            answers: effective_answers(own, &answers),
        });
    }
    match problems.is_empty() {
        true => Ok(declared),
        false => Err(Refusal::InvalidAnswers(problems)),
    }
}

/// Converts a problem of a declaration into a problem of the group's form. Returns `None` if the citizen can't solve
/// the problem now. This is so if the office adds the answer later, or if the delivery is missing, which another check
/// reports.
fn to_form_problem(
    found: AnswerProblem,
    filed: FiledPart<'_>,
    delivery_missing: bool,
) -> Option<AnswerProblem> {
    let FiledPart {
        part,
        procedure: by,
    } = filed;
    let id = problem_answer_id(&found).unwrap_or_default();
    let source = by.declaration.get(&id);
    match source {
        Some(AnswerSource::Later(_)) => return None,
        Some(AnswerSource::Delivery) if delivery_missing => return None,
        Some(AnswerSource::Delivery) => return Some(answer_problem("/delivery", &found.rule)),
        _ => {}
    }
    let Some(question) = source.and_then(source_question) else {
        log_unfixable(by, &id);
        return Some(answer_problem(child("/parts", &part.key), &found.rule));
    };
    let mut pointer = child("/answers", question);
    if matches!(source, Some(AnswerSource::From(_))) {
        // The whole answer is copied into the declaration, so a JSON Pointer inside the answer stays the same.
        let inside = found.pointer.strip_prefix(&child("/answers", &id));
        pointer.push_str(inside.unwrap_or_default());
    }
    Some(answer_problem(pointer, &found.rule))
}

/// Logs a problem that the citizen can't solve by changing an answer.
fn log_unfixable(by: &PartProcedure, id: &str) {
    tracing::error!(
        procedure = by.procedure.key,
        form = by.form,
        question = id,
        "a declaration can't be made from the answers of its group"
    );
}
