//! «Hồ sơ của tôi»: the eight tabs of the source documents with their counts, and a ninth only when it holds
//! something (R2.13–R2.16). Coming back to the page asks again, so that the office's work is seen.

use contract::dossier::{DossierPage as ListPage, Tab};
use contract::endpoints::GET_DOSSIERS;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use super::dossier_card::card;
use super::draft_removal::{DraftRemoval, draft_removal_dialog};
use crate::api::{ClientError, Load, use_api};
use crate::browser::query;
use crate::browser::window_listener::WindowListener;
use crate::i18n::following::FollowingWords;
use crate::i18n::use_words;
use crate::page::load_errors::{ErrorNotice, retry_by_itself};
use crate::page::status_text::{nothing_in, tab_name};
use crate::routes;
use crate::ui::page::Page;
use crate::ui::{Button, ButtonKind, ButtonLink, Pager, PagerLink, Skeleton, TabItem, Tabs};

/// What the address asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Asked {
    tab: Tab,
    page: u32,
}

/// What is known of the list.
#[derive(Clone, Copy)]
struct List {
    asked: Memo<Asked>,
    load: RwSignal<Load<ListPage>>,
    counts: RwSignal<Vec<u32>>,
    /// Why the list on show couldn't be brought up to date.
    stale: RwSignal<Option<ClientError>>,
    /// A press of «Làm mới» was answered.
    refreshed: RwSignal<bool>,
    number: StoredValue<u32>,
}

/// My dossiers, tab by tab.
#[component]
pub fn DossiersPage() -> impl IntoView {
    let words = use_words();
    let search = use_location().search;
    let list = List {
        asked: Memo::new(move |_| read(&search.get())),
        load: RwSignal::new(Load::Waiting),
        counts: RwSignal::new(Vec::new()),
        stale: RwSignal::new(None),
        refreshed: RwSignal::new(false),
        number: StoredValue::new(0),
    };
    let ask = use_asking(list);
    Effect::new(move |_| {
        list.asked.track();
        list.load.set(Load::Waiting);
        list.refreshed.set(false);
        ask.run(());
    });
    retry_by_itself(list.load, ask);
    // Ends with the page.
    let _returning = StoredValue::new_local(WindowListener::on_return(move || {
        ask.try_run(());
    }));
    let refresh = Callback::new(move |()| {
        list.refreshed.set(false);
        ask.run(());
    });
    let removal = DraftRemoval::new();
    let tabs = Signal::derive(move || tab_items(words.following(), list));
    let body = move || match list.load.get() {
        Load::Waiting => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        Load::Ready(page) => cards(words.following(), list.asked.get(), page, removal),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=ask /> }.into_any()
        }
    };
    view! {
        <Page title=words.following().title>
            <Tabs label=words.following().tabs_label items=tabs />
            <div class="dossiers-head">
                <h2>{move || tab_name(words.following(), list.asked.get().tab)}</h2>
                <Button kind=ButtonKind::Plain on_press=refresh>{words.following().refresh}</Button>
                <span class="quiet" role="status">
                    {move || list.refreshed.get().then_some(words.following().refreshed)}
                </span>
            </div>
            <ErrorNotice error=list.stale on_retry=ask />
            {body}
            {draft_removal_dialog(removal, ask)}
        </Page>
    }
}

/// Asks the backend for the list in the address; an answer that comes after a newer question is dropped.
fn use_asking(list: List) -> Callback<()> {
    let api = use_api();
    Callback::new(move |()| {
        let number = list.number.get_value().wrapping_add(1);
        list.number.set_value(number);
        let asked = list.asked.get_untracked();
        spawn_local(async move {
            let page = asked.page.to_string();
            let text = query::text(&[("tab", asked.tab.key()), ("page", &page)]);
            let answer = api.get(&GET_DOSSIERS, &[], &text).await;
            if list.number.try_get_value() != Some(number) {
                return;
            }
            match answer {
                Ok(page) => list.show(page),
                Err(error) => list.fail(error),
            }
        });
    })
}

impl List {
    fn show(self, page: ListPage) {
        let counts = Tab::ALL
            .iter()
            .map(|tab| {
                let known = page.counts.iter().find(|known| known.tab == *tab);
                known.map_or(0, |known| known.count)
            })
            .collect();
        self.counts.set(counts);
        self.stale.set(None);
        self.refreshed
            .set(matches!(self.load.get_untracked(), Load::Ready(_)));
        // An unchanged list stays as it is drawn, with the focus where it was.
        let same = self
            .load
            .with_untracked(|load| matches!(load, Load::Ready(shown) if *shown == page));
        if !same {
            self.load.set(Load::Ready(page));
        }
    }

    /// A list on show stays; it only says that it may be old.
    fn fail(self, error: ClientError) {
        match self
            .load
            .with_untracked(|load| matches!(load, Load::Ready(_)))
        {
            true => self.stale.set(Some(error)),
            false => self.load.set(Load::Failed(error)),
        }
    }
}

fn read(search: &str) -> Asked {
    let tab = query::value(search, "tab");
    let page = query::value(search, "page");
    Asked {
        tab: tab.and_then(|key| Tab::from_key(&key)).unwrap_or(Tab::New),
        page: page.and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
    }
}

fn tab_items(words: &FollowingWords, list: List) -> Vec<TabItem> {
    let counts = list.counts.get();
    let current = list.asked.get().tab;
    Tab::ALL
        .into_iter()
        .enumerate()
        .map(|(place, tab)| (tab, counts.get(place).copied()))
        .filter(|(tab, count)| *tab != Tab::Closed || count.unwrap_or(0) > 0 || current == *tab)
        .map(|(tab, count)| TabItem {
            href: routes::dossiers(tab.key(), 1),
            label: tab_name(words, tab).to_owned(),
            count,
            current: tab == current,
        })
        .collect()
}

fn cards(
    words: &'static FollowingWords,
    asked: Asked,
    page: ListPage,
    removal: DraftRemoval,
) -> AnyView {
    if page.items.is_empty() {
        let find = (asked.tab == Tab::New).then(|| {
            view! { <ButtonLink href=routes::procedures("")>{words.find}</ButtonLink> }
        });
        return view! {
            <div class="nothing-here">
                <p>{nothing_in(words, asked.tab)}</p>
                {find}
            </div>
        }
        .into_any();
    }
    let neighbour = |number: u32, label: &str| PagerLink {
        href: routes::dossiers(asked.tab.key(), number),
        label: label.to_owned(),
    };
    let previous = (page.page > 1).then(|| neighbour(page.page - 1, words.previous));
    let next = (page.page < page.pages).then(|| neighbour(page.page + 1, words.next));
    let here = [
        words.page,
        page.page.to_string().as_str(),
        words.page_of,
        &page.pages.to_string(),
    ]
    .concat();
    let items: Vec<AnyView> = page
        .items
        .into_iter()
        .map(|item| card(words, item, removal))
        .collect();
    view! {
        <ul class="cards dossier-cards">{items}</ul>
        <Pager label=words.title here=here previous=previous next=next />
    }
    .into_any()
}
