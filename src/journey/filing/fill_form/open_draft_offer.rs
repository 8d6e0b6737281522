//! The open drafts of a procedure, offered when the citizen begins the same procedure again.

use contract::dossier::{DossierItem, Tab};
use contract::endpoints::GET_DOSSIERS;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::answers::draft_summary::DraftSummary;
use crate::api::use_api;
use crate::browser::query;
use crate::i18n::use_words;
use crate::page::dates::format_time;
use crate::routes::{self, DraftStep};
use crate::ui::{Notice, NoticeKind};

/// Lists the citizen's open drafts of a procedure, each with a link to continue it. Shows nothing if there are none, or
/// as long as they aren't known.
#[component]
pub(super) fn OpenDraftOffer(
    /// Code of the procedure.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let drafts = RwSignal::new(Vec::<DossierItem>::new());
    spawn_local(async move {
        // The drafts that were changed last are on the first page.
        let newest = query::encode_query(&[("tab", Tab::New.key())]);
        if let Ok(list) = api.get(&GET_DOSSIERS, &[], &newest).await {
            let of_procedure = |item: &DossierItem| matches!(item, DossierItem::Draft { procedure, .. } if *procedure == code);
            drafts.try_set(list.items.into_iter().filter(of_procedure).collect());
        }
    });
    let line = move |item: DossierItem| {
        let DossierItem::Draft {
            id,
            for_whom,
            person,
            answered,
            required,
            updated_at,
            ..
        } = item
        else {
            return None;
        };
        let summary = DraftSummary {
            for_whom,
            person: person.as_deref(),
            answered,
            required,
        };
        let following = words.following();
        let changed = [" · ", following.changed_at, &format_time(&updated_at)].concat();
        let href = routes::draft(&id, DraftStep::Form(1));
        Some(view! {
            <li>
                <a href=href>{following.go_on} ": " {summary.text(words)}</a>
                {changed}
            </li>
        })
    };
    move || {
        let drafts = drafts.get();
        (!drafts.is_empty()).then(|| {
            let lines = drafts.into_iter().filter_map(line).collect_view();
            view! {
                <Notice kind=NoticeKind::Info announce=true>
                    <p>{words.fill_form().open_drafts}</p>
                    <ul>{lines}</ul>
                </Notice>
            }
        })
    }
}
