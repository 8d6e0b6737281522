//! The header and the footer, which are the same on every page.

use leptos::prelude::*;

use super::chunks::use_chunks;
use crate::api::Load;
use crate::i18n::{Language, use_words};
use crate::journey::find::find_procedure::first_screen::FirstScreen;
use crate::page::portal_texts::{self, use_portal_texts};
use crate::reactive::dynamic;
use crate::routes;
use crate::session::portal_features::{use_feature, use_portal};
use crate::session::{Visitor, use_session};
use crate::ui::page::SiteName;

/// The header: the name of the portal, the main menu, and the links to sign in or out.
#[component]
pub fn SiteHeader() -> impl IntoView {
    let words = use_words().shell();
    let session = use_session();
    let signed_in = Memo::new(move |_| matches!(session.visitor(), Visitor::Citizen(_)));
    let chunks = use_chunks();
    let name = use_context::<SiteName>().map(|site| site.name);
    view! {
        <header class="site-header">
            <a class="site-name" translate="no" href=routes::home()>{name}</a>
            <nav class="site-nav" aria-label=words.navigation>
                <a href=routes::procedures("")>{words.procedures}</a>
                <a href=routes::my_dossiers("new", 1)>{words.dossiers}</a>
                {dynamic(move || chunks.following.header_view())}
            </nav>
            <div class="site-account">
                {dynamic(move || match signed_in.get() {
                    true => {
                        view! {
                            <a href=routes::account()>{words.account}</a>
                            {chunks.identity.header_view()}
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
                })}
            </div>
        </header>
    }
}

/// The footer: a sentence that the portal sets, links to other pages, and the button that changes the language.
#[component]
pub fn SiteFooter() -> impl IntoView {
    let words = use_words().shell();
    let language = use_context::<RwSignal<Language>>();
    let other = match language.map(|language| language.get_untracked()) {
        Some(Language::En) => Language::Vi,
        _ => Language::En,
    };
    let switch = move |_| {
        other.store();
        if let Some(language) = language {
            language.set(other);
        }
    };
    let portal = use_portal();
    let is_supported = move || match portal.get() {
        Load::Ready(portal) => portal.languages.iter().any(|tag| tag == other.tag()),
        _ => true,
    };
    let first_texts = use_context::<FirstScreen>().map(FirstScreen::texts);
    let text = use_portal_texts(first_texts.unwrap_or_default().footer, portal_texts::footer);
    let sentence = dynamic(move || {
        let text = text.get().pop();
        text.map(|text| view! { <p lang=text.lang>{text.text}</p> })
    });
    let look_up = use_feature(|parts| parts.lookup);
    let feedback = use_feature(|parts| parts.feedback);
    let links = dynamic(move || {
        let all = [
            (look_up.get(), routes::look_up_dossier(), words.look_up),
            (feedback.get(), routes::feedback(), words.feedback),
        ];
        let offered = all
            .into_iter()
            .filter(|(is_offered, ..)| *is_offered == Some(true));
        let offered: Vec<_> = offered
            .map(|(_, href, label)| view! { <a href=href>{label}</a> })
            .collect();
        (!offered.is_empty()).then(|| {
            view! {
                <nav class="site-footer__links" aria-label=words.more_links>
                    {offered}
                </nav>
            }
        })
    });
    view! {
        <footer class="site-footer">
            {sentence}
            {links}
            <button
                type="button"
                class="link-button"
                lang=other.tag()
                hidden=move || !is_supported()
                on:click=switch
            >
                {words.other_language}
            </button>
        </footer>
    }
}
