//! Attach a file to each component of the draft. Papers that need none are named apart, so that nobody looks for
//! them. «Tiếp tục» waits for no upload; a paper that must be there and isn't is named, and may be left for later.

use contract::attachment::Attachment;
use contract::portal::UploadLimits;
use contract::procedure::{AttachmentRequirement, ComponentGroup};
use domain::format::file_size;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::missing_papers::missing_papers;
use super::paper::Paper;
use super::removal::{Removal, removal_dialog};
use super::uploads::use_uploads;
use crate::browser::pointer_release;
use crate::i18n::attach_files::AttachFilesWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::declarations::paper_is_called_for;
use crate::journey::filing::draft::open_draft::{OpenDraft, Opened, use_open_draft};
use crate::journey::filing::wizard::wizard::{WizardPage, previous_address, use_go_on};
use crate::page::load_errors::title_prefix;
use crate::routes::DraftStep;
use crate::session::portal_features::use_portal_value;
use crate::ui::{Button, ButtonKind, ButtonLink, Disclosure, ErrorSummary, FieldError, Skeleton};

/// Attach files to a draft.
#[component]
pub fn AttachPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let open = use_open_draft(id);
    let problems = RwSignal::new(Vec::<FieldError>::new());
    let prefix = title_prefix(move || !problems.with(Vec::is_empty));
    // What may be attached is the portal's to say; the page waits for it as it waits for the draft.
    let limits = use_portal_value(|portal| portal.uploads.clone());
    let content = Callback::new(move |opened: Opened| {
        (move || match limits.get() {
            Some(limits) => papers(open, &opened, &limits, problems).into_any(),
            None => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        })
        .into_any()
    });
    view! {
        <WizardPage
            draft=open
            step=DraftStep::Attachments
            title=words.attach_files().title
            prefix=prefix
            content=content
        />
    }
}

fn papers(
    open: OpenDraft,
    opened: &Opened,
    limits: &UploadLimits,
    problems: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let words = use_words();
    let attach = words.attach_files();
    let uploads = use_uploads();
    let go_on = use_go_on(open, DraftStep::Attachments);
    let removal = Removal::new();
    let looked_at = opened.clone();
    Effect::new(move |_| {
        open.draft.track();
        uploads.under_way(&open.id());
        let looked_at = looked_at.clone();
        spawn_local(async move {
            pointer_release::wait_for_release().await;
            if !problems.is_disposed() {
                forget_mended(problems, &missing_papers(words, uploads, open, &looked_at));
            }
        });
    });
    let asked = opened.clone();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let missing = missing_papers(words, uploads, open, &asked);
        let complete = missing.is_empty();
        problems.set(missing);
        if complete {
            go_on.run(());
        }
    };
    let group = |group: &ComponentGroup| {
        let fields = group
            .components
            .iter()
            .filter(|component| component.attach != AttachmentRequirement::Nothing)
            .map(|component| {
                view! {
                    <Paper
                        open=open
                        opened=opened.clone()
                        component=component.clone()
                        limits=limits.clone()
                        problems=problems
                        removal=removal
                    />
                }
                .into_any()
            })
            .collect::<Vec<_>>();
        (!fields.is_empty()).then(|| {
            let title = group
                .title
                .clone()
                .map(|title| view! { <h2 lang=official()>{title}</h2> });
            let shown = called_for(open, opened, group);
            view! { <section class="section" hidden=move || !shown.get()>{title} {fields}</section> }
                .into_any()
        })
    };
    let groups = &opened.procedure.component_groups;
    let fields: Vec<AnyView> = groups.iter().filter_map(group).collect();
    let lead = match fields.is_empty() {
        true => view! { <p>{attach.nothing}</p> }.into_any(),
        false => view! { <p>{attach.intro}</p> <p class="quiet">{limit_words(attach, limits)}</p> }
            .into_any(),
    };
    let back = previous_address(open, DraftStep::Attachments);
    let later = move || {
        (!problems.with(Vec::is_empty)).then(|| {
            view! {
                <Button kind=ButtonKind::Secondary on_press=go_on>{attach.later}</Button>
            }
        })
    };
    view! {
        <ErrorSummary title=words.errors().summary problems=problems />
        {lead}
        <form class="stack" novalidate on:submit=on_submit>
            {fields}
            {not_needed(attach, groups)}
            <UnderWay draft=open.id() />
            <div class="actions">
                <Button submit=true>{attach.go_on}</Button>
                {later}
                <ButtonLink kind=ButtonKind::Plain href=back>{words.declarations().back}</ButtonLink>
            </div>
        </form>
        {removal_dialog(removal, open.id())}
    }
}

/// Takes back what was told once none of it is so any more; a shorter list would take the focus again.
fn forget_mended(problems: RwSignal<Vec<FieldError>>, missing: &[FieldError]) {
    let mended = |told: &FieldError| missing.iter().all(|now| now.field != told.field);
    if problems.with_untracked(|told| !told.is_empty() && told.iter().all(mended)) {
        problems.set(Vec::new());
    }
}

/// Whether the answers call for any paper of a group, or a file was attached to one.
fn called_for(open: OpenDraft, opened: &Opened, group: &ComponentGroup) -> Memo<bool> {
    let (opened, group) = (opened.clone(), group.clone());
    Memo::new(move |_| {
        open.draft.with(|draft| {
            let Some(draft) = draft.as_ref() else {
                return false;
            };
            group.components.iter().any(|component| {
                let held = |file: &Attachment| file.component == component.code;
                draft.attachments.iter().any(held) || paper_is_called_for(&opened, draft, component)
            })
        })
    })
}

/// How many files are still on their way; read out as the number changes.
#[component]
fn UnderWay(
    /// Draft id.
    draft: String,
) -> impl IntoView {
    let words = use_words().attach_files();
    let uploads = use_uploads();
    let all_held = Memo::new({
        let draft = draft.clone();
        move |_| uploads.all_held(&draft)
    });
    let count = Memo::new(move |_| uploads.under_way(&draft));
    let line = move || match (count.get(), all_held.get()) {
        (0, false) => String::new(),
        (0, true) => words.all_received.to_owned(),
        (count, _) => [words.uploading, &count.to_string(), words.uploading_help].concat(),
    };
    view! { <p class="attach-under-way" role="status">{line}</p> }
}

fn not_needed(words: &'static AttachFilesWords, groups: &[ComponentGroup]) -> Option<AnyView> {
    let papers: Vec<AnyView> = groups
        .iter()
        .flat_map(|group| &group.components)
        .filter(|component| component.attach == AttachmentRequirement::Nothing)
        .map(|component| view! { <li lang=official()>{component.label.clone()}</li> }.into_any())
        .collect();
    (!papers.is_empty()).then(|| {
        view! {
            <Disclosure summary=words.not_needed>
                <p>{words.not_needed_help}</p>
                <ul>{papers}</ul>
            </Disclosure>
        }
        .into_any()
    })
}

fn limit_words(words: &AttachFilesWords, limits: &UploadLimits) -> String {
    [
        words.most_bytes,
        file_size(limits.max_bytes).as_str(),
        words.most_files,
        &limits.max_files.to_string(),
        words.most_end,
    ]
    .concat()
}
