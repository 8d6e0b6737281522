//! A page: its title in the window, its heading, and focus on the heading when the citizen arrives by a link.
//! The router does none of the three.

use leptos::html::H1;
use leptos::prelude::*;
use leptos::web_sys::FocusOptions;

use super::mixed_text::Lang;

/// What all pages share, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct SiteName {
    /// Name of the portal.
    pub name: Signal<String>,
    /// Whether a page was drawn: the first page of a visit leaves the focus where the browser put it.
    arrived: StoredValue<bool>,
}

impl SiteName {
    /// A site of this name; nobody has arrived yet.
    pub fn new(name: Signal<String>) -> Self {
        Self {
            name,
            arrived: StoredValue::new(false),
        }
    }

    fn is_first(self) -> bool {
        let first = !self.arrived.get_value();
        self.arrived.set_value(true);
        first
    }
}

/// A page with its one heading.
#[component]
pub fn Page(
    /// Heading, and first part of the window's title, before the site's name. Never personal data.
    #[prop(into)]
    title: Signal<String>,
    /// Language of the heading, where it isn't the page's.
    #[prop(optional, into)]
    title_lang: Signal<Lang>,
    /// The window's title, where it isn't made of heading and site.
    #[prop(optional, into)]
    window_title: Signal<String>,
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
    let site = use_context::<SiteName>();
    Effect::new(move |_| {
        let mut text = window_title.get();
        if text.is_empty() {
            let site = site.map(|site| site.name.get()).unwrap_or_default();
            text = [&*prefix.get(), &*title.get(), " – ", &*site].concat();
        }
        document().set_title(&text);
    });
    let leave_focus = site.is_none_or(SiteName::is_first) || keeps_focus;
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
