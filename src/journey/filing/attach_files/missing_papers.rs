//! Which papers still lack the file they must have, or the citizen's word whether they must. A file on its way counts;
//! one that failed doesn't.

use contract::procedure::Component;
use domain::group::Need;
use leptos::prelude::*;

use super::attachment_field::field_id;
use super::file_line::{Line, lines};
use super::paper::question_id;
use super::stage::Stage;
use super::uploads::Uploads;
use crate::i18n::Words;
use crate::journey::filing::draft::declarations::paper_need;
use crate::journey::filing::draft::open_draft::{OpenDraft, Opened};
use crate::ui::{FieldError, MixedText};

/// Papers that must have a file and have none, on its way or held; and those of which nothing was said yet.
pub(super) fn missing_papers(
    words: Words,
    uploads: Uploads,
    open: OpenDraft,
    opened: &Opened,
) -> Vec<FieldError> {
    let Some(draft) = open.draft.get_untracked() else {
        return Vec::new();
    };
    let has_file = |component: &Component| {
        let known = &draft.attachments;
        let lines = untrack(|| lines(uploads, &draft.id, &component.code, known));
        lines.iter().any(|line| match line {
            Line::Known(_) => true,
            Line::Mine(number) => uploads
                .find(*number)
                .is_some_and(|upload| !matches!(upload.stage.get_untracked(), Stage::Failed(_))),
        })
    };
    let missing = |component: &Component| {
        let (field, told) = match paper_need(opened, &draft, component) {
            Need::File if !has_file(component) => {
                (field_id(&component.code), words.attach_files().missing)
            }
            Need::Answer if !has_file(component) => (
                question_id(&component.code),
                words.declarations().component_unanswered,
            ),
            _ => return None,
        };
        let message = MixedText::from(told).and(words.official(), &component.label);
        Some(FieldError { field, message })
    };
    let groups = opened.procedure.component_groups.iter();
    groups
        .flat_map(|group| &group.components)
        .filter_map(missing)
        .collect()
}
