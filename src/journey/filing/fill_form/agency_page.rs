//! Choosing the agency (R4.8). «Thêm mới» saves the dossier as a draft (R2.11); later the choice can be changed.
//! Neither Back nor a second try after a lost answer begins a second draft.

use contract::draft::NewDraft;
use contract::endpoints::{GET_PROCEDURE, POST_DRAFT};
use contract::limits::IDEMPOTENCY_HEADER;
use contract::place::PlaceRef;
use contract::procedure::Procedure;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::agency_choice::{AgencyFields, Choice};
use super::beginning::Beginning;
use super::part_agencies::{PartAgencies, PartAgencyFields};
use crate::answers::for_whom::{self, WhomQuestion};
use crate::api::{ClientError, Load, use_api};
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::open_draft::{
    OpenDraft, Opened, use_open_draft, use_open_drafts,
};
use crate::journey::filing::draft::partial_agency;
use crate::journey::filing::wizard::wizard::{WizardPage, WizardSteps, use_go_on};
use crate::journey::identity::consent::require_consent::use_ask_if_needed;
use crate::page::load_errors::{ErrorNotice, Loaded};
use crate::page::navigation::use_replace;
use crate::page::use_load::{Loader, use_load};
use crate::routes::{self, DraftStep};
use crate::session::use_session;
use crate::ui::page::Page;
use crate::ui::{Button, ErrorSummary};

/// Chooses the agency and begins a draft.
#[component]
pub fn NewDraftPage(
    /// Code of the procedure.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let Loader {
        load: procedure,
        reload: load,
    } = use_load(&GET_PROCEDURE, vec![code.clone()]);
    let choice = Choice::new("agency");
    provide_context(choice);
    let name = move || {
        procedure.with(|load| match load {
            Load::Ready(procedure) => Some(procedure.name.clone()),
            Load::Waiting | Load::Failed(_) => None,
        })
    };
    view! {
        <Page title=words.fill_form().new_title prefix=choice.prefix()>
            <p class="wizard-procedure" lang=official()>{name}</p>
            <WizardSteps id=None step=DraftStep::Agency />
            <Loaded load=procedure on_retry=load ready=|procedure| view! { <NewDraftForm procedure=procedure /> }.into_any() />
        </Page>
    }
}

#[component]
fn NewDraftForm(procedure: Procedure) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let session = use_session();
    let drafts = use_open_drafts();
    let go = use_replace();
    let ask_if_needed = use_ask_if_needed();
    let choice = use_context::<Choice>().unwrap_or_else(|| Choice::new("agency"));
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ClientError>);
    let beginning = StoredValue::new(Beginning::of(&procedure.code));
    beginning.with_value(|beginning| choice.put(beginning.agency.clone()));
    let others = PartAgencies::new(&procedure, None);
    let chosen = Callback::new(move |()| {
        choice.settle();
        beginning.update_value(|beginning| beginning.choose(choice.place()));
        others.keep(None);
    });
    let code = procedure.code.clone();
    let (part, receiver) = first_part(&procedure);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(agency) = taken(choice, others).filter(|_| !busy.get_untracked()) else {
            return;
        };
        busy.set(true);
        failure.set(None);
        let go = go.clone();
        let begun = beginning.get_value();
        let parts = others.begun();
        let headers = vec![(IDEMPOTENCY_HEADER, begun.key.clone())];
        let body = NewDraft {
            procedure: code.clone(),
            agency: Some(agency),
            for_whom: begun.for_whom,
        };
        spawn_local(async move {
            // The draft begins with what the account knows, so it must be the account that the draft is for.
            let begun_draft = match session.recheck().await {
                Ok(true) => api.send(&POST_DRAFT, &[], &body, headers).await,
                Ok(false) => return,
                Err(error) => Err(error),
            };
            match begun_draft {
                Ok(draft) => {
                    begun.forget();
                    parts.forget();
                    let form = routes::draft(&draft.id, DraftStep::Form(1));
                    let open = drafts.begin(draft);
                    for (key, choice) in parts.choices {
                        open.set_part(&key, choice);
                    }
                    // Whoever has gone elsewhere meanwhile stays there; the draft waits in the list.
                    if busy.try_set(false).is_none() {
                        go(&form);
                    }
                }
                Err(error) => {
                    ask_if_needed(&error);
                    failure.try_set(Some(error));
                    busy.try_set(false);
                }
            }
        });
    };
    view! {
        <ErrorSummary title=words.errors().summary errors=choice.problems />
        <form novalidate on:submit=submit>
            <AgencyFields choice=choice receiver=receiver part=part on_change=chosen />
            <PartAgencyFields others=others first=choice on_change=chosen />
            <p class="prose">{words.fill_form().create_help}</p>
            <ErrorNotice error=failure />
            <div class="actions">
                <Button submit=true busy=busy>{words.fill_form().create}</Button>
            </div>
        </form>
    }
}

