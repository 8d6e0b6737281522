//! One paper of a draft, for as long as the answers call for it. A paper that only some situations need asks first
//! whether the citizen's is one of them (R4.11); files attached before stay in sight whatever he says.

use contract::draft::Draft;
use contract::portal::UploadLimits;
use contract::procedure::{AttachmentRequirement, Component};
use domain::group::Need;
use leptos::prelude::*;

use super::attachment_field::{AttachmentField, field_id, known};
use super::file_line::lines;
use super::removal::Removal;
use super::uploads::use_uploads;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::declarations::{paper_is_called_for, paper_need, procedure_of};
use crate::journey::filing::draft::open_draft::{OpenDraft, Opened};
use crate::ui::{FieldError, RadioGroup, SelectOption};

/// Element id of the question whether a paper is needed.
pub(super) fn question_id(component: &str) -> String {
    ["need-", component].concat()
}

/// A paper with its question, or its files, or nothing.
#[component]
pub(super) fn Paper(
    /// The draft.
    open: OpenDraft,
    /// Its procedure and form.
    opened: Opened,
    /// The paper.
    component: Component,
    /// What may be attached.
    limits: UploadLimits,
    /// What «Tiếp tục» found.
    problems: RwSignal<Vec<FieldError>>,
    /// Asks before a file is taken away.
    removal: Removal,
) -> impl IntoView {
    let asks = component.attach == AttachmentRequirement::Optional;
    let (sharing, looked_at) = (opened.clone(), component.clone());
    let shared = Memo::new(move |_| {
        open.draft
            .with(|draft| shared_by(&sharing, draft.as_ref()?, &looked_at))
    });
    let looked_at = component.clone();
    let need = Memo::new(move |_| {
        open.draft.with(|draft| {
            let draft = draft.as_ref()?;
            let called_for = paper_is_called_for(&opened, draft, &looked_at);
            Some((called_for, paper_need(&opened, draft, &looked_at)))
        })
    });
    let uploads = use_uploads();
    let (draft, code) = (open.id(), component.code.clone());
    let has_files = Memo::new(move |_| !lines(uploads, &draft, &code, &known(open)).is_empty());
    let is_called_for = Memo::new(move |_| need.get().is_some_and(|(called_for, _)| called_for));
    let field_wanted = Memo::new(move |_| {
        need.get().is_some_and(|(_, need)| need == Need::File) || has_files.get()
    });
    // The paper's name stands right above: the summary alone repeats it.
    let told = |id: String, sentence: &'static str| {
        Signal::derive(move || {
            let is_told = problems.with(|found| found.iter().any(|problem| problem.field == id));
            is_told.then(|| sentence.to_owned())
        })
    };
    let words = use_words();
    let asked = component.clone();
    let told_unanswered = told(
        question_id(&component.code),
        words.declarations().component_unanswered_here,
    );
    // Once he has said it, nothing asks for it any more.
    let unanswered = Signal::derive(move || {
        let lacks = need.get().is_some_and(|(_, need)| need == Need::Answer);
        told_unanswered.get().filter(|_| lacks)
    });
    let question = move || {
        (asks && is_called_for.get())
            .then(|| view! { <Question open=open component=asked.clone() error=unanswered /> })
    };
    let told_missing = told(field_id(&component.code), words.attach_files().missing_here);
    let missing = Signal::derive(move || told_missing.get().filter(|_| !has_files.get()));
    let field = move || {
        field_wanted.get().then(|| {
            let shared = move || {
                shared
                    .get()
                    .map(|line| view! { <p class="quiet">{line}</p> })
            };
            view! {
                <AttachmentField
                    open=open
                    component=component.clone()
                    limits=limits.clone()
                    missing=missing
                    removal=removal
                />
                {shared}
            }
        })
    };
    view! { {question} {field} }
}

/// «Bạn có thuộc trường hợp đó không?»
#[component]
fn Question(open: OpenDraft, component: Component, error: Signal<Option<String>>) -> impl IntoView {
    let words = use_words().declarations();
    let said = untrack(|| said(open, &component.code));
    let value = RwSignal::new(match said {
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
    let chosen = Callback::new(move |()| {
        open.set_paper(&code, value.with_untracked(|value| value == "yes"));
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
            on_chosen=chosen
        />
    }
}

/// What the citizen said of a paper.
fn said(open: OpenDraft, component: &str) -> Option<bool> {
    open.draft
        .with(|draft| draft.as_ref()?.needed_components.get(component).copied())
}

/// «Nộp một lần, dùng cho: …», where several parts need the paper.
fn shared_by(opened: &Opened, draft: &Draft, component: &Component) -> Option<String> {
    let names: Vec<String> = component
        .parts
        .iter()
        .filter_map(|key| procedure_of(opened, draft, key))
        .collect();
    let words = use_words().declarations();
    (names.len() > 1).then(|| [words.component_shared, " ", &names.join(", ")].concat())
}
