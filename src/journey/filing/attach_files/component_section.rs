//! Shows one component of a draft while the answers require it. Some components are required only in certain situations
//! (R4.11): for these, the section first asks whether the citizen is in such a situation. Files that are already
//! attached stay visible whatever the citizen answers.

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
    component_need, is_component_required, procedure_name_of_part, sends_files_of,
};
use crate::journey::filing::draft::{LoadedProcedure, OpenDraft};
use crate::reactive::dynamic;
use crate::ui::{FieldError, Notice, NoticeKind, RadioGroup, SelectOption};

/// Element id of the question whether the citizen needs this component.
pub(super) fn question_id(component: &str) -> String {
    ["need-", component].concat()
}

/// Shows a component: the question whether it is needed, its files, both, or nothing.
#[component]
pub(super) fn ComponentSection(
    /// The open draft that this component shows and changes.
    open_draft: OpenDraft,
    /// The draft's procedure and form, which are loaded by now.
    loaded: LoadedProcedure,
    /// The component (required document) that the section shows.
    component: Component,
    /// Limits for attached files: size, number and kinds.
    limits: UploadLimits,
    /// The problems that were found on this page when the citizen pressed «Tiếp tục».
    problems: RwSignal<Vec<FieldError>>,
    /// The dialog that asks for confirmation before a file is removed.
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
            Some((
                is_component_required(&loaded, draft, &needed_component),
                component_need(&loaded, draft, &needed_component),
                sends_files_of(&loaded, draft, &needed_component.code),
            ))
        })
    });
    let uploads = use_uploads();
    let (draft_id, code) = (open_draft.id(), component.code.clone());
    let has_files = Memo::new(move |_| {
        !file_lines(uploads, &draft_id, &code, &server_attachments(open_draft)).is_empty()
    });
    let is_required = Memo::new(move |_| need.get().is_some_and(|(is_required, ..)| is_required));
    let shows_files = Memo::new(move |_| {
        need.get()
            .is_some_and(|(_, need, _)| need == ComponentRequirement::File)
            || has_files.get()
    });
    let is_sent = Memo::new(move |_| need.get().is_some_and(|(.., is_sent)| is_sent));
    // The error message at the field doesn't name the component, because the component's label is right above the
    // field. The error summary names it.
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
    // The error message disappears as soon as the citizen has answered the question.
    let question_error = Signal::derive(move || {
        let is_unanswered = need
            .get()
            .is_some_and(|(_, need, _)| need == ComponentRequirement::Decision);
        unanswered.get().filter(|_| is_unanswered)
    });
    let asked_component = component.clone();
    let question = dynamic(move || {
        (has_question && is_required.get()).then(|| {
            view! {
                <NeedQuestion
                    open_draft=open_draft
                    component=asked_component.clone()
                    error=question_error
                />
            }
        })
    });
    let without_file =
        error_if_listed(field_id(&component.code), words.attach_files().missing_here);
    let missing = Signal::derive(move || without_file.get().filter(|_| !has_files.get()));
    let files = dynamic(move || {
        shows_files.get().then(|| {
            let shared_note = dynamic(move || {
                shared_note
                    .get()
                    .map(|note| view! { <p class="muted">{note}</p> })
            });
            let not_needed = dynamic(move || {
                (!is_sent.get()).then(|| {
                    view! {
                        <Notice kind=NoticeKind::Warning>
                            <p>{words.attach_files().no_longer_needed}</p>
                        </Notice>
                    }
                })
            });
            view! {
                {not_needed}
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
    });
    view! { {question} {files} }
}

/// The question «Bạn có thuộc trường hợp đó không?»: is the citizen in a situation that requires this component?
#[component]
fn NeedQuestion(
    /// The draft in which the answer is recorded.
    open_draft: OpenDraft,
    /// The component that the question is about.
    component: Component,
    /// The error message after the citizen pressed «Tiếp tục» without an answer to the question; `None` otherwise.
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

/// The note «Nộp một lần, dùng cho: …», which names the procedures that share the component. `None` if only one
/// procedure uses it.
fn shared_note(loaded: &LoadedProcedure, draft: &Draft, component: &Component) -> Option<String> {
    let names: Vec<String> = component
        .parts
        .iter()
        .filter_map(|key| procedure_name_of_part(loaded, draft, key))
        .collect();
    let words = use_words().declarations();
    (names.len() > 1).then(|| [words.component_shared, " ", &names.join(", ")].concat())
}
