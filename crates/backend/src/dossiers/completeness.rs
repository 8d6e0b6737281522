//! Checks that a draft is complete. It needs an agency, valid answers, a complete file for every required component,
//! and a way to receive the result. The checks have the order of the app's pages, so that the app can lead the citizen
//! to the first page with a problem.

use std::collections::BTreeMap;

use contract::AnswerProblem;
use contract::draft::Delivery;
use contract::form::Answers;
use contract::place::PlaceRef;
use contract::procedure::{Component, Procedure};
use contract::receipt::ReceivedFile;
use contract::time::Day;
use domain::form::FormDefinition;
use domain::group::ComponentRequirement;

use super::answer_check;
use super::declarations::{self, PartDeclaration};
use crate::data::Data;
use crate::http::json_pointer::{answer_problem, child};
use crate::refusal::Refusal;
use crate::store::drafts::StoredDraft;
use crate::store::uploads::Upload;

/// The content of a complete draft, ready to become a dossier.
#[derive(Debug)]
pub(super) struct CompleteDossier {
    /// The procedure or group that the citizen files.
    pub(super) procedure: Procedure,
    /// Place of the agency that receives the dossier.
    pub(super) place: PlaceRef,
    /// Name of the agency that receives the dossier.
    pub(super) agency_name: String,
    /// The answers without those to hidden questions.
    pub(super) answers: Answers,
    /// How the citizen wants to receive the result.
    pub(super) delivery: Delivery,
    /// The attached files. A file that the answers don't need any more is left out.
    pub(super) files: Vec<ReceivedFile>,
    /// The parts that are filed, in processing order. Empty unless the procedure is a group.
    pub(super) parts: Vec<CompletePartDossier>,
}

/// The content of one part of a group, ready to become a dossier.
#[derive(Debug)]
pub(super) struct CompletePartDossier {
    /// Key of the part.
    pub(super) key: String,
    /// Description of the part's result.
    pub(super) result: String,
    /// Keys of the filed parts that must be finished before this part can start.
    pub(super) after: Vec<String>,
    /// The procedure that is filed for the part.
    pub(super) procedure: Procedure,
    /// Place of the agency that receives the part.
    pub(super) place: PlaceRef,
    /// Name of the agency that receives the part.
    pub(super) agency_name: String,
    /// Key of the form of the part's declaration.
    pub(super) form: String,
    /// The answers of the part's declaration.
    pub(super) answers: Answers,
    /// How the citizen wants to receive the part's result.
    pub(super) delivery: Delivery,
    /// The attached files that this part needs.
    pub(super) files: Vec<ReceivedFile>,
}

/// Checks a draft and returns its content. The content of the files isn't checked here.
pub(super) fn check_complete(
    draft: &StoredDraft,
    uploads: &[Upload],
    data: &Data,
    today: &Day,
) -> Result<CompleteDossier, Refusal> {
    let procedure = data
        .procedure(&draft.procedure)
        .ok_or(Refusal::ProcedureWithdrawn)?;
    let form = data
        .form(&draft.form)
        .filter(|form| form.key == procedure.form)
        .ok_or_else(|| Refusal::FormChanged(Vec::new()))?;
    let place = draft.agency.clone().ok_or_else(|| missing("/agency"))?;
    let agency_name = data
        .agency_name(procedure, &place)
        .ok_or_else(|| missing("/agency"))?;
    let definition = data
        .definition(&draft.form)
        .ok_or_else(|| Refusal::internal("a form in the data isn't loaded"))?;
    let answers = answer_check::validate_answers(&draft.answers, form, data, today)?;
    let declarations =
        declarations::build_declarations(procedure, definition, draft, &answers, data)?;
    refuse_unknown_components(procedure, uploads)?;
    require_attachments(procedure, definition, draft, uploads, data)?;
    let delivery = draft.delivery.clone().ok_or_else(|| missing("/delivery"))?;
    let as_answered = draft.clone().into_api(Vec::new(), data);
    let sent = uploads
        .iter()
        .filter(|upload| data.is_sent(&upload.component, procedure, definition, &as_answered));
    let files = received_files(procedure, sent);
    let filed: Vec<String> = declarations
        .iter()
        .map(|declared| declared.filed.part.key.clone())
        .collect();
    let parts = declarations.into_iter().map(|declared| {
        let choice = draft.parts.get(&declared.filed.part.key);
        let choice = choice.cloned().unwrap_or_default();
        let place = choice.agency.unwrap_or_else(|| place.clone());
        let delivery = choice.delivery.unwrap_or_else(|| delivery.clone());
        let files = files_of(&declared.filed.part.key, procedure, &files);
        complete_part(declared, &filed, place, delivery, files, data)
    });
    Ok(CompleteDossier {
        parts: parts.collect::<Result<_, _>>()?,
        procedure: procedure.clone(),
        place,
        agency_name,
        answers,
        delivery,
        files,
    })
}

