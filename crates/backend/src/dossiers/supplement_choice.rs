//! What the office can ask the citizen to correct or hand in later: the questions of the form that are visible with the
//! answers of the dossier, and the components that a file can be attached to.

use contract::place::PlaceRef;
use contract::procedure::{AttachmentRequirement, Component};
use domain::form::{AnswerKind, FormDefinition, Question, display_answer, visible_elements};
use rusqlite::Transaction;
use serde_json::Value;

use super::dossier_store::{self, StoredDossier};
use super::part_store;
use crate::data::Data;
use crate::refusal::Refusal;

/// The questions that the office can ask again. An answer that is computed from another one isn't asked.
pub(crate) fn questions<'a>(
    definition: &'a FormDefinition,
    dossier: &StoredDossier,
) -> Vec<&'a Question> {
    let visible = visible_elements(definition, &dossier.answers);
    definition
        .questions()
        .filter(|question| visible.contains(&question.id))
        .filter(|question| !matches!(question.kind, AnswerKind::DateInWords(_)))
        .collect()
}

/// The questions whose answers a certificate can show: those with an answer.
pub(crate) fn printed_questions<'a>(
    definition: &'a FormDefinition,
    dossier: &StoredDossier,
) -> Vec<&'a Question> {
    definition
        .questions()
        .filter(|question| dossier.answers.contains_key(&question.id))
        .collect()
}

/// An answer as the officer reads it.
pub(crate) fn answer_text(kind: &AnswerKind, answer: &Value, data: &Data) -> String {
    match (kind, answer) {
        (AnswerKind::Place, Value::Object(members)) => {
            let text = |name: &str| members.get(name).and_then(Value::as_str);
            let place = text("province").zip(text("commune"));
            let name = place.and_then(|(province, commune)| {
                data.place_name(&PlaceRef {
                    province: province.to_owned(),
                    commune: commune.to_owned(),
                })
            });
            let known = text("detail").into_iter().map(str::to_owned).chain(name);
            known.collect::<Vec<_>>().join(", ")
        }
        (AnswerKind::List(_), Value::Array(entries)) => format!("{} dòng", entries.len()),
        (_, Value::Bool(true)) => "có".to_owned(),
        (_, Value::Bool(false)) => "không".to_owned(),
        _ => display_answer(kind, answer),
    }
}

/// The components that the office can ask for. Those of a part are the components of its group that the part needs.
pub(crate) fn components(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
    data: &Data,
) -> Result<Vec<Component>, Refusal> {
    let (filed, part) = match &dossier.whole {
        None => (dossier.receipt.procedure.key.clone(), None),
        Some(whole) => {
            let parts = part_store::load_parts(transaction, whole)?;
            let code = &dossier.receipt.code;
            let mut same = parts.into_iter();
            let part = same.find(|part| part.dossier.receipt.code == *code);
            let group = dossier_store::find_for_officer(transaction, whole)?;
            (group.receipt.procedure.key, part.map(|part| part.key))
        }
    };
    let groups = data.procedure(&filed).map(|filed| &filed.component_groups);
    let components = groups.into_iter().flatten();
    let components = components.flat_map(|group| &group.components);
    let is_for_part = |component: &&Component| match &part {
        Some(part) => component.parts.is_empty() || component.parts.contains(part),
        None => true,
    };
    Ok(components
        .filter(|component| component.attach != AttachmentRequirement::Nothing)
        .filter(is_for_part)
        .cloned()
        .collect())
}