/// Changes the agency of a draft.
#[component]
pub fn ChangeAgencyPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words().fill_form();
    let draft = use_open_draft(id);
    let choice = Choice::new("agency");
    let content = Callback::new(move |opened: Opened| {
        view! { <ChangeAgencyForm draft=draft opened=opened choice=choice /> }.into_any()
    });
    view! {
        <WizardPage
            draft=draft
            step=DraftStep::Agency
            title=words.step_agency
            prefix=choice.prefix()
            content=content
        />
    }
}

#[component]
fn ChangeAgencyForm(draft: OpenDraft, opened: Opened, choice: Choice) -> impl IntoView {
    let words = use_words();
    let go_on = use_go_on(draft, DraftStep::Agency);
    let known = draft
        .draft
        .with_untracked(|draft| draft.as_ref().and_then(|draft| draft.agency.clone()));
    if let Some(agency) = known {
        choice.put(agency);
    }
    // What is half chosen is in no draft.
    if let Some(half) = partial_agency::kept(&draft.id()).remove("") {
        choice.put(half);
    }
    let others = draft
        .draft
        .with_untracked(|draft| PartAgencies::new(&opened.procedure, draft.as_ref()));
    let chosen = Callback::new(move |()| {
        choice.settle();
        if let Some(agency) = choice.agency() {
            draft.set_agency(agency);
        }
        others.keep(Some(choice));
        let changed = draft
            .draft
            .with_untracked(|draft| draft.as_ref().map(|draft| others.changed(draft)));
        for (key, choice) in changed.into_iter().flatten() {
            draft.set_part(&key, choice);
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if taken(choice, others).is_some() {
            go_on.run(());
        }
    };
    let half =
        move || (!choice.is_whole() || others.has_half()).then_some(words.fill_form().agency_half);
    let (part, receiver) = first_part(&opened.procedure);
    let whom = draft.draft.with_untracked(|draft| {
        let whom = draft.as_ref().map(|draft| draft.for_whom);
        RwSignal::new(for_whom::key(whom.unwrap_or_default()).to_owned())
    });
    let whom_chosen = Callback::new(move |()| {
        draft.set_for_whom(whom.with_untracked(|word| for_whom::read(word)));
    });
    view! {
        <ErrorSummary title=words.errors().summary errors=choice.problems />
        <form novalidate on:submit=submit>
            <AgencyFields choice=choice receiver=receiver part=part on_change=chosen />
            <PartAgencyFields others=others first=choice on_change=chosen />
            <p class="quiet" role="status">{half}</p>
            <WhomQuestion value=whom on_change=whom_chosen />
            <div class="actions">
                <Button submit=true>{words.fill_form().go_on}</Button>
            </div>
        </form>
    }
}

/// The kind of office that receives the dossier; of a group, the first part's, after that part's name.
fn first_part(procedure: &Procedure) -> (Option<String>, String) {
    let part = procedure.parts.first();
    match part.and_then(|part| part.procedures.first()) {
        Some(by) => (Some(by.procedure.name.clone()), by.receiver.clone()),
        None => (None, procedure.receiver.clone()),
    }
}

/// The first agency, once every place is chosen; what is missing is told all at once.
fn taken(choice: Choice, others: PartAgencies) -> Option<PlaceRef> {
    let first = choice.taken();
    let missing = others.missing();
    if missing.is_empty() {
        return first;
    }
    choice.problems.update(|problems| problems.extend(missing));
    None
}
