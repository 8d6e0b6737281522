//! The page «Chi tiết» of a procedure (R1.16). It shows the procedure's record, with a button «Nộp hồ sơ» above and
//! below it.

use contract::endpoints::GET_PROCEDURE;
use leptos::prelude::*;

use super::catalogue::CatalogueState;
use super::record::Record;
use crate::api::Load;
use crate::i18n::{official, use_words};
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::page::use_load::{Loader, use_load};
use crate::reactive::dynamic;
use crate::routes;
use crate::ui::button::ButtonLink;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// The page «Chi tiết» of a procedure.
#[component]
pub fn ProcedurePage(
    /// Code of the procedure.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let text = words.find_procedure();
    // Most citizens come from the search page. Then the catalogue is loaded, and the procedure's name can be shown
    // before its record arrives.
    let known = use_context::<CatalogueState>()
        .and_then(|state| untrack(move || state.ready()))
        .and_then(|all| all.by_code(&code).map(|entry| entry.name.clone()));
    let name_known = known.is_some();
    let Loader {
        load: procedure,
        reload,
    } = use_load(&GET_PROCEDURE, vec![code]);
    retry_automatically(procedure, reload);
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
    let screen = dynamic(move || match procedure.get() {
        Load::Waiting => view! { <Skeleton lines=8 label=words.errors().loading /> }.into_any(),
        Load::Ready(procedure) => view! { <Record procedure=procedure /> }.into_any(),
        Load::Failed(error) if error.is_not_found() => view! {
            <Notice kind=NoticeKind::Warning>
                <p>{text.record.not_found}</p>
                <ButtonLink href=routes::procedures("")>{words.shell().all}</ButtonLink>
            </Notice>
        }
        .into_any(),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=reload /> }.into_any()
        }
    });
    view! {
        <Page title=title title_lang=title_lang>
            {screen}
        </Page>
    }
}
