//! The home page: search field, link tiles and popular procedures. It replaces the first screen, which is plain HTML,
//! and looks the same.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::first_screen::FirstScreen;
use super::search_criteria::Criteria;
use super::search_form::{SEARCH, SearchForm};
use crate::browser::page::{ShownText, focus_at};
use crate::browser::unicode::nfc;
use crate::i18n::{Language, use_words};
use crate::page::navigation::use_navigation;
use crate::page::portal_texts::{self, PortalText, use_portal_texts};
use crate::reactive::{dynamic, effect};
use crate::routes;
use crate::session::portal_features::use_feature;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// The home page.
#[component]
pub fn HomePage() -> impl IntoView {
    let words = use_words();
    let go = use_navigation();
    let first_screen = use_context::<FirstScreen>();
    let typed = first_screen.and_then(FirstScreen::enter);
    let focused = typed.as_ref().filter(|typed| typed.focused).cloned();
    let text = RwSignal::new(typed.map(|typed| typed.text).unwrap_or_default());
    let keeps_focus = focused.is_some();
    if let Some(typed) = focused {
        // Moves the focus only after the first screen was removed and the new search field has its text. The app never
        // writes to a field that has the focus.
        effect(move || {
            let caret = typed.caret;
            spawn_local(async move { focus_at(SEARCH, caret) });
        });
    }
    let language = use_context::<RwSignal<Language>>();
    let language_drawn = language.map(|language| language.get_untracked());
    // A change of the language renders this page again. The text that the citizen has typed must not be lost then.
    on_cleanup(move || {
        if language.map(|language| language.get_untracked()) != language_drawn
            && let Some(first_screen) = first_screen
        {
            first_screen.keep_typed();
        }
    });
    let search = Callback::new(move |()| {
        let criteria = Criteria {
            text: nfc(text.get_untracked().trim()),
            ..Criteria::default()
        };
        go(&routes::procedures(&criteria.to_query()));
    });
    let texts = first_screen.map(FirstScreen::texts).unwrap_or_default();
    let title = use_portal_texts(texts.title, portal_texts::window_title);
    let title = Signal::derive(move || title.get().pop().unwrap_or_default().text);
    let tiles = use_portal_texts(texts.tiles, portal_texts::tiles);
    let tiles = dynamic(move || {
        let tiles = tiles.get();
        (!tiles.is_empty()).then(|| list("tiles wide", tiles))
    });
    view! {
        <Page title=words.shell().question window_title=title keeps_focus=keeps_focus>
            <SearchForm
                text=text
                label=words.shell().find
                on_search=search
                on_input=|()| {}
                on_blur=|()| {}
            />
            {tiles}
            <Popular shown=texts.popular />
        </Page>
    }
}

/// Shows the popular procedures, and a link to all procedures.
#[component]
fn Popular(shown: Vec<ShownText>) -> impl IntoView {
    let words = use_words();
    let popular = use_portal_texts(shown, portal_texts::popular);
    let portal_loaded = use_feature(|_| true);
    let all = move || {
        view! {
            <p>
                <ButtonLink href=routes::procedures("") kind=ButtonKind::Secondary>
                    {words.shell().all}
                </ButtonLink>
            </p>
        }
    };
    dynamic(move || {
        let list = match popular.get() {
            none if none.is_empty() && portal_loaded.get().is_some() => return all().into_any(),
            none if none.is_empty() => {
                view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any()
            }
            popular => list("link-list", popular),
        };
        view! {
            <section class="section wide" aria-labelledby="wanted">
                <h2 id="wanted">{words.shell().popular}</h2>
                {list}
                {all()}
            </section>
        }
        .into_any()
    })
}

/// Renders a list of links.
fn list(class: &'static str, links: Vec<PortalText>) -> AnyView {
    let line = |link: PortalText| {
        view! {
            <li>
                <a href=link.href lang=link.lang>{link.text}</a>
            </li>
        }
    };
    view! { <ul class=class>{links.into_iter().map(line).collect_view()}</ul> }.into_any()
}
