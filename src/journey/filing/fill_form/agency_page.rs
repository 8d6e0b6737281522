//! The pages where the citizen chooses the agency (R4.8). The button «Thêm mới» creates a draft of the dossier on the
//! server (R2.11). The agency can be changed later.
//! The citizen may press Back, or press the button again after a lost response: neither creates a second draft.

use contract::draft::NewDraft;
use contract::endpoints::{GET_PROCEDURE, POST_DRAFT};
use contract::limits::IDEMPOTENCY_HEADER;
use contract::place::PlaceRef;
use contract::procedure::Procedure;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use super::agency_selection::{AgencyFields, AgencySelection};
use super::new_draft_request::NewDraftRequest;
use super::part_agencies::{PartAgencies, PartAgencyFields};
use crate::answers::for_whom::{self, ForWhomQuestion};
use crate::api::{ClientError, Load, use_api};
use crate::browser::query;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::partial_choices::PartialChoices;
use crate::journey::filing::draft::{LoadedProcedure, OpenDraft, use_open_draft, use_open_drafts};
use crate::journey::filing::under_way::under_way_offer::UnderWayOffer;
use crate::journey::filing::wizard::{WizardPage, WizardSteps, use_next_step};
use crate::journey::identity::consent::require_consent::use_consent_request;
use crate::page::load_errors::{ErrorNotice, Loaded};
use crate::page::navigation::use_replace;
use crate::page::use_load::{Loader, use_load};
use crate::reactive::dynamic;
use crate::routes::{self, DraftStep};
use crate::session::use_session;
use crate::ui::page::Page;
use crate::ui::{Button, ErrorSummary, Notice, NoticeKind};

/// The page where the citizen chooses the agency and creates a draft.
#[component]
pub fn NewDraftPage(
    /// Code of the procedure.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let Loader {
        load: procedure,
        reload,
    } = use_load(&GET_PROCEDURE, vec![code]);
    let selection = AgencySelection::new("agency");
    // The component `NewDraftForm` below is rendered only after the procedure is loaded. It takes `selection` from the
    // context.
    provide_context(selection);
    let name = dynamic(move || {
        procedure.with(|load| match load {
            Load::Ready(procedure) => Some(procedure.name.clone()),
            Load::Waiting | Load::Failed(_) => None,
        })
    });
    view! {
        <Page title=words.fill_form().new_title prefix=selection.title_prefix()>
            <p class="wizard-procedure" lang=official()>{name}</p>
            <WizardSteps id=None step=DraftStep::Agency />
            <Loaded load=procedure on_retry=reload ready=|procedure| view! { <NewDraftForm procedure=procedure /> }.into_any() />
        </Page>
    }
}

/// The form that creates a draft. It is rendered once the procedure is loaded.
#[component]
fn NewDraftForm(
    /// The procedure that the citizen wants to file.
    procedure: Procedure,
) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let session = use_session();
    let drafts = use_open_drafts();
    let go = use_replace();
    let request_consent_if_missing = use_consent_request();
    let selection =
        use_context::<AgencySelection>().unwrap_or_else(|| AgencySelection::new("agency"));
    let is_busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ClientError>);
    let request = StoredValue::new(NewDraftRequest::load_or_new(
        &procedure.code,
        query::value(&use_location().search.get_untracked(), routes::COPY_OF),
    ));
    request.with_value(|request| selection.set_place(request.agency.clone()));
    let other_parts = PartAgencies::new(&procedure, None);
    // Every choice is stored at once. So it is still there after a reload, or after the citizen had to go to the
    // sign-in page.
    let on_change = Callback::new(move |()| {
        selection.clear_resolved();
        request.update_value(|request| request.set_agency(selection.place()));
        other_parts.store_incomplete(None);
    });
    let code = procedure.code.clone();
    let (part, receiver) = first_agency(&procedure);
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let agency = validate_agencies(selection, other_parts);
        let Some(agency) = agency.filter(|_| !is_busy.get_untracked()) else {
            return;
        };
        is_busy.set(true);
        failure.set(None);
        let go = go.clone();
        let request = request.get_value();
        let initial = other_parts.initial_patches();
        let headers = vec![(IDEMPOTENCY_HEADER, request.key.clone())];
        let body = NewDraft {
            procedure: code.clone(),
            agency: Some(agency),
            for_whom: request.for_whom,
            copy_of: request.copy_of.clone(),
        };
        spawn_local(async move {
            // The new draft is prefilled from the account. So check first that the session still belongs to the same
            // citizen.
            let new_draft = match session.recheck().await {
                Ok(true) => api.send(&POST_DRAFT, &[], &body, headers).await,
                Ok(false) => return,
                Err(error) => Err(error),
            };
            // The citizen may have left the page during the request. Then the page's signals are disposed, and only
            // `try_` methods are safe.
            match new_draft {
                Ok(draft) => {
                    request.remove();
                    initial.remove_stored();
                    let form = routes::draft(&draft.id, DraftStep::Form(1));
                    let open_draft = drafts.open_new(draft);
                    for (key, patch) in initial.patches {
                        open_draft.set_part(&key, patch);
                    }
                    // Open the draft's first form page only if the citizen is still on this page. Otherwise they find
                    // the draft in the list «Hồ sơ của tôi».
                    if is_busy.try_set(false).is_none() {
                        go(&form);
                    }
                }
                Err(error) => {
                    request_consent_if_missing(&error);
                    failure.try_set(Some(error));
                    is_busy.try_set(false);
                }
            }
        });
    };
    let copied = request.with_value(|request| request.copy_of.clone());
    let copied = copied.map(|code| {
        let text = words.fill_form();
        view! {
            <Notice kind=NoticeKind::Info>
                <p>{text.copies} " " <span translate="no">{code}</span> ". " {text.copies_help}</p>
            </Notice>
        }
    });
    view! {
        {copied}
        <UnderWayOffer code=procedure.code />
        <ErrorSummary title=words.errors().summary errors=selection.problems />
        <form novalidate on:submit=on_submit>
            <AgencyFields selection=selection receiver=receiver part=part on_change=on_change />
            <PartAgencyFields other_parts=other_parts first=selection on_change=on_change />
            <p class="prose">{words.fill_form().create_help}</p>
            <ErrorNotice error=failure />
            <div class="actions">
                <Button submit=true busy=is_busy>{words.fill_form().create}</Button>
            </div>
        </form>
    }
}

