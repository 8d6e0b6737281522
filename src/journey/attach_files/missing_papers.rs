//! Which papers still lack the file they must have. A file on its way counts; one that failed doesn't.

use contract::procedure::{Attach, Component, Procedure};
use leptos::prelude::*;

use super::attachment_field::field_id;
use super::file_line::{Line, lines};
use super::stage::Stage;
use super::uploads::Uploads;
use crate::i18n::attach_files::AttachFilesWords;
use crate::i18n::official;
use crate::journey::open_draft::OpenDraft;
use crate::ui::{FieldProblem, Said};

/// Papers that must have a file and have none, on its way or held.
pub(super) fn missing_papers(
    words: &AttachFilesWords,
    uploads: Uploads,
    open: OpenDraft,
    procedure: &Procedure,
) -> Vec<FieldProblem> {
    let draft = open.id();
    let known = open.draft.with_untracked(|draft| {
        draft
            .as_ref()
            .map(|draft| draft.attachments.clone())
            .unwrap_or_default()
    });
    let has_file = |component: &Component| {
        let lines = untrack(|| lines(uploads, &draft, &component.code, &known));
        lines.iter().any(|line| match line {
            Line::Known(_) => true,
            Line::Mine(number) => uploads
                .find(*number)
                .is_some_and(|upload| !matches!(upload.stage.get_untracked(), Stage::Failed(_))),
        })
    };
    procedure
        .component_groups
        .iter()
        .flat_map(|group| &group.components)
        .filter(|component| component.attach == Attach::Required && !has_file(component))
        .map(|component| FieldProblem {
            field: field_id(&component.code),
            message: Said::from(words.missing).and(official(), &component.label),
        })
        .collect()
}
