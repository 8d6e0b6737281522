//! The page «Hồ sơ của tôi», which lists drafts and dossiers in tabs (R2.13–R2.16). The source documents define eight
//! tabs. A ninth tab is shown only if it isn't empty. Each tab shows the number of its entries. The list is loaded
//! again whenever the citizen returns to the browser tab, because offices may have changed something meanwhile.

use contract::dossier::{DossierListPage, Tab, TabCount};
use contract::endpoints::GET_DOSSIERS;
use leptos::html::H2;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use super::delete_draft::{DeleteDraft, delete_draft_dialog};
use super::dossier_card::card;
use crate::api::{ClientError, Load, use_api};
use crate::browser::query;
use crate::browser::window_listener::WindowListener;
use crate::i18n::following::FollowingWords;
use crate::i18n::use_words;
use crate::journey::following::live::watch_changes;
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::page::navigation::use_replace;
use crate::routes;
use crate::ui::page::Page;
use crate::ui::{Button, ButtonKind, ButtonLink, Pager, PagerLink, Skeleton, TabItem, Tabs};

/// The tab and the page number, as the URL contains them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DossiersQuery {
    tab: Tab,
    page: u32,
}

/// The state of the list of drafts and dossiers.
#[derive(Clone, Copy)]
struct DossierList {
    query: Memo<DossiersQuery>,
    load: RwSignal<Load<DossierListPage>>,
    /// Number of entries in each tab. `None` until the list is loaded for the first time.
    counts: RwSignal<Option<Vec<TabCount>>>,
    /// Why the last refresh of the list failed. `None` if it succeeded.
    refresh_error: RwSignal<Option<ClientError>>,
    /// Whether the list on the screen was refreshed successfully.
    refreshed: RwSignal<bool>,
    /// Number of the latest request. A response to an earlier request is ignored.
    latest_request: StoredValue<u32>,
}

/// The page «Hồ sơ của tôi».
#[component]
pub fn DossiersPage() -> impl IntoView {
    let words = use_words();
    let search = use_location().search;
    let counts = RwSignal::new(None);
    let list = DossierList {
        query: Memo::new(move |_| {
            counts.with_untracked(|counts| parse_query(&search.get(), counts.as_deref()))
        }),
        load: RwSignal::new(Load::Waiting),
        counts,
        refresh_error: RwSignal::new(None),
        refreshed: RwSignal::new(false),
        latest_request: StoredValue::new(0),
    };
    let reload = use_list_request(list);
    let heading = NodeRef::<H2>::new();
    // Whether the heading of the list takes the focus when the list has arrived. The link that the citizen pressed is
    // rendered anew, so it can't keep the focus.
    let moves_focus = StoredValue::new(false);
    Effect::new(move |previous: Option<()>| {
        list.query.track();
        moves_focus.set_value(previous.is_some());
        list.load.set(Load::Waiting);
        list.refreshed.set(false);
        reload.run(());
    });
    Effect::new(move |_| {
        let is_ready = list.load.with(|load| matches!(load, Load::Ready(_)));
        if is_ready && moves_focus.get_value() {
            moves_focus.set_value(false);
            if let Some(heading) = heading.get_untracked() {
                drop(heading.focus());
            }
        }
    });
    let go = use_replace();
    // The list has become shorter than the requested page, or the citizen has opened an old link.
    Effect::new(move |_| {
        let query = list.query.get_untracked();
        let last = list.load.with(|load| match load {
            Load::Ready(shown) => shown.pages,
            Load::Waiting | Load::Failed(_) => u32::MAX,
        });
        if query.page > last {
            go(&routes::my_dossiers(query.tab.key(), last));
        }
    });
    retry_automatically(list.load, reload);
    // The event listener for the return to the browser tab is removed when the page is unmounted.
    let _listener = StoredValue::new_local(WindowListener::on_return(move || {
        reload.try_run(());
    }));
    let refresh = Callback::new(move |()| {
        list.refreshed.set(false);
        reload.run(());
    });
    watch_changes(Callback::new(move |_| {
        refresh.try_run(());
    }));
    let dialog = DeleteDraft::new();
    let tabs = Signal::derive(move || tab_items(words.following(), list));
    let body = move || match list.load.get() {
        Load::Waiting => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        Load::Ready(page) => cards(words.following(), list.query.get(), page, dialog),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=reload /> }.into_any()
        }
    };
    view! {
        <Page title=words.following().title>
            <Tabs label=words.following().tabs_label items=tabs />
            <div class="dossiers-head">
                <h2 node_ref=heading tabindex="-1">
                    {move || words.following().tab(list.query.get().tab).name}
                    " "
                    <span class="visually-hidden">
                        {move || list.load.with(|load| spoken_position(words.following(), load))}
                    </span>
                </h2>
                <Button kind=ButtonKind::Plain on_press=refresh>{words.following().refresh}</Button>
                <span class="muted" role="status">
                    {move || list.refreshed.get().then_some(words.following().refreshed)}
                </span>
            </div>
            <ErrorNotice error=list.refresh_error on_retry=reload />
            {body}
            {delete_draft_dialog(dialog, reload)}
        </Page>
    }
}