/// The page where the citizen changes the agency of a draft.
#[component]
pub fn ChangeAgencyPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words().fill_form();
    let open_draft = use_open_draft(id);
    let selection = AgencySelection::new("agency");
    let content = Callback::new(move |loaded: LoadedProcedure| {
        view! { <ChangeAgencyForm open_draft=open_draft loaded=loaded selection=selection /> }
            .into_any()
    });
    view! {
        <WizardPage
            open_draft=open_draft
            step=DraftStep::Agency
            title=words.step_agency
            prefix=selection.title_prefix()
            content=content
        />
    }
}

/// The form that changes the agency. It has no save button: a choice is saved as soon as it is complete.
#[component]
fn ChangeAgencyForm(
    /// The draft that gets another agency.
    open_draft: OpenDraft,
    /// The draft's procedure and form, which are loaded by now.
    loaded: LoadedProcedure,
    /// The chosen place of the first part's agency. The prefix of the page's title depends on it.
    selection: AgencySelection,
) -> impl IntoView {
    let words = use_words();
    let go_on = use_next_step(open_draft, DraftStep::Agency);
    let saved = open_draft
        .merged_draft
        .with_untracked(|draft| draft.as_ref().and_then(|draft| draft.agency.clone()));
    if let Some(agency) = saved {
        selection.set_place(agency);
    }
    // An incomplete choice in the tab's storage is newer than the agency in the draft, so show it.
    if let Some(incomplete) = PartialChoices::load(&open_draft.id()).agencies().get("") {
        selection.set_place(incomplete.clone());
    }
    let other_parts = open_draft
        .merged_draft
        .with_untracked(|draft| PartAgencies::new(&loaded.procedure, draft.as_ref()));
    // A complete choice is saved in the draft. An incomplete choice is written to the tab's storage.
    let on_change = Callback::new(move |()| {
        selection.clear_resolved();
        if let Some(agency) = selection.complete_place() {
            open_draft.set_agency(agency);
        }
        other_parts.store_incomplete(Some(selection));
        let patches = open_draft
            .merged_draft
            .with_untracked(|draft| Some(other_parts.unsaved_patches(draft.as_ref()?)));
        for (key, patch) in patches.into_iter().flatten() {
            open_draft.set_part(&key, patch);
        }
    });
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        if validate_agencies(selection, other_parts).is_some() {
            go_on.run(());
        }
    };
    let incomplete_note = dynamic(move || {
        let is_incomplete = !selection.is_complete() || other_parts.has_incomplete();
        is_incomplete.then_some(words.fill_form().agency_half)
    });
    let (part, receiver) = first_agency(&loaded.procedure);
    let whom = open_draft.merged_draft.with_untracked(|draft| {
        let whom = draft.as_ref().map(|draft| draft.for_whom);
        RwSignal::new(for_whom::choice_key(whom.unwrap_or_default()).to_owned())
    });
    let on_whom_chosen = Callback::new(move |()| {
        open_draft.set_for_whom(whom.with_untracked(|key| for_whom::choice_from_key(key)));
    });
    view! {
        <ErrorSummary title=words.errors().summary errors=selection.problems />
        <form novalidate on:submit=on_submit>
            <AgencyFields selection=selection receiver=receiver part=part on_change=on_change />
            <PartAgencyFields other_parts=other_parts first=selection on_change=on_change />
            <p class="muted" role="status">{incomplete_note}</p>
            <ForWhomQuestion value=whom on_change=on_whom_chosen />
            <div class="actions">
                <Button submit=true>{words.fill_form().go_on}</Button>
            </div>
        </form>
    }
}

/// Returns two texts for the label of the fields that choose the agency: the name of a procedure, and the kind of
/// agency that receives the dossier. For a group, both texts are those of the first part. For a single procedure, the
/// name is `None`.
fn first_agency(procedure: &Procedure) -> (Option<String>, String) {
    let part = procedure.parts.first();
    match part.and_then(|part| part.procedures.first()) {
        Some(by) => (Some(by.procedure.name.clone()), by.receiver.clone()),
        None => (None, procedure.receiver.clone()),
    }
}

/// Returns the place of the first part's agency if a place is chosen for every agency. Otherwise shows all missing
/// choices at once and returns `None`.
fn validate_agencies(selection: AgencySelection, other_parts: PartAgencies) -> Option<PlaceRef> {
    let first = selection.validate();
    let missing = other_parts.validate();
    if missing.is_empty() {
        return first;
    }
    selection
        .problems
        .update(|problems| problems.extend(missing));
    None
}
