//! The page where the citizen gives and withdraws consents. It lists the purposes, and all consents that the citizen
//! has ever given.
//! After each change, the backend returns the whole list of consents, so the page never has to guess the new state.

use contract::consent::{Consent, ConsentChange};
use contract::endpoints::{GET_CONSENTS, POST_CONSENT};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account_summary::BackToAccount;
use super::consent_card::{consent_card, consent_history};
use crate::api::{ClientError, Load, use_api};
use crate::i18n::use_words;
use crate::journey::identity::consent::consent_boxes::use_purposes;
use crate::page::load_errors::{ErrorNotice, Loaded};
use crate::page::use_load::{Loader, use_load};
use crate::ui::Disclosure;
use crate::ui::page::Page;

/// The page where the citizen gives and withdraws consents.
/// Loads `GET /account/consents`, and sends each change with `POST /account/consents`. The purposes come from the
/// portal's description.
#[component]
pub fn ConsentsPage() -> impl IntoView {
    let words = use_words();
    let text = &words.account().consents;
    let api = use_api();
    let purposes = use_purposes();
    let Loader { load, reload } = use_load(&GET_CONSENTS, Vec::new());
    let error = RwSignal::new(None::<ClientError>);
    let status = RwSignal::new("");
    let change = Callback::new(move |change: ConsentChange| {
        status.set("");
        error.set(None);
        spawn_local(async move {
            match api.send(&POST_CONSENT, &[], &change, Vec::new()).await {
                Ok(consents) => {
                    load.try_set(Load::Ready(consents));
                    status.try_set(if change.given {
                        text.given
                    } else {
                        text.withdrawn
                    });
                }
                Err(refusal) => {
                    error.try_set(Some(refusal));
                }
            }
        });
    });
    let ready = move |consents: Vec<Consent>| {
        let purposes = purposes.get().unwrap_or_default();
        // A backend may require no consent at all.
        if purposes.is_empty() && consents.is_empty() {
            return view! { <p>{text.none}</p> }.into_any();
        }
        let cards: Vec<AnyView> = purposes
            .into_iter()
            .map(|purpose| consent_card(text, purpose, &consents, change))
            .collect();
        let history = (!consents.is_empty()).then(|| {
            view! { <Disclosure summary=text.history>{consent_history(text, consents)}</Disclosure> }
        });
        view! {
            <ul class="cards">{cards}</ul>
            {history}
        }
        .into_any()
    };
    view! {
        <Page title=text.title>
            <p class="lede">{text.intro}</p>
            <ErrorNotice error=error />
            <p class="muted" role="status">
                {status}
            </p>
            <Loaded load=load on_retry=reload ready=ready />
            <BackToAccount />
        </Page>
    }
}