/// Collects the content of one filed part. The caller passes the agency and delivery that the citizen chose for this
/// part, or those of the group if the citizen chose none for the part.
fn complete_part(
    declared: PartDeclaration<'_>,
    filed: &[String],
    place: PlaceRef,
    delivery: Delivery,
    files: Vec<ReceivedFile>,
    data: &Data,
) -> Result<CompletePartDossier, Refusal> {
    let PartDeclaration {
        filed: domain::group::FiledPart {
            part,
            procedure: by,
        },
        answers,
    } = declared;
    let procedure = data
        .procedure(&by.procedure.key)
        .ok_or(Refusal::ProcedureWithdrawn)?;
    let agency_name = data
        .agency_name(procedure, &place)
        .ok_or_else(|| missing(&child(&child("/parts", &part.key), "agency")))?;
    let predecessors = part.after.iter().filter(|key| filed.contains(key));
    Ok(CompletePartDossier {
        key: part.key.clone(),
        result: part.result.clone(),
        after: predecessors.cloned().collect(),
        procedure: procedure.clone(),
        place,
        agency_name,
        form: by.form.clone(),
        answers,
        delivery,
        files,
    })
}

/// Returns the files for one part: files of components that this part needs, and files of components that aren't
/// assigned to any part.
fn files_of(part: &str, procedure: &Procedure, files: &[ReceivedFile]) -> Vec<ReceivedFile> {
    let is_for_others = |file: &&ReceivedFile| {
        let mut components = components(procedure);
        components
            .find(|component| component.code == file.component)
            .is_some_and(|component| {
                let parts = &component.parts;
                !parts.is_empty() && !parts.iter().any(|key| key == part)
            })
    };
    let files = files.iter().filter(|file| !is_for_others(file));
    files.cloned().collect()
}

fn components(procedure: &Procedure) -> impl Iterator<Item = &Component> {
    procedure
        .component_groups
        .iter()
        .flat_map(|group| &group.components)
}

/// Returns 409 with one problem for each file whose component the procedure no longer has. The citizen must remove the
/// file, because nobody could say what it is for.
fn refuse_unknown_components(procedure: &Procedure, uploads: &[Upload]) -> Result<(), Refusal> {
    let is_known = |code: &str| components(procedure).any(|component| component.code == code);
    let unknown: Vec<AnswerProblem> = uploads
        .iter()
        .filter(|upload| !is_known(&upload.component))
        .map(|upload| answer_problem(attachment_pointer(&upload.component), "unknown"))
        .collect();
    match unknown.is_empty() {
        true => Ok(()),
        false => Err(Refusal::FormChanged(unknown)),
    }
}

/// Returns 422 with one problem for each required component that has no complete file.
fn require_attachments(
    procedure: &Procedure,
    form: &FormDefinition,
    draft: &StoredDraft,
    uploads: &[Upload],
    data: &Data,
) -> Result<(), Refusal> {
    let draft = draft.clone().into_api(Vec::new(), data);
    let missing: Vec<AnswerProblem> = components(procedure)
        .filter(|component| {
            data.need(component, procedure, form, &draft) == ComponentRequirement::File
        })
        .filter(|component| {
            !uploads
                .iter()
                .any(|upload| upload.component == component.code && upload.sha256.is_some())
        })
        .map(|component| answer_problem(attachment_pointer(&component.code), "required"))
        .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(Refusal::IncompleteDossier(missing))
    }
}

/// Converts the uploads to the form in which the receipt lists them.
fn received_files<'a>(
    procedure: &Procedure,
    uploads: impl Iterator<Item = &'a Upload>,
) -> Vec<ReceivedFile> {
    let labels: BTreeMap<&str, &str> = components(procedure)
        .map(|component| (component.code.as_str(), component.label.as_str()))
        .collect();
    uploads
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

/// JSON Pointer to the files of a component, such as `/attachments/000.00.00.G15-KQ004389`.
pub(crate) fn attachment_pointer(component: &str) -> String {
    child("/attachments", component)
}

/// Creates a 422 refusal: the value at `pointer` is required.
fn missing(pointer: &str) -> Refusal {
    Refusal::IncompleteDossier(vec![answer_problem(pointer, "required")])
}
