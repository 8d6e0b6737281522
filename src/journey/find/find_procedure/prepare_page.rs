//! «Chuẩn bị hồ sơ» (R4.20–R4.22), between «Nộp hồ sơ» and choosing the agency, open to everyone: what is needed, which
//! papers, and whom the filing is for. The choice travels in the tab; nothing here is sent.

use contract::endpoints::GET_PROCEDURE;
use contract::procedure::Procedure;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::before_filing::BeforeFiling;
use super::checklist::checklist;
use super::checklist_boxes::ChecklistBoxes;
use super::checklist_picture::TakeAlong;
use super::ticks::Ticks;
use crate::answers::for_whom::{self, ForWhomQuestion};
use crate::api::{Load, use_api};
use crate::i18n::{official, use_words};
use crate::page::load_errors::Loaded;
use crate::routes;
use crate::ui::button::ButtonLink;
use crate::ui::page::Page;

/// The page of one procedure.
#[component]
pub fn PreparePage(
    /// Its code.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let procedure = RwSignal::new(Load::<Procedure>::Waiting);
    let load = Callback::new(move |()| {
        let code = code.clone();
        spawn_local(async move {
            let answer = api.get(&GET_PROCEDURE, &[&code], "").await;
            procedure.try_set(answer.map_or_else(Load::Failed, Load::Ready));
        });
    });
    load.run(());
    view! {
        <Page title=words.prepare().title>
            <Loaded load=procedure on_retry=load ready=|procedure| view! { <Preparation procedure=procedure /> }.into_any() />
        </Page>
    }
}

#[component]
fn Preparation(procedure: Procedure) -> impl IntoView {
    let words = use_words();
    let text = words.prepare();
    let list = checklist(&words.find_procedure().record, &procedure);
    let papers = list.situations.iter().flat_map(|one| &one.papers);
    let ticks = Ticks::remembered(&procedure.code, papers.map(|paper| paper.code.clone()));
    let kept = StoredValue::new(procedure.clone());
    let kept_list = StoredValue::new(list.clone());
    let papers = match list.situations.is_empty() {
        true => view! { <p>{text.no_components}</p> }.into_any(),
        false => view! { <p class="prepare-aside">{text.components_help}</p> }.into_any(),
    };
    let code = procedure.code.clone();
    view! {
        <div class="stack stack--close">
            <p class="wizard-procedure">
                <a href=routes::procedure(&code) lang=official()>{procedure.name.clone()}</a>
            </p>
            <p class="quiet">{text.code} {code.clone()}</p>
        </div>
        <BeforeFiling procedure=procedure />
        <section class="section">
            <h2>{text.components}</h2>
            {papers}
            <ChecklistBoxes list=list ticks=ticks />
            <TakeAlong procedure=kept list=kept_list ticks=ticks />
        </section>
        <Whom code=code />
    }
}

/// Whom the filing is for (R4.21), and the way on.
#[component]
fn Whom(code: String) -> impl IntoView {
    let text = use_words().prepare();
    let value = RwSignal::new(for_whom::to_key(for_whom::load(&code)).to_owned());
    let meaning = move || {
        let chosen = value.with(|key| for_whom::from_key(key));
        text.choice(chosen).effect
    };
    let file = routes::file(&code);
    let chosen = Callback::new(move |()| {
        value.with_untracked(|key| for_whom::store(&code, for_whom::from_key(key)));
    });
    view! {
        <section class="section prepare-aside">
            <ForWhomQuestion value=value on_chosen=chosen />
            <p class="prose" role="status">{meaning}</p>
            <div class="actions">
                <ButtonLink href=file>{text.go_on}</ButtonLink>
            </div>
        </section>
    }
}
