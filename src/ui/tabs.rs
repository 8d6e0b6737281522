//! Lists that stand side by side, each with its own address: links, not a widget, so that Back,
//! a bookmark and a new window work.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos::{html, prelude::*};

/// One tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabItem {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub label: String,
    /// How many things are under it, if known.
    pub count: Option<u32>,
    /// It is the one shown.
    pub current: bool,
}

/// The tabs; on a narrow screen they scroll sideways and the current one is brought into view.
#[component]
pub fn Tabs(
    /// What the tabs choose, for a screen reader.
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

/// Scrolls the row sideways only; the page stays where it is.
fn bring_current_into_view(list: &HtmlElement) {
    let current = list.query_selector("[aria-current]").ok().flatten();
    if let Some(link) = current
        .as_ref()
        .and_then(|found| found.dyn_ref::<HtmlElement>())
    {
        list.set_scroll_left(link.offset_left() - list.offset_left() - 40);
    }
}
