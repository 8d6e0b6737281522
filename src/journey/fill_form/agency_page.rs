//! Choosing the agency (R4.8). «Thêm mới» saves the dossier as a draft (R2.11); later the choice can be changed.
//! The choice outlives a trip to the sign-in page, and Back never begins a second draft.

use contract::draft::NewDraft;
use contract::endpoints::{GET_PROCEDURE, POST_DRAFT};
use contract::place::PlaceRef;
use contract::procedure::Procedure;
use domain::agency::agency_name;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, Load, use_api};
use crate::browser::storage::Shelf;
use crate::i18n::use_words;
use crate::journey::going::use_go_instead;
use crate::journey::open_draft::{OpenDraft, Opened, use_open_draft, use_open_drafts};
use crate::journey::place_picker::PlacePicker;
use crate::journey::places::use_places;
use crate::journey::trouble::{Loaded, TroubleNotice};
use crate::journey::wizard::{WizardPage, WizardSteps, use_go_on};
use crate::routes::{self, DraftStep};
use crate::ui::page::Page;
use crate::ui::{Button, ErrorSummary, FieldProblem};

/// The id of the controls.
const AGENCY: &str = "agency";

/// Chooses the agency and begins a draft.
#[component]
pub fn NewDraftPage(
    /// Code of the procedure.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let procedure = RwSignal::new(Load::Waiting);
    let load = Callback::new(move |()| {
        let code = code.clone();
        spawn_local(async move {
            let answer = api.get(&GET_PROCEDURE, &[&code], "").await;
            procedure.try_set(answer.map_or_else(Load::Failed, Load::Ready));
        });
    });
    load.run(());
    let choice = Choice::new();
    provide_context(choice);
    let name = move || {
        procedure.with(|load| match load {
            Load::Ready(procedure) => Some(procedure.name.clone()),
            Load::Waiting | Load::Failed(_) => None,
        })
    };
    view! {
        <Page title=words.fill_form().new_title site=words.shell().name prefix=choice.prefix()>
            <p class="wizard-procedure">{name}</p>
            <WizardSteps id=None step=DraftStep::Agency />
            <Loaded load=procedure on_retry=load ready=|procedure| view! { <NewDraftForm procedure=procedure /> }.into_any() />
        </Page>
    }
}

#[component]
fn NewDraftForm(procedure: Procedure) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let drafts = use_open_drafts();
    let go = use_go_instead();
    let choice = use_context::<Choice>().unwrap_or_else(Choice::new);
    let key = ["motcua-agency-", &procedure.code].concat();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ClientError>);
    let kept = Shelf::Tab.read(&key);
    if let Some((province, commune)) = kept.as_deref().and_then(|kept| kept.split_once('/')) {
        choice.province.set(province.to_owned());
        choice.commune.set(commune.to_owned());
    }
    let chosen = {
        let key = key.clone();
        Callback::new(move |()| {
            choice.settle();
            let (province, commune) = (
                choice.province.get_untracked(),
                choice.commune.get_untracked(),
            );
            // A browser without storage only forgets the choice on the way to the sign-in page.
            Shelf::Tab.keep(&key, &[&province, "/", &commune].concat());
        })
    };
    let code = procedure.code.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(agency) = choice.taken().filter(|_| !busy.get_untracked()) else {
            return;
        };
        busy.set(true);
        failure.set(None);
        let (go, key) = (go.clone(), key.clone());
        let body = NewDraft {
            procedure: code.clone(),
            agency: Some(agency),
        };
        spawn_local(async move {
            match api.send(&POST_DRAFT, &[], &body, Vec::new()).await {
                Ok(draft) => {
                    Shelf::Tab.forget(&key);
                    let form = routes::draft(&draft.id, DraftStep::Form(1));
                    drafts.begin(draft);
                    // Whoever has gone elsewhere meanwhile stays there; the draft waits in the list.
                    if busy.try_set(false).is_none() {
                        go(&form);
                    }
                }
                Err(error) => {
                    failure.try_set(Some(error));
                    busy.try_set(false);
                }
            }
        });
    };
    view! {
        <ErrorSummary title=words.trouble().summary problems=choice.problems />
        <form novalidate on:submit=submit>
            <AgencyFields choice=choice receiver=procedure.receiver on_chosen=chosen />
            <p class="prose">{words.fill_form().create_help}</p>
            <TroubleNotice error=failure />
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
    let choice = Choice::new();
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
        choice.province.set(agency.province);
        choice.commune.set(agency.commune);
    }
    let chosen = Callback::new(move |()| {
        choice.settle();
        if let Some(agency) = choice.agency() {
            draft.set_agency(agency);
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if choice.taken().is_some() {
            go_on.run(());
        }
    };
    let receiver = opened.procedure.receiver.clone();
    view! {
        <ErrorSummary title=words.trouble().summary problems=choice.problems />
        <form novalidate on:submit=submit>
            <AgencyFields choice=choice receiver=receiver on_chosen=chosen />
            <div class="actions">
                <Button submit=true>{words.fill_form().go_on}</Button>
            </div>
        </form>
    }
}

#[component]
fn AgencyFields(choice: Choice, receiver: String, on_chosen: Callback<()>) -> impl IntoView {
    let words = use_words().fill_form();
    let places = use_places();
    let office = move || {
        let place = places.name(&choice.province.get(), &choice.commune.get())?;
        Some([words.will_receive, " ", &agency_name(&receiver, &place)].concat())
    };
    let error = Signal::derive(move || {
        choice
            .problems
            .with(|problems| problems.first().map(|problem| problem.message.clone()))
    });
    view! {
        <p class="lede">{words.agency_help}</p>
        <PlacePicker
            id=AGENCY
            province=choice.province
            commune=choice.commune
            error=error
            on_chosen=on_chosen
        />
        <p class="agency" role="status">{office}</p>
    }
}

/// The place chosen so far, and what is wrong with it.
#[derive(Clone, Copy)]
struct Choice {
    province: RwSignal<String>,
    commune: RwSignal<String>,
    problems: RwSignal<Vec<FieldProblem>>,
}

impl Choice {
    fn new() -> Self {
        Self {
            province: RwSignal::new(String::new()),
            commune: RwSignal::new(String::new()),
            problems: RwSignal::new(Vec::new()),
        }
    }

    fn agency(self) -> Option<PlaceRef> {
        let (province, commune) = (self.province.get_untracked(), self.commune.get_untracked());
        (!province.is_empty() && !commune.is_empty()).then_some(PlaceRef { province, commune })
    }

    /// A choice was made: what was said to be missing may be there now.
    fn settle(self) {
        if self.agency().is_some() {
            self.problems.set(Vec::new());
        }
    }

    /// The agency, or the problem told.
    fn taken(self) -> Option<PlaceRef> {
        let agency = self.agency();
        self.problems.set(match agency {
            Some(_) => Vec::new(),
            None => vec![FieldProblem {
                field: self.missing(),
                message: use_words().fill_form().choose_agency.to_owned(),
            }],
        });
        agency
    }

    fn missing(self) -> String {
        let list = match self.province.with_untracked(String::is_empty) {
            true => "-province",
            false => "-commune",
        };
        [AGENCY, list].concat()
    }

    fn prefix(self) -> Signal<String> {
        let words = use_words().trouble();
        Signal::derive(move || match self.problems.with(Vec::is_empty) {
            true => String::new(),
            false => words.title_prefix.to_owned(),
        })
    }
}
