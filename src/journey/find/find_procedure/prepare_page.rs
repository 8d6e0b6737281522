//! The page «Chuẩn bị hồ sơ» (R4.20–R4.22). It opens after the citizen has pressed «Nộp hồ sơ», and before they choose
//! the agency. It needs no sign-in. It shows the conditions and the components, and asks for whom the dossier is filed.
//! The answer to this question is stored in the tab and not sent.

use contract::endpoints::GET_PROCEDURE;
use contract::procedure::Procedure;
use leptos::prelude::*;

use super::before_filing::BeforeFiling;
use super::checklist::checklist;
use super::checklist_boxes::ChecklistBoxes;
use super::checklist_picture::ChecklistExport;
use super::checklist_ticks::Ticks;
use super::record_text::is_filed_online;
use crate::answers::for_whom::{self, ForWhomQuestion};
use crate::i18n::{official, use_words};
use crate::page::load_errors::Loaded;
use crate::page::use_load::{Loader, use_load};
use crate::reactive::dynamic;
use crate::routes;
use crate::ui::button::ButtonLink;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page::Page;

/// The page «Chuẩn bị hồ sơ» of a procedure.
#[component]
pub fn PreparePage(
    /// Code of the procedure.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let Loader { load, reload } = use_load(&GET_PROCEDURE, vec![code]);
    view! {
        <Page title=words.prepare().title>
            <Loaded load=load on_retry=reload ready=|procedure| view! { <Preparation procedure=procedure /> }.into_any() />
        </Page>
    }
}

#[component]
fn Preparation(procedure: Procedure) -> impl IntoView {
    let words = use_words();
    let text = words.prepare();
    let list = checklist(&words.find_procedure().record, &procedure);
    let components = list.situations.iter().flat_map(|one| &one.components);
    let ticks = Ticks::restore(
        &procedure.code,
        for_whom::load_choice(&procedure.code),
        components.map(|component| component.code.clone()),
    );
    let stored_procedure = StoredValue::new(procedure.clone());
    let stored_list = StoredValue::new(list.clone());
    let components_help = match list.situations.is_empty() {
        true => view! { <p>{text.no_components}</p> }.into_any(),
        false => view! { <p class="no-print">{text.components_help}</p> }.into_any(),
    };
    let code = procedure.code.clone();
    let is_filed_online = is_filed_online(procedure.level);
    view! {
        <div class="stack stack--compact">
            <p class="wizard-procedure">
                <a href=routes::procedure(&code) lang=official()>{procedure.name.clone()}</a>
            </p>
            <p class="muted">{text.code} {code.clone()}</p>
        </div>
        <BeforeFiling procedure=procedure />
        <section class="section">
            <h2>{text.components}</h2>
            {components_help}
            <ChecklistBoxes list=list ticks=ticks />
            <ChecklistExport procedure=stored_procedure list=stored_list ticks=ticks />
        </section>
        {if is_filed_online {
            view! { <ForWhomSection code=code ticks=ticks /> }.into_any()
        } else {
            view! {
                <Notice kind=NoticeKind::Info>
                    <p>{words.find_procedure().levels.in_person_meaning}</p>
                </Notice>
            }
                .into_any()
        }}
    }
}

/// Asks for whom the dossier is filed (R4.21), and shows the button to continue.
#[component]
fn ForWhomSection(code: String, ticks: Ticks) -> impl IntoView {
    let text = use_words().prepare();
    let value = RwSignal::new(for_whom::choice_key(for_whom::load_choice(&code)).to_owned());
    let meaning = dynamic(move || {
        let chosen = value.with(|key| for_whom::choice_from_key(key));
        text.choice(chosen).effect
    });
    let file = routes::file(&code);
    let chosen = Callback::new(move |()| {
        let for_whom = value.with_untracked(|key| for_whom::choice_from_key(key));
        for_whom::store_choice(&code, for_whom);
        ticks.set_for_whom(for_whom);
    });
    view! {
        <section class="section no-print">
            <ForWhomQuestion value=value on_change=chosen />
            <p class="prose" role="status">{meaning}</p>
            <div class="actions">
                <ButtonLink href=file>{text.go_on}</ButtonLink>
            </div>
        </section>
    }
}
