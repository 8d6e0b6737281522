//! Consent given and withdrawn, purpose by purpose, and everything ever given with its wording and time.

use contract::consent::{Consent, ConsentChange};
use contract::endpoints::{GET_CONSENTS, POST_CONSENT};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account_summary::BackToAccount;
use super::consent_card::{card, history};
use crate::api::{ClientError, Load, use_api};
use crate::i18n::use_words;
use crate::journey::identity::consent::consent_boxes::use_purposes;
use crate::page::load_errors::{ErrorNotice, Loaded};
use crate::page::use_load::{Loader, use_load};
use crate::ui::Disclosure;
use crate::ui::page::Page;

/// The page.
#[component]
pub fn ConsentsPage() -> impl IntoView {
    let words = use_words();
    let text = &words.account().consents;
    let api = use_api();
    let purposes = use_purposes();
    let Loader { load, reload: ask } = use_load(&GET_CONSENTS, Vec::new());
    let trouble = RwSignal::new(None::<ClientError>);
    let said = RwSignal::new("");
    let change = Callback::new(move |wanted: ConsentChange| {
        said.set("");
        trouble.set(None);
        spawn_local(async move {
            match api.send(&POST_CONSENT, &[], &wanted, Vec::new()).await {
                Ok(kept) => {
                    load.try_set(Load::Ready(kept));
                    said.try_set(if wanted.given {
                        text.given
                    } else {
                        text.withdrawn
                    });
                }
                Err(error) => {
                    trouble.try_set(Some(error));
                }
            }
        });
    });
    let ready = move |kept: Vec<Consent>| {
        let purposes = purposes.get().unwrap_or_default();
        if purposes.is_empty() && kept.is_empty() {
            return view! { <p>{text.none}</p> }.into_any();
        }
        let cards: Vec<AnyView> = purposes
            .into_iter()
            .map(|purpose| card(text, purpose, &kept, change))
            .collect();
        let ever = (!kept.is_empty()).then(|| {
            view! { <Disclosure summary=text.history>{history(text, kept)}</Disclosure> }
        });
        view! {
            <ul class="cards">{cards}</ul>
            {ever}
        }
        .into_any()
    };
    view! {
        <Page title=text.title>
            <p class="lede">{text.intro}</p>
            <ErrorNotice error=trouble />
            <p class="quiet" role="status">
                {said}
            </p>
            <Loaded load=load on_retry=ask ready=ready />
            <BackToAccount />
        </Page>
    }
}
