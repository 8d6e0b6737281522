//! Header and footer, the same on every page.

use leptos::prelude::*;

use super::PortalSignal;
use super::chunks::use_chunks;
use crate::api::Load;
use crate::i18n::{Language, use_words};
use crate::journey::find::find_procedure::opening::Opening;
use crate::page::portal_texts::{self, use_portal_texts};
use crate::routes;
use crate::session::portal_features::use_offered;
use crate::session::{Visitor, use_session};
use crate::ui::page::Site;

/// Name, main menu, and signing in or out.
#[component]
pub fn Header() -> impl IntoView {
    let words = use_words().shell();
    let session = use_session();
    let signed_in = Memo::new(move |_| matches!(session.visitor(), Visitor::Citizen(_)));
    let chunks = use_chunks();
    let name = use_context::<Site>().map(|site| site.name);
    view! {
        <header class="site-header">
            <a class="site-name" href=routes::home()>{name}</a>
            <nav class="site-nav" aria-label=words.navigation>
                <a href=routes::procedures("")>{words.procedures}</a>
                <a href=routes::dossiers("new", 1)>{words.dossiers}</a>
            </nav>
            <div class="site-account">
                {move || match signed_in.get() {
                    true => {
                        view! {
                            <a href=routes::account("")>{words.account}</a>
                            {chunks.account.way_out()}
                        }
                            .into_any()
                    }
                    false => {
                        view! {
                            <a href=routes::sign_in("")>{words.sign_in}</a>
                            <a href=routes::register()>{words.register}</a>
                        }
                            .into_any()
                    }
                }}
            </div>
        </header>
    }
}

/// The portal's sentence, links to other pages, and the other language.
#[component]
pub fn Footer() -> impl IntoView {
    let words = use_words().shell();
    let language = use_context::<RwSignal<Language>>();
    let other = match language.map(|language| language.get_untracked()) {
        Some(Language::En) => Language::Vi,
        _ => Language::En,
    };
    let switch = move |_| {
        other.remember();
        if let Some(language) = language {
            language.set(other);
        }
    };
    let portal = use_context::<PortalSignal>();
    let spoken = move || match portal.map(|portal| portal.get()) {
        Some(Load::Ready(portal)) => portal.languages.iter().any(|tag| tag == other.tag()),
        _ => true,
    };
    let shown = use_context::<Opening>().map(Opening::shown);
    let text = use_portal_texts(shown.unwrap_or_default().footer, portal_texts::footer);
    let sentence = move || {
        let text = text.get().pop();
        text.map(|text| view! { <p lang=text.lang>{text.text}</p> })
    };
    let look_up = use_offered(|parts| parts.lookup);
    let feedback = use_offered(|parts| parts.feedback);
    let links = move || {
        let all = [
            (look_up.get(), routes::look_up(), words.look_up),
            (feedback.get(), routes::feedback(), words.feedback),
        ];
        let there = all
            .into_iter()
            .filter(|(offered, ..)| *offered == Some(true));
        let there: Vec<_> = there
            .map(|(_, address, label)| view! { <a href=address>{label}</a> })
            .collect();
        (!there.is_empty()).then(|| {
            view! {
                <nav class="site-footer__links" aria-label=words.more>
                    {there}
                </nav>
            }
        })
    };
    view! {
        <footer class="site-footer">
            {sentence}
            {links}
            <button
                type="button"
                class="link-button"
                lang=other.tag()
                hidden=move || !spoken()
                on:click=switch
            >
                {words.other_language}
            </button>
        </footer>
    }
}
