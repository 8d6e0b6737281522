//! The page where the citizen attaches files to the components (required documents) of a draft. Components that need no
//! file are listed separately.
//! The button «Tiếp tục» doesn't wait for running uploads. It reports a missing file, but the citizen may attach the
//! file later.

use contract::attachment::Attachment;
use contract::portal::{Portal, UploadLimits};
use contract::procedure::{AttachmentRequirement, ComponentGroup};
use domain::format::display_file_size;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::component_section::ComponentSection;
use super::file_removal::{FileRemoval, removal_dialog};
use super::missing_components::missing_components;
use super::unknown_files::UnknownFiles;
use super::uploads::use_uploads;
use crate::api::Load;
use crate::i18n::attach_files::AttachFilesWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::declarations::is_component_required;
use crate::journey::filing::draft::{LoadedProcedure, OpenDraft, use_open_draft};
use crate::journey::filing::wizard::{
    WizardPage, clear_when_resolved, previous_route, use_next_step,
};
use crate::page::load_errors::title_prefix;
use crate::reactive::{dynamic, effect};
use crate::routes::DraftStep;
use crate::ui::{Button, ButtonKind, ButtonLink, Disclosure, ErrorSummary, FieldError, Skeleton};

/// The page where the citizen attaches files to a draft.
#[component]
pub fn AttachPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let open_draft = use_open_draft(id);
    let problems = RwSignal::new(Vec::<FieldError>::new());
    let prefix = title_prefix(move || !problems.with(Vec::is_empty));
    // The limits come from the portal's description, which may arrive later than the draft.
    let portal = use_context::<RwSignal<Load<Portal>>>();
    let limits = Memo::new(move |_| match portal.map(|portal| portal.get()) {
        Some(Load::Ready(portal)) => Some(portal.uploads),
        _ => None,
    });
    let content = Callback::new(move |loaded: LoadedProcedure| {
        dynamic(move || match limits.get() {
            Some(limits) => page_content(open_draft, &loaded, &limits, problems),
            None => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        })
    });
    view! {
        <WizardPage
            open_draft=open_draft
            step=DraftStep::Attachments
            title=words.attach_files().title
            prefix=prefix
            content=content
        />
    }
}

/// The content of the page below its heading. It is rendered once the draft and the upload limits are loaded.
fn page_content(
    open_draft: OpenDraft,
    loaded: &LoadedProcedure,
    limits: &UploadLimits,
    problems: RwSignal<Vec<FieldError>>,
) -> AnyView {
    let words = use_words();
    let attach = words.attach_files();
    let uploads = use_uploads();
    let go_on = use_next_step(open_draft, DraftStep::Attachments);
    let removal = FileRemoval::new();
    let checked = loaded.clone();
    // Runs when the draft or the state of an upload changes, because each of these changes may resolve a reported
    // problem.
    effect(move || {
        open_draft.merged_draft.track();
        uploads.in_progress_count(&open_draft.id());
        let checked = checked.clone();
        clear_when_resolved(problems, move || {
            missing_components(words, uploads, open_draft, &checked)
        });
    });
    let submitted = loaded.clone();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let missing = missing_components(words, uploads, open_draft, &submitted);
        let is_complete = missing.is_empty();
        problems.set(missing);
        if is_complete {
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
                    <ComponentSection
                        open_draft=open_draft
                        loaded=loaded.clone()
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
            // A group that is not visible is hidden with CSS, not removed. Otherwise its uploads and typed answers
            // would be rendered again when the group becomes visible.
            let is_visible = is_group_visible(open_draft, loaded, group);
            view! { <section class="section" hidden=move || !is_visible.get()>{title} {fields}</section> }
                .into_any()
        })
    };
    let groups = &loaded.procedure.component_groups;
    let fields: Vec<AnyView> = groups.iter().filter_map(group).collect();
    let lead = match fields.is_empty() {
        true => view! { <p>{attach.nothing}</p> }.into_any(),
        false => view! { <p>{attach.intro}</p> <p class="muted">{limits_text(attach, limits)}</p> }
            .into_any(),
    };
    let back = previous_route(open_draft, DraftStep::Attachments);
    let attach_later = dynamic(move || {
        (!problems.with(Vec::is_empty)).then(|| {
            view! {
                <Button kind=ButtonKind::Secondary on_press=go_on>{attach.later}</Button>
            }
        })
    });
    view! {
        <ErrorSummary title=words.errors().summary errors=problems />
        {lead}
        <UnknownFiles open_draft=open_draft loaded=loaded.clone() removal=removal />
        <form class="stack" novalidate on:submit=on_submit>
            {fields}
            {components_without_files(attach, groups)}
            <UploadCount draft=open_draft.id() />
            <div class="actions">
                <Button submit=true>{attach.go_on}</Button>
                {attach_later}
                <ButtonLink kind=ButtonKind::Plain href=back>{words.declarations().back}</ButtonLink>
            </div>
        </form>
        {removal_dialog(removal, open_draft.id())}
    }
}

/// Whether a group is shown: the answers require one of its components, or one of its components already has a file.
fn is_group_visible(
    open_draft: OpenDraft,
    loaded: &LoadedProcedure,
    group: &ComponentGroup,
) -> Memo<bool> {
    let (loaded, group) = (loaded.clone(), group.clone());
    Memo::new(move |_| {
        open_draft.merged_draft.with(|draft| {
            let Some(draft) = draft.as_ref() else {
                return false;
            };
            group.components.iter().any(|component| {
                let is_of_component = |file: &Attachment| file.component == component.code;
                draft.attachments.iter().any(is_of_component)
                    || is_component_required(&loaded, draft, component)
            })
        })
    })
}

/// Shows how many files are being uploaded. A screen reader announces each change of the number.
#[component]
fn UploadCount(
    /// Id of the draft.
    draft: String,
) -> impl IntoView {
    let words = use_words().attach_files();
    let uploads = use_uploads();
    let all_received = Memo::new({
        let draft = draft.clone();
        move |_| uploads.all_received(&draft)
    });
    let count = Memo::new(move |_| uploads.in_progress_count(&draft));
    let line = dynamic(move || match (count.get(), all_received.get()) {
        (0, false) => String::new(),
        (0, true) => words.all_received.to_owned(),
        (count, _) => [words.uploading, &count.to_string(), words.uploading_help].concat(),
    });
    view! { <p class="uploads-in-progress" role="status">{line}</p> }
}

/// The collapsed list of components that need no file. It explains why these components have no upload field. `None` if
/// every component needs a file.
fn components_without_files(
    words: &'static AttachFilesWords,
    groups: &[ComponentGroup],
) -> Option<AnyView> {
    let components: Vec<AnyView> = groups
        .iter()
        .flat_map(|group| &group.components)
        .filter(|component| component.attach == AttachmentRequirement::Nothing)
        .map(|component| view! { <li lang=official()>{component.label.clone()}</li> }.into_any())
        .collect();
    (!components.is_empty()).then(|| {
        view! {
            <Disclosure summary=words.not_needed>
                <p>{words.not_needed_help}</p>
                <ul>{components}</ul>
            </Disclosure>
        }
        .into_any()
    })
}

/// The upload limits as a text for the citizen: the largest size of one file, and the largest number of files.
fn limits_text(words: &AttachFilesWords, limits: &UploadLimits) -> String {
    [
        words.most_bytes,
        display_file_size(limits.max_bytes).as_str(),
        words.most_files,
        &limits.max_files.to_string(),
        words.most_end,
    ]
    .concat()
}
