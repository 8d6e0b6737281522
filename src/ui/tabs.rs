//! Tabs, each of which shows another list of the same kind. Each tab is a link with its own URL and not an ARIA tab
//! widget. So the Back button, bookmarks and new windows work.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos::{html, prelude::*};

use crate::reactive::{dynamic, effect};

/// A tab, which is a link to the page that shows the tab's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabItem {
    /// The URL to which the tab leads.
    pub href: String,
    /// The text of the tab.
    pub label: String,
    /// The number of items in the list that the tab shows; `None` until the number is known.
    pub count: Option<u32>,
    /// Whether this tab is the current tab, that is, whether the page shows its list.
    pub current: bool,
}

/// A row of tabs. On a narrow screen, the row can be scrolled sideways. It is scrolled automatically so that the
/// current tab is visible.
#[component]
pub fn Tabs(
    /// The name of the row of tabs, for screen readers.
    #[prop(into)]
    label: String,
    /// The tabs, in the order in which they are shown.
    #[prop(into)]
    items: Signal<Vec<TabItem>>,
) -> impl IntoView {
    let node = NodeRef::<html::Ul>::new();
    effect(move || {
        items.track();
        if let Some(list) = node.get() {
            bring_current_into_view(&list);
        }
    });
    let tab = |item: TabItem| {
        view! {
            <li class="tabs__item">
                <a class="tabs__link" href=item.href aria-current=item.current.then_some("page")>
                    {item.label}
                    {item.count.map(|count| view! { " " <span class="tabs__count">{count}</span> })}
                </a>
            </li>
        }
    };
    view! {
        <nav class="tabs" aria-label=label>
            <ul class="tabs__list" node_ref=node>
                {dynamic(move || items.get().into_iter().map(tab).collect_view())}
            </ul>
        </nav>
    }
}

/// Scrolls the row of tabs sideways until the current tab is visible. `scrollIntoView` isn't used, because it would
/// scroll the page too.
fn bring_current_into_view(list: &HtmlElement) {
    let current = list.query_selector("[aria-current]").ok().flatten();
    if let Some(link) = current
        .as_ref()
        .and_then(|found| found.dyn_ref::<HtmlElement>())
    {
        list.set_scroll_left(link.offset_left() - list.offset_left() - 40);
    }
}
