//! Finds the components that still lack something: a file, or the citizen's answer whether the component is needed. A
//! file that is still being uploaded counts as a file; a failed upload doesn't.

use contract::draft::Draft;
use contract::procedure::Component;
use domain::group::ComponentRequirement;
use leptos::prelude::*;

use super::component_files::field_id;
use super::component_section::question_id;
use super::file_line::{FileLine, file_lines};
use super::upload_stage::UploadStage;
use super::uploads::Uploads;
use crate::i18n::Words;
use crate::journey::filing::draft::declarations::component_need;
use crate::journey::filing::draft::{LoadedProcedure, OpenDraft};
use crate::ui::{FieldError, MixedText};

/// Whether a component has a file in this draft. A file that is still being uploaded counts; a failed upload doesn't.
/// Not reactive.
pub(crate) fn has_file(uploads: Uploads, draft: &Draft, component: &str) -> bool {
    let lines = untrack(|| file_lines(uploads, &draft.id, component, &draft.attachments));
    lines.iter().any(|line| match line {
        FileLine::Server(_) => true,
        FileLine::Upload(number) => uploads
            .find(*number)
            .is_some_and(|upload| !matches!(upload.stage.get_untracked(), UploadStage::Failed(_))),
    })
}

/// Returns a problem for each component that lacks a file or the citizen's answer, in the order in which the page shows
/// the components. Not reactive.
pub(super) fn missing_components(
    words: Words,
    uploads: Uploads,
    open_draft: OpenDraft,
    loaded: &LoadedProcedure,
) -> Vec<FieldError> {
    let Some(draft) = open_draft.merged_draft.get_untracked() else {
        return Vec::new();
    };
    let has_file = |component: &Component| has_file(uploads, &draft, &component.code);
    let problem = |component: &Component| {
        let (field, message) = match component_need(loaded, &draft, component) {
            ComponentRequirement::File if !has_file(component) => {
                (field_id(&component.code), words.attach_files().missing)
            }
            ComponentRequirement::Decision if !has_file(component) => (
                question_id(&component.code),
                words.declarations().component_unanswered,
            ),
            _ => return None,
        };
        let message = MixedText::from(message).and(words.official(), &component.label);
        Some(FieldError { field, message })
    };
    let groups = loaded.procedure.component_groups.iter();
    groups
        .flat_map(|group| &group.components)
        .filter_map(problem)
        .collect()
}
