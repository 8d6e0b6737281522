//! A page: its title in the window, its heading, and focus on the heading when the citizen arrives by a link.
//! The router does none of the three.

use leptos::html::H1;
use leptos::prelude::*;
use leptos::web_sys::FocusOptions;

use super::said::Lang;

/// Counts arrivals, so that the first page of a visit leaves the focus where the browser put it.
#[derive(Clone, Copy, Debug)]
pub struct Arrivals(StoredValue<bool>);

impl Arrivals {
    /// Nobody has arrived yet.
    pub fn new() -> Self {
        Self(StoredValue::new(false))
    }

    fn is_first(self) -> bool {
        let first = !self.0.get_value();
        self.0.set_value(true);
        first
    }
}

impl Default for Arrivals {
    fn default() -> Self {
        Self::new()
    }
}

/// A page with its one heading.
#[component]
pub fn Page(
    /// Heading, and first part of the window's title. Never personal data.
    #[prop(into)]
    title: Signal<String>,
    /// Language of the heading, where it isn't the page's.
    #[prop(optional, into)]
    title_lang: Signal<Lang>,
    /// Last part of the window's title.
    site: &'static str,
    /// Before the window's title, such as «Lỗi: » while answers are at fault.
    #[prop(optional, into)]
    prefix: Signal<String>,
    /// Leaves the focus alone, for a page that puts it elsewhere.
    #[prop(optional)]
    keeps_focus: bool,
    /// Everything below the heading.
    children: Children,
) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    Effect::new(move |_| {
        let text = [prefix.get().as_str(), title.get().as_str(), " – ", site].concat();
        document().set_title(&text);
    });
    let leave_focus = use_context::<Arrivals>().is_none_or(Arrivals::is_first) || keeps_focus;
    heading.on_load(move |heading| {
        if !leave_focus {
            // A heading that can't take the focus is still read from the title.
            // After Back the browser restores the place in the page itself.
            let in_place = FocusOptions::new();
            in_place.set_prevent_scroll(true);
            drop(heading.focus_with_options(&in_place));
        }
    });
    view! {
        <h1 node_ref=heading tabindex="-1" class="page-heading" lang=title_lang>
            {move || title.get()}
        </h1>
        {children()}
    }
}
