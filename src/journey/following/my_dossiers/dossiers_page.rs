//! The page «Hồ sơ của tôi», which lists drafts and dossiers in tabs (R2.13–R2.16). The source documents define eight
//! tabs. A ninth tab is shown only if it isn't empty. Each tab shows the number of its entries. The list is loaded
//! again whenever the citizen returns to the browser tab, because offices may have changed something meanwhile. A search
//! lists the items of all tabs at first.

use contract::dossier::{DossierListPage, Tab, TabCount};
use contract::endpoints::{GET_DOSSIERS, POST_DOSSIER_SEARCH};
use leptos::html::H2;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use super::delete_draft::{DeleteDraft, delete_draft_dialog};
use super::dossier_card::card;
use super::dossier_filter::{ALL_TABS, DossierFilter, FilterForm, use_dossier_filter};
use super::needs_citizen::needs_citizen;
use crate::api::{ClientError, Load, use_api};
use crate::browser::query;
use crate::browser::window_listener::WindowListener;
use crate::i18n::following::FollowingWords;
use crate::i18n::{Words, use_words};
use crate::journey::following::live::{change_announcement, list_changes, watch_changes};
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::page::navigation::use_replace;
use crate::page::progress_text::insert_text;
use crate::reactive::{dynamic, effect};
use crate::routes;
use crate::ui::page::Page;
use crate::ui::{Button, ButtonKind, ButtonLink, Pager, PagerLink, Skeleton, TabItem, Tabs};

/// The tab and the page number, as the URL contains them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DossiersQuery {
    /// `None`: the items of all tabs.
    tab: Option<Tab>,
    page: u32,
}

/// Why a list is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ListCause {
    query: DossiersQuery,
    /// The number of searches that the citizen has started or ended.
    searches: u32,
}

impl ListCause {
    /// Whether the heading of the list takes the focus: the citizen has opened another tab or page, or has pressed «Tìm» or
    /// «Bỏ tìm và lọc». A change of a filter leaves the focus in its field (WCAG 2.2, 3.2.2).
    fn moves_focus(self, before: ListCause, is_filtering: bool) -> bool {
        let is_of_filter = is_filtering && self.query == DossiersQuery { tab: None, page: 1 };
        let is_opened = self.query != before.query && !is_of_filter;
        is_opened || self.searches != before.searches
    }
}

/// The state of the list of drafts and dossiers.
#[derive(Clone, Copy)]
struct DossierList {
    filter: DossierFilter,
    query: Memo<DossiersQuery>,
    load: RwSignal<Load<DossierListPage>>,
    /// Number of entries in each tab. `None` until the list is loaded for the first time.
    counts: RwSignal<Option<Vec<TabCount>>>,
    /// Why the last refresh of the list failed. `None` if it succeeded.
    refresh_error: RwSignal<Option<ClientError>>,
    /// Whether the list on the screen was refreshed successfully after the citizen has pressed the button.
    refreshed: RwSignal<bool>,
    /// Whether the citizen has pressed the button and waits for the response.
    wants_refresh: StoredValue<bool>,
    /// Code of the dossier that the backend has named as changed last.
    changed: StoredValue<Option<String>>,
    /// Number of the latest request. A response to an earlier request is ignored.
    latest_request: StoredValue<u32>,
}

