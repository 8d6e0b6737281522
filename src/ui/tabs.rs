//! Tabs between lists of the same kind. Each tab is a link with its own address, not an ARIA tab widget, so that the
//! Back button, bookmarks and new windows work.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos::{html, prelude::*};

/// One tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabItem {
    /// The link's address.
    pub href: String,
    /// The link text.
    pub label: String,
    /// The number of items in the tab's list; `None` until it is known.
    pub count: Option<u32>,
    /// Whether this tab's list is shown.
    pub current: bool,
}

/// A row of tabs. On a narrow screen it scrolls sideways, and the current tab is scrolled into view.
#[component]
pub fn Tabs(
    /// The name of the row, for screen readers.
    #[prop(into)]
    label: String,
    /// The tabs, in order.
    #[prop(into)]
    items: Signal<Vec<TabItem>>,
) -> impl IntoView {
    let node = NodeRef::<html::Ul>::new();
    Effect::new(move || {
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
                {move || items.get().into_iter().map(tab).collect_view()}
            </ul>
        </nav>
    }
}

/// Scrolls the row sideways to the current tab. `scrollIntoView` isn't used, because it would scroll the page too.
fn bring_current_into_view(list: &HtmlElement) {
    let current = list.query_selector("[aria-current]").ok().flatten();
    if let Some(link) = current
        .as_ref()
        .and_then(|found| found.dyn_ref::<HtmlElement>())
    {
        list.set_scroll_left(link.offset_left() - list.offset_left() - 40);
    }
}
