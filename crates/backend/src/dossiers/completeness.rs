//! What a dossier needs before it can be sent: an agency, answers that hold, a whole file for every
//! required component, a way to receive the result. They are looked at in the order of the pages, so
//! that the citizen is sent to the first page at fault.

use std::collections::BTreeMap;

use contract::AnswerProblem;
use contract::draft::Delivery;
use contract::form::Answers;
use contract::place::PlaceRef;
use contract::procedure::{Attach, Component, Procedure};
use contract::receipt::ReceivedFile;
use contract::time::Day;

use super::answer_check;
use crate::data::Data;
use crate::drafts::draft_store::StoredDraft;
use crate::pointer::{below, problem};
use crate::refusal::Refusal;
use crate::uploads::upload_store::Upload;

/// A draft that lacks nothing.
#[derive(Debug)]
pub(super) struct Complete {
    /// Its procedure.
    pub(super) procedure: Procedure,
    /// Where its agency sits.
    pub(super) place: PlaceRef,
    /// Its agency.
    pub(super) agency_name: String,
    /// The answers that are part of the dossier.
    pub(super) answers: Answers,
    /// How to receive the result.
    pub(super) delivery: Delivery,
    /// Its files.
    pub(super) files: Vec<ReceivedFile>,
}

/// Looks at everything but the bytes of the files.
pub(super) fn complete(
    draft: &StoredDraft,
    uploads: &[Upload],
    data: &Data,
    today: &Day,
) -> Result<Complete, Refusal> {
    let procedure = data.procedure(&draft.procedure).ok_or_else(|| {
        Refusal::internal("a draft names a procedure that is no longer in the data")
    })?;
    let place = draft.agency.clone().ok_or_else(|| missing("/agency"))?;
    let agency_name = data
        .agency_name(procedure, &place)
        .ok_or_else(|| missing("/agency"))?;
    let form = data
        .form(&draft.form)
        .ok_or_else(|| Refusal::internal("a draft names a form that is no longer in the data"))?;
    let answers = answer_check::accept(&draft.answers, form, data, today)?;
    require_attachments(procedure, uploads)?;
    let delivery = draft.delivery.clone().ok_or_else(|| missing("/delivery"))?;
    Ok(Complete {
        procedure: procedure.clone(),
        place,
        agency_name,
        answers,
        delivery,
        files: received(procedure, uploads),
    })
}

fn components(procedure: &Procedure) -> impl Iterator<Item = &Component> {
    procedure
        .component_groups
        .iter()
        .flat_map(|group| &group.components)
}

fn require_attachments(procedure: &Procedure, uploads: &[Upload]) -> Result<(), Refusal> {
    let bare: Vec<AnswerProblem> = components(procedure)
        .filter(|component| component.attach == Attach::Required)
        .filter(|component| {
            !uploads
                .iter()
                .any(|upload| upload.component == component.code && upload.sha256.is_some())
        })
        .map(|component| problem(attachment_pointer(&component.code), "required"))
        .collect();
    if bare.is_empty() {
        Ok(())
    } else {
        Err(Refusal::IncompleteDossier(bare))
    }
}

fn received(procedure: &Procedure, uploads: &[Upload]) -> Vec<ReceivedFile> {
    let labels: BTreeMap<&str, &str> = components(procedure)
        .map(|component| (component.code.as_str(), component.label.as_str()))
        .collect();
    uploads
        .iter()
        .map(|upload| ReceivedFile {
            id: upload.id.clone(),
            component: upload.component.clone(),
            component_label: labels
                .get(upload.component.as_str())
                .map_or_else(|| upload.component.clone(), |label| (*label).to_owned()),
            name: upload.name.clone(),
            size: upload.size,
            sha256: upload.sha256.clone().unwrap_or_default(),
        })
        .collect()
}

/// JSON Pointer to a component's files: `/attachments/000.00.00.G15-KQ004389`.
pub(super) fn attachment_pointer(component: &str) -> String {
    below("/attachments", component)
}

fn missing(pointer: &str) -> Refusal {
    Refusal::IncompleteDossier(vec![problem(pointer, "required")])
}
