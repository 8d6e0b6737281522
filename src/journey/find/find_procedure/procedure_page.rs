//! «Chi tiết» of a procedure (R1.16): everything its record holds, and «Nộp hồ sơ» before and after it.

use contract::ProblemCode;
use contract::endpoints::GET_PROCEDURE;
use contract::procedure::Procedure;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::catalogue::CatalogueState;
use super::record::Record;
use crate::api::{ClientError, Load, use_api};
use crate::i18n::{official, use_words};
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::routes;
use crate::ui::button::ButtonLink;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// The page of one procedure.
#[component]
pub fn ProcedurePage(
    /// Its code.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let text = words.find_procedure();
    let api = use_api();
    let procedure = RwSignal::new(Load::<Procedure>::Waiting);
    // The list from which most people come knows the name already.
    let known = use_context::<CatalogueState>()
        .and_then(|state| untrack(move || state.ready()))
        .and_then(|all| all.named(&code).map(|entry| entry.name.clone()));
    let name_known = known.is_some();
    let load = Callback::new(move |()| {
        let code = code.clone();
        spawn_local(async move {
            let answer = api.get(&GET_PROCEDURE, &[&code], "").await;
            procedure.try_set(answer.map_or_else(Load::Failed, Load::Ready));
        });
    });
    load.run(());
    retry_automatically(procedure, load);
    let title = Signal::derive(move || {
        procedure.with(|load| match load {
            Load::Ready(procedure) => procedure.name.clone(),
            Load::Waiting | Load::Failed(_) => known
                .clone()
                .unwrap_or_else(|| text.record.title.to_owned()),
        })
    });
    let official = official();
    let title_lang = Signal::derive(move || match procedure.get() {
        Load::Ready(_) => official,
        Load::Waiting | Load::Failed(_) => official.filter(|_| name_known),
    });
    let screen = move || match procedure.get() {
        Load::Waiting => view! { <Skeleton lines=8 label=words.errors().loading /> }.into_any(),
        Load::Ready(procedure) => view! { <Record procedure=procedure /> }.into_any(),
        Load::Failed(ClientError::Refused(problem)) if problem.code == ProblemCode::NotFound => {
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{text.record.not_found}</p>
                    <ButtonLink href=routes::procedures("")>{words.shell().all}</ButtonLink>
                </Notice>
            }
            .into_any()
        }
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=load /> }.into_any()
        }
    };
    view! {
        <Page title=title title_lang=title_lang>
            {screen}
        </Page>
    }
}
