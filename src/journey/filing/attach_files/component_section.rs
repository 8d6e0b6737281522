//! One component of a draft, shown while the answers require it. A component that only some situations require first asks
//! whether the citizen's situation is one of them (R4.11); files that are attached already stay visible either way.

use contract::draft::Draft;
use contract::portal::UploadLimits;
use contract::procedure::{AttachmentRequirement, Component};
use domain::group::ComponentRequirement;
use leptos::prelude::*;

use super::component_files::{ComponentFiles, field_id, server_attachments};
use super::file_line::file_lines;
use super::file_removal::FileRemoval;
use super::uploads::use_uploads;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::declarations::{
    component_need, is_component_required, procedure_name_of_part,
};
use crate::journey::filing::draft::{LoadedProcedure, OpenDraft};
use crate::ui::{FieldError, RadioGroup, SelectOption};

/// Element id of the question whether a component is needed.
pub(super) fn question_id(component: &str) -> String {
    ["need-", component].concat()
}

/// A component: its question, its files, both, or nothing.
#[component]
pub(super) fn ComponentSection(
    /// The draft.
    open_draft: OpenDraft,
    /// The draft's procedure and form.
    loaded: LoadedProcedure,
    /// The component.
    component: Component,
    /// Limits for the files.
    limits: UploadLimits,
    /// Problems that «Tiếp tục» found on the page.
    problems: RwSignal<Vec<FieldError>>,
    /// Asks for confirmation before a file is removed.
    removal: FileRemoval,
) -> impl IntoView {
    let has_question = component.attach == AttachmentRequirement::Optional;
    let (shared_in, shared_component) = (loaded.clone(), component.clone());
    let shared_note = Memo::new(move |_| {
        open_draft
            .merged_draft
            .with(|draft| shared_note(&shared_in, draft.as_ref()?, &shared_component))
    });
    let needed_component = component.clone();
    let need = Memo::new(move |_| {
        open_draft.merged_draft.with(|draft| {
            let draft = draft.as_ref()?;
            let is_required = is_component_required(&loaded, draft, &needed_component);
            Some((
                is_required,
                component_need(&loaded, draft, &needed_component),
            ))
        })
    });
    let uploads = use_uploads();
    let (draft_id, code) = (open_draft.id(), component.code.clone());
    let has_files = Memo::new(move |_| {
        !file_lines(uploads, &draft_id, &code, &server_attachments(open_draft)).is_empty()
    });
    let is_required = Memo::new(move |_| need.get().is_some_and(|(is_required, _)| is_required));
    let shows_files = Memo::new(move |_| {
        need.get()
            .is_some_and(|(_, need)| need == ComponentRequirement::File)
            || has_files.get()
    });
    // The error here doesn't name the component, because its label is right above. The error summary does.
    let error_if_listed = |id: String, message: &'static str| {
        Signal::derive(move || {
            let is_listed = problems.with(|all| all.iter().any(|problem| problem.field == id));
            is_listed.then(|| message.to_owned())
        })
    };
    let words = use_words();
    let unanswered = error_if_listed(
        question_id(&component.code),
        words.declarations().component_unanswered_here,
    );
    // The error disappears as soon as the question is answered.
    let question_error = Signal::derive(move || {
        let is_unanswered = need
            .get()
            .is_some_and(|(_, need)| need == ComponentRequirement::Decision);
        unanswered.get().filter(|_| is_unanswered)
    });
    let asked_component = component.clone();
    let question = move || {
        (has_question && is_required.get()).then(|| {
            view! {
                <NeedQuestion
                    open_draft=open_draft
                    component=asked_component.clone()
                    error=question_error
                />
            }
        })
    };
    let without_file =
        error_if_listed(field_id(&component.code), words.attach_files().missing_here);
    let missing = Signal::derive(move || without_file.get().filter(|_| !has_files.get()));
    let files = move || {
        shows_files.get().then(|| {
            let shared_note = move || {
                shared_note
                    .get()
                    .map(|note| view! { <p class="quiet">{note}</p> })
            };
            view! {
                <ComponentFiles
                    open_draft=open_draft
                    component=component.clone()
                    limits=limits.clone()
                    missing=missing
                    removal=removal
                />
                {shared_note}
            }
        })
    };
    view! { {question} {files} }
}

/// «Bạn có thuộc trường hợp đó không?»
#[component]
fn NeedQuestion(
    /// The draft that records the answer.
    open_draft: OpenDraft,
    /// The component in question.
    component: Component,
    /// The error message while «Tiếp tục» has found no answer.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let words = use_words().declarations();
    let is_needed = open_draft.merged_draft.with_untracked(|draft| {
        draft
            .as_ref()?
            .needed_components
            .get(&component.code)
            .copied()
    });
    let value = RwSignal::new(match is_needed {
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
        None => String::new(),
    });
    let choices =
        [("yes", words.component_yes), ("no", words.component_no)].map(|(value, label)| {
            SelectOption {
                value: value.to_owned(),
                label: label.to_owned(),
            }
        });
    let code = component.code.clone();
    let on_change = Callback::new(move |()| {
        open_draft.set_component_needed(&code, value.with_untracked(|value| value == "yes"));
    });
    view! {
        <RadioGroup
            id=question_id(&component.code)
            legend=component.label
            lang=official()
            remark=words.component_question
            value=value
            choices=Signal::stored(choices.to_vec())
            error=error
            on_change=on_change
        />
    }
}

/// «Nộp một lần, dùng cho: …» with the procedures that share the component; `None` if only one uses it.
fn shared_note(loaded: &LoadedProcedure, draft: &Draft, component: &Component) -> Option<String> {
    let names: Vec<String> = component
        .parts
        .iter()
        .filter_map(|key| procedure_name_of_part(loaded, draft, key))
        .collect();
    let words = use_words().declarations();
    (names.len() > 1).then(|| [words.component_shared, " ", &names.join(", ")].concat())
}