/// The page «Hồ sơ của tôi».
#[component]
pub fn DossiersPage() -> impl IntoView {
    let words = use_words();
    let search = use_location().search;
    let counts = RwSignal::new(None);
    let filter = use_dossier_filter();
    let list = DossierList {
        filter,
        query: Memo::new(move |_| {
            counts.with_untracked(|counts| parse_query(&search.get(), counts.as_deref()))
        }),
        load: RwSignal::new(Load::Waiting),
        counts,
        refresh_error: RwSignal::new(None),
        refreshed: RwSignal::new(false),
        wants_refresh: StoredValue::new(false),
        changed: StoredValue::new(None),
        latest_request: StoredValue::new(0),
    };
    let reload = use_list_request(list);
    let heading = NodeRef::<H2>::new();
    // Whether the heading of the list takes the focus when the list has arrived. The link that the citizen pressed is
    // rendered again, so it can't keep the focus.
    let moves_focus = StoredValue::new(false);
    let mut before = None::<ListCause>;
    effect(move || {
        let cause = ListCause {
            query: list.query.get(),
            searches: list.filter.searches(),
        };
        list.filter.request(None, 1);
        let is_moved = before.take().is_some_and(|before| {
            // Choosing a filter also opens the tab with all dossiers.
            let is_filtering = before.query != cause.query && list.filter.take_is_filtering();
            cause.moves_focus(before, is_filtering)
        });
        if is_moved {
            moves_focus.set_value(true);
        }
        list.load.set(Load::Waiting);
        list.refreshed.set(false);
        reload.run(());
        before = Some(cause);
    });
    effect(move || {
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
    effect(move || {
        let query = list.query.get_untracked();
        let last = list.load.with(|load| match load {
            Load::Ready(shown) => shown.pages,
            Load::Waiting | Load::Failed(_) => u32::MAX,
        });
        if query.page > last {
            go(&routes::my_dossiers(tab_key(query.tab), last));
        }
    });
    retry_automatically(list.load, reload);
    // The event listener for the return to the browser tab is removed when the page is unmounted.
    let _listener = StoredValue::new_local(WindowListener::on_return(move || {
        reload.try_run(());
    }));
    let refresh = Callback::new(move |()| {
        list.refreshed.set(false);
        list.wants_refresh.set_value(true);
        reload.run(());
    });
    watch_changes(Callback::new(move |changed: Option<String>| {
        list.changed.try_set_value(changed);
        reload.try_run(());
    }));
    let dialog = DeleteDraft::new();
    let tabs = Signal::derive(move || tab_items(words, list));
    // The names stay while another page is loaded, so that the selected one isn't lost.
    let agencies = RwSignal::new(Vec::<String>::new());
    effect(move || {
        list.load.with(|load| {
            if let Load::Ready(page) = load {
                agencies.set(page.agencies.clone());
            }
        });
    });
    let agencies = agencies.into();
    let body = dynamic(move || match list.load.get() {
        Load::Waiting => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        Load::Ready(page) => cards(words, list, page, dialog),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=reload /> }.into_any()
        }
    });
    let announcement = change_announcement(list.load, move |before, now| {
        let changed = list.changed.get_value();
        list_changes(words, before, now, changed.as_deref())
    });
    view! {
        <Page title=words.following().title>
            {announcement}
            {dynamic(move || list.load.with(|load| match load {
                Load::Ready(page) => needs_citizen(page),
                Load::Waiting | Load::Failed(_) => None,
            }))}
            <FilterForm agencies=agencies />
            <Tabs label=words.following().tabs_label items=tabs />
            <div class="dossiers-head">
                <h2 node_ref=heading tabindex="-1">
                    {dynamic(move || match list.query.get().tab {
                        Some(tab) => words.following().tab(tab).name,
                        None => words.progress().found,
                    })}
                    " "
                    <span class="visually-hidden">
                        {dynamic(move || list.load.with(|load| spoken_position(words.following(), load)))}
                    </span>
                </h2>
                <Button kind=ButtonKind::Plain on_press=refresh>{words.following().refresh}</Button>
                <span class="muted" role="status">
                    {dynamic(move || list.refreshed.get().then_some(words.following().refreshed))}
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
        let search = untrack(|| match (query.tab, list.filter.is_active()) {
            (Some(_), false) => None,
            (tab, _) => Some(list.filter.request(tab, query.page)),
        });
        spawn_local(async move {
            let answer = match &search {
                Some(search) => {
                    api.send(&POST_DOSSIER_SEARCH, &[], search, Vec::new())
                        .await
                }
                None => {
                    let page = query.page.to_string();
                    let text = [("tab", tab_key(query.tab)), ("page", &page)];
                    api.get(&GET_DOSSIERS, &[], &query::encode_query(&text))
                        .await
                }
            };
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
        let was_wanted = self.wants_refresh.get_value();
        self.wants_refresh.set_value(false);
        if was_wanted {
            self.refreshed.set(true);
        }
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
        self.wants_refresh.set_value(false);
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
        tab: match tab.as_deref() {
            Some(ALL_TABS) => None,
            key => Some(
                key.and_then(|key| tabs.find(|tab| tab.key() == key))
                    .unwrap_or(Tab::New),
            ),
        },
        page: page.and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
    }
}

/// The key of a tab in the URL.
const fn tab_key(tab: Option<Tab>) -> &'static str {
    match tab {
        Some(tab) => tab.key(),
        None => ALL_TABS,
    }
}

/// The number of entries in a tab. If the response doesn't contain the tab, the number is zero.
fn count_of(counts: &[TabCount], tab: Tab) -> u32 {
    let found = counts.iter().find(|known| known.tab == tab);
    found.map_or(0, |known| known.count)
}

fn tab_items(words: Words, list: DossierList) -> Vec<TabItem> {
    let following = words.following();
    let counts = list.counts.get();
    let current = list.query.get().tab;
    let listed = counts.as_deref().unwrap_or_default().iter();
    let unknown = listed
        .map(|count| count.tab)
        .filter(|tab| !Tab::ALL.contains(tab));
    let item = |tab: Option<Tab>, count: Option<u32>, label: &str| TabItem {
        href: routes::my_dossiers(tab_key(tab), 1),
        label: label.to_owned(),
        count,
        current: tab == current,
    };
    let found = counts.as_deref();
    let found = found.map(|counts| counts.iter().map(|count| count.count).sum());
    let is_searching = current.is_none() || list.filter.is_active();
    let all = is_searching.then(|| item(None, found, words.progress().all_tabs));
    let tabs = Tab::ALL
        .into_iter()
        .chain(unknown)
        .map(|tab| (tab, counts.as_deref().map(|counts| count_of(counts, tab))))
        .filter(|(tab, count)| {
            *tab != Tab::Closed || count.unwrap_or(0) > 0 || current == Some(*tab)
        })
        .map(|(tab, count)| item(Some(tab), count, following.tab(tab).name));
    all.into_iter().chain(tabs).collect()
}

fn cards(words: Words, list: DossierList, page: DossierListPage, dialog: DeleteDraft) -> AnyView {
    let (following, progress) = (words.following(), words.progress());
    let query = list.query.get();
    let is_searching = query.tab.is_none() || list.filter.is_active();
    if page.items.is_empty() {
        let empty = match query.tab {
            Some(tab) if !is_searching => following.tab(tab).empty,
            _ => progress.found_none,
        };
        let is_new = query.tab == Some(Tab::New) && !is_searching;
        let find = is_new.then(|| {
            view! { <ButtonLink href=routes::procedures("")>{following.find}</ButtonLink> }
        });
        return view! {
            <div class="empty-state">
                <p role="status">{empty}</p>
                {find}
            </div>
        }
        .into_any();
    }
    let neighbour = |number: u32, label: &str| PagerLink {
        href: routes::my_dossiers(tab_key(query.tab), number),
        label: label.to_owned(),
    };
    let previous = (page.page > 1).then(|| neighbour(page.page - 1, following.previous));
    let next = (page.page < page.pages).then(|| neighbour(page.page + 1, following.next));
    let here = position(following, &page);
    let items: Vec<AnyView> = page
        .items
        .into_iter()
        .map(|item| card(following, item, dialog))
        .collect();
    let total: u32 = page.counts.iter().map(|count| count.count).sum();
    let found = (is_searching && query.tab.is_none()).then(|| {
        let found = insert_text(progress.found_count, &total.to_string());
        view! { <p class="muted" role="status">{found}</p> }
    });
    view! {
        {found}
        <ul class="cards dossier-cards">{items}</ul>
        <Pager label=following.title position=here previous=previous next=next />
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_leaves_the_focus_in_its_field() {
        let cause = |tab, page, searches| ListCause {
            query: DossiersQuery { tab, page },
            searches,
        };
        let new = cause(Some(Tab::New), 1, 0);
        let all = cause(None, 1, 0);
        // Another filter, while the tab stays, and the tab that opens with it.
        assert!(!new.moves_focus(new, false));
        assert!(!all.moves_focus(new, true));
        // Another tab or page, also right after a filter was chosen in the tab with all dossiers.
        assert!(new.moves_focus(all, true));
        assert!(cause(None, 2, 0).moves_focus(all, true));
        assert!(all.moves_focus(new, false));
        // «Tìm» and «Bỏ tìm và lọc».
        assert!(cause(None, 1, 1).moves_focus(all, false));
    }
}
