//! The first screen: the question, the field that answers it, and what most people come for. It goes on where the
//! plain first screen of `index.html` stood, and looks the same.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::catalogue::use_catalogue;
use super::criteria::Criteria;
use super::opening::{Opening, Wanted};
use super::search_form::{SEARCH, SearchForm};
use crate::browser::page::focus_at;
use crate::browser::text::nfc;
use crate::i18n::{official, use_words};
use crate::journey::going::use_go;
use crate::journey::offered::use_offered;
use crate::routes;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// Length of the short list.
const MOST_WANTED: usize = 8;

/// The first screen.
#[component]
pub fn HomePage() -> impl IntoView {
    let words = use_words();
    let go = use_go();
    let opening = use_context::<Opening>();
    let typed = opening.and_then(Opening::take);
    let focused = typed.as_ref().filter(|typed| typed.focused).cloned();
    let text = RwSignal::new(typed.map(|typed| typed.text).unwrap_or_default());
    let keeps_focus = focused.is_some();
    if let Some(typed) = focused {
        // By then the plain first screen is gone, and the field holds the text: a field with the focus is never
        // written into.
        Effect::new(move |_| {
            let caret = typed.caret;
            spawn_local(async move { focus_at(SEARCH, caret) });
        });
    }
    let search = Callback::new(move |()| {
        let criteria = Criteria {
            text: nfc(text.get_untracked().trim()),
            ..Criteria::default()
        };
        go(&routes::procedures(&criteria.address()));
    });
    view! {
        <Page title=words.shell().question site=words.shell().name keeps_focus=keeps_focus>
            <SearchForm
                text=text
                label=words.shell().find
                on_search=search
                on_typed=|()| {}
                on_leave=|()| {}
            />
            <Entries />
            <section class="section wide" aria-labelledby="wanted">
                <h2 id="wanted">{words.shell().wanted}</h2>
                <MostWanted shown=opening.map(Opening::wanted).unwrap_or_default() />
                <p>
                    <ButtonLink href=routes::procedures("") kind=ButtonKind::Secondary>
                        {words.shell().all}
                    </ButtonLink>
                </p>
            </section>
        </Page>
    }
}

/// The other ways in: groups of procedures (R4.6) and looking up a dossier. As on the plain first screen, until the
/// backend says that it lacks one.
#[component]
fn Entries() -> impl IntoView {
    let words = use_words().shell();
    let groups = use_offered(|parts| parts.groups);
    let look_up = use_offered(|parts| parts.lookup);
    move || {
        let all = [
            (groups.get(), routes::groups(), words.groups),
            (look_up.get(), routes::look_up(), words.look_up),
        ];
        let there = all
            .into_iter()
            .filter(|(offered, ..)| *offered != Some(false));
        let there: Vec<_> = there
            .map(|(_, address, label)| view! { <li><a href=address>{label}</a></li> })
            .collect();
        (!there.is_empty()).then(|| view! { <ul class="entries wide">{there}</ul> })
    }
}

/// The first procedures of the catalogue; until it is here, what the plain first screen showed.
#[component]
fn MostWanted(shown: Vec<Wanted>) -> impl IntoView {
    let loading = use_words().trouble().loading;
    let (catalogue, _) = use_catalogue();
    let list = Memo::new(move |_| match catalogue.ready() {
        None => shown.clone(),
        Some(all) => {
            let first = all.catalogue.procedures.iter().take(MOST_WANTED);
            first
                .map(|entry| Wanted {
                    code: entry.code.clone(),
                    name: entry.name.clone(),
                })
                .collect()
        }
    });
    let line = |wanted: Wanted| {
        view! {
            <li>
                <a href=routes::procedure(&wanted.code) lang=official()>{wanted.name}</a>
            </li>
        }
    };
    move || match list.get() {
        list if list.is_empty() => view! { <Skeleton lines=4 label=loading /> }.into_any(),
        list => {
            view! { <ul class="ways">{list.into_iter().map(line).collect_view()}</ul> }.into_any()
        }
    }
}