/// Returns a callback that loads the list for the tab and page number in the URL. A response to an earlier request is
/// ignored.
fn use_list_request(list: DossierList) -> Callback<()> {
    let api = use_api();
    Callback::new(move |()| {
        let number = list.latest_request.get_value().wrapping_add(1);
        list.latest_request.set_value(number);
        let query = list.query.get_untracked();
        spawn_local(async move {
            let page = query.page.to_string();
            let text = query::encode_query(&[("tab", query.tab.key()), ("page", &page)]);
            let answer = api.get(&GET_DOSSIERS, &[], &text).await;
            if list.latest_request.try_get_value() != Some(number) {
                return;
            }
            match answer {
                Ok(page) => list.show(page),
                Err(error) => list.fail(error),
            }
        });
    })
}

impl DossierList {
    fn show(self, page: DossierListPage) {
        self.counts.set(Some(page.counts.clone()));
        self.refresh_error.set(None);
        self.refreshed
            .set(matches!(self.load.get_untracked(), Load::Ready(_)));
        // An unchanged list isn't rendered again, so that the focus stays where it is.
        let unchanged = self
            .load
            .with_untracked(|load| matches!(load, Load::Ready(shown) if *shown == page));
        if !unchanged {
            self.load.set(Load::Ready(page));
        }
    }

    /// Shows an error. If a list is on the screen, it stays, and the error is shown above it.
    fn fail(self, error: ClientError) {
        match self
            .load
            .with_untracked(|load| matches!(load, Load::Ready(_)))
        {
            true => self.refresh_error.set(Some(error)),
            false => self.load.set(Load::Failed(error)),
        }
    }
}

/// Parses the query of the URL. `counts` may contain a tab that the app doesn't know; the citizen can open it.
fn parse_query(search: &str, counts: Option<&[TabCount]>) -> DossiersQuery {
    let tab = query::value(search, "tab");
    let page = query::value(search, "page");
    let counted = counts.unwrap_or_default().iter().map(|count| count.tab);
    let mut tabs = Tab::ALL.into_iter().chain(counted);
    DossiersQuery {
        tab: tab
            .and_then(|key| tabs.find(|tab| tab.key() == key))
            .unwrap_or(Tab::New),
        page: page.and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
    }
}

/// The number of entries in a tab. If the response doesn't contain the tab, the number is zero.
fn count_of(counts: &[TabCount], tab: Tab) -> u32 {
    let found = counts.iter().find(|known| known.tab == tab);
    found.map_or(0, |known| known.count)
}

fn tab_items(words: &FollowingWords, list: DossierList) -> Vec<TabItem> {
    let counts = list.counts.get();
    let current = list.query.get().tab;
    let listed = counts.as_deref().unwrap_or_default().iter();
    let unknown = listed
        .map(|count| count.tab)
        .filter(|tab| !Tab::ALL.contains(tab));
    Tab::ALL
        .into_iter()
        .chain(unknown)
        .map(|tab| (tab, counts.as_deref().map(|counts| count_of(counts, tab))))
        .filter(|(tab, count)| *tab != Tab::Closed || count.unwrap_or(0) > 0 || current == *tab)
        .map(|(tab, count)| TabItem {
            href: routes::my_dossiers(tab.key(), 1),
            label: words.tab(tab).name.to_owned(),
            count,
            current: tab == current,
        })
        .collect()
}

fn cards(
    words: &'static FollowingWords,
    query: DossiersQuery,
    page: DossierListPage,
    dialog: DeleteDraft,
) -> AnyView {
    if page.items.is_empty() {
        let find = (query.tab == Tab::New).then(|| {
            view! { <ButtonLink href=routes::procedures("")>{words.find}</ButtonLink> }
        });
        return view! {
            <div class="empty-state">
                <p>{words.tab(query.tab).empty}</p>
                {find}
            </div>
        }
        .into_any();
    }
    let neighbour = |number: u32, label: &str| PagerLink {
        href: routes::my_dossiers(query.tab.key(), number),
        label: label.to_owned(),
    };
    let previous = (page.page > 1).then(|| neighbour(page.page - 1, words.previous));
    let next = (page.page < page.pages).then(|| neighbour(page.page + 1, words.next));
    let here = position(words, &page);
    let items: Vec<AnyView> = page
        .items
        .into_iter()
        .map(|item| card(words, item, dialog))
        .collect();
    view! {
        <ul class="cards dossier-cards">{items}</ul>
        <Pager label=words.title position=here previous=previous next=next />
    }
    .into_any()
}

/// The number of the page and the number of all pages, for example «Trang 2 trên 5».
fn position(words: &FollowingWords, page: &DossierListPage) -> String {
    let (number, pages) = (page.page.to_string(), page.pages.to_string());
    [words.page, &number, words.page_of, &pages].concat()
}

/// The position as a part of the list's heading, for screen readers. `None` if the list has only one page.
fn spoken_position(words: &FollowingWords, load: &Load<DossierListPage>) -> Option<String> {
    match load {
        Load::Ready(page) if page.pages > 1 => Some(["– ", &position(words, page)].concat()),
        _ => None,
    }
}
