//! The frame of every page. It sets the window title, renders the heading, and moves the focus to the heading after
//! navigation within the app. The router does none of these.

use leptos::html::H1;
use leptos::prelude::*;
use leptos::web_sys::FocusOptions;

use super::mixed_text::Lang;
use crate::reactive::{dynamic, effect};

/// The name of the portal, which is a part of each window title. The app provides it as a context.
#[derive(Clone, Copy, Debug)]
pub struct SiteName {
    /// The name of the portal.
    pub name: Signal<String>,
    /// Whether a page was already rendered. The first page of a visit doesn't move the focus.
    has_rendered: StoredValue<bool>,
}

impl SiteName {
    /// Creates the context. Call this function before the first page is rendered.
    pub fn new(name: Signal<String>) -> Self {
        Self {
            name,
            has_rendered: StoredValue::new(false),
        }
    }

    /// Returns whether the page that is being rendered is the first page of the visit: `true` at the first call,
    /// `false` at each further call.
    fn is_first_page(self) -> bool {
        let is_first = !self.has_rendered.get_value();
        self.has_rendered.set_value(true);
        is_first
    }
}

/// A page with its `h1` heading.
#[component]
pub fn Page(
    /// The heading of the page. The window title consists of the heading and the portal's name. Therefore the heading
    /// must never contain personal data.
    #[prop(into)]
    title: Signal<String>,
    /// The language of the heading; `None` if it is the page's language.
    #[prop(optional, into)]
    title_lang: Signal<Lang>,
    /// The whole window title, for a page whose window title doesn't consist of the heading and the portal's name.
    #[prop(optional, into)]
    window_title: Signal<String>,
    /// The prefix of the window title, such as «Lỗi: » while the page shows errors.
    #[prop(optional, into)]
    prefix: Signal<String>,
    /// Whether the page moves the focus itself. If so, the heading doesn't take the focus.
    #[prop(optional)]
    keeps_focus: bool,
    /// The content below the heading.
    children: Children,
) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    let site = use_context::<SiteName>();
    effect(move || {
        let mut text = window_title.get();
        if text.is_empty() {
            let site = site.map(|site| site.name.get()).unwrap_or_default();
            text = [&*prefix.get(), &*title.get(), " – ", &*site].concat();
        }
        document().set_title(&text);
    });
    let leave_focus = site.is_none_or(SiteName::is_first_page) || keeps_focus;
    heading.on_load(move |heading| {
        if !leave_focus {
            // Ignore a failure: screen readers then read the window title. Don't scroll to the heading: after the Back
            // button, the browser restores the scroll position.
            let without_scrolling = FocusOptions::new();
            without_scrolling.set_prevent_scroll(true);
            drop(heading.focus_with_options(&without_scrolling));
        }
    });
    view! {
        <h1 node_ref=heading tabindex="-1" class="page-heading" lang=title_lang>
            {dynamic(move || title.get())}
        </h1>
        {children()}
    }
}
