//! Applies the body of the request `PATCH /drafts/{id}` to a draft. The caller stores the draft.

use contract::AnswerProblem;
use contract::draft::{DraftPatch, PartPatch};
use contract::procedure::{Component, Procedure};
use domain::draft::apply_part_patch;

use super::{answers, delivery};
use crate::data::Data;
use crate::http::json_pointer::{answer_problem, child};
use crate::refusal::Refusal;
use crate::store::drafts::StoredDraft;

/// Validates `patch` and applies it to the draft. The version of the draft increases only if something has changed. So
/// a repeated request causes no version conflict in another tab.
///
/// # Errors
///
/// 422 if the patch is invalid, 409 if the draft's procedure or form has changed. In both cases the draft stays unchanged.
pub(crate) fn apply_patch(
    draft: StoredDraft,
    patch: DraftPatch,
    data: &Data,
    now: i64,
) -> Result<StoredDraft, Refusal> {
    if draft.reply.is_some() {
        return apply_reply_patch(draft, patch, data, now);
    }
    let procedure = data
        .procedure(&draft.procedure)
        .ok_or(Refusal::ProcedureWithdrawn)?;
    let form = data
        .form(&draft.form)
        .filter(|form| form.key == procedure.form)
        .ok_or_else(|| Refusal::FormChanged(Vec::new()))?;
    let mut changed = draft.clone();
    if let Some(agency) = patch.agency {
        if data.place_name(&agency).is_none() {
            return Err(Refusal::invalid_property("/agency", "place"));
        }
        changed.agency = Some(agency);
    }
    if let Some(choice) = patch.delivery {
        let checked = delivery::validate_delivery(choice, "/delivery", data)
            .map_err(Refusal::InvalidAnswers)?;
        changed.delivery = Some(checked);
    }
    changed.for_whom = patch.for_whom.unwrap_or(changed.for_whom);
    for (code, needed) in patch.needed_components {
        if !has_component(procedure, &code) {
            let pointer = child("/papers", &code);
            return Err(Refusal::invalid_property(&pointer, "additionalProperties"));
        }
        changed.needed_components.insert(code, needed);
    }
    for (key, part) in patch.parts {
        let pointer = child("/parts", &key);
        if !has_part(procedure, &key) {
            return Err(Refusal::invalid_property(&pointer, "additionalProperties"));
        }
        let checked = validate_part(part, &pointer, data).map_err(Refusal::InvalidAnswers)?;
        apply_part_patch(changed.parts.entry(key).or_default(), checked);
    }
    let has_newer_form = form.version != draft.form_version;
    answers::merge(&mut changed.answers, patch.answers, form).map_err(|problems| {
        let is_unknown = |problem: &AnswerProblem| problem.rule == "additionalProperties";
        // The client still shows the questions of the older form.
        match has_newer_form && problems.iter().any(is_unknown) {
            true => Refusal::FormChanged(problems),
            false => Refusal::InvalidAnswers(problems),
        }
    })?;
    if changed != draft {
        changed.version = draft.version.saturating_add(1);
        changed.updated_at = now;
    }
    Ok(changed)
}

/// Applies a patch to a reply. It may contain only answers: agency, delivery and person stay as in the dossier.
fn apply_reply_patch(
    draft: StoredDraft,
    patch: DraftPatch,
    data: &Data,
    now: i64,
) -> Result<StoredDraft, Refusal> {
    let not_asked = [
        ("/agency", patch.agency.is_some()),
        ("/delivery", patch.delivery.is_some()),
        ("/for_whom", patch.for_whom.is_some()),
        ("/papers", !patch.needed_components.is_empty()),
        ("/parts", !patch.parts.is_empty()),
    ];
    if let Some((pointer, _)) = not_asked.into_iter().find(|(_, is_present)| *is_present) {
        return Err(Refusal::invalid_property(pointer, "additionalProperties"));
    }
    let form = data
        .form(&draft.form)
        .ok_or_else(|| Refusal::FormChanged(Vec::new()))?;
    let mut changed = draft.clone();
    answers::merge(&mut changed.answers, patch.answers, form).map_err(Refusal::InvalidAnswers)?;
    if changed != draft {
        changed.version = draft.version.saturating_add(1);
        changed.updated_at = now;
    }
    Ok(changed)
}

fn has_component(procedure: &Procedure, code: &str) -> bool {
    let groups = procedure.component_groups.iter();
    let mut components = groups.flat_map(|group| &group.components);
    components.any(|component: &Component| component.code == code)
}

fn has_part(procedure: &Procedure, key: &str) -> bool {
    procedure.parts.iter().any(|part| part.key == key)
}

/// Returns the agency and delivery of a part in canonical form. `at` is the JSON Pointer to the part in the request.
fn validate_part(patch: PartPatch, at: &str, data: &Data) -> Result<PartPatch, Vec<AnswerProblem>> {
    let PartPatch { agency, delivery } = patch;
    let place = agency.as_ref().and_then(Option::as_ref);
    if place.is_some_and(|place| data.place_name(place).is_none()) {
        return Err(vec![answer_problem(child(at, "agency"), "place")]);
    }
    let check = |choice| delivery::validate_delivery(choice, &child(at, "delivery"), data);
    let delivery = delivery.map(|choice| choice.map(check).transpose());
    Ok(PartPatch {
        agency,
        delivery: delivery.transpose()?,
    })
}
