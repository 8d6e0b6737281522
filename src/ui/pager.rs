//! The way through a list that comes in pages: before, where one is, after.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A neighbouring page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagerLink {
    /// Where it leads.
    pub href: String,
    /// "Trang trước", "Trang sau".
    pub label: String,
}

/// Links to the neighbouring pages; nothing at all where there are none.
#[component]
pub fn Pager(
    /// What is paged, for a screen reader.
    #[prop(into)]
    label: String,
    /// "Trang 2 trên 5".
    #[prop(into)]
    here: String,
    /// The page before.
    previous: Option<PagerLink>,
    /// The page after.
    next: Option<PagerLink>,
) -> impl IntoView {
    (previous.is_some() || next.is_some()).then(|| {
        let before = previous.map(|link| {
            view! {
                <a class="button button--secondary" rel="prev" href=link.href>
                    <Icon glyph=Glyph::Previous />
                    {link.label}
                </a>
            }
        });
        let after = next.map(|link| {
            view! {
                <a class="button button--secondary" rel="next" href=link.href>
                    {link.label}
                    <Icon glyph=Glyph::Next />
                </a>
            }
        });
        view! {
            <nav class="pager" aria-label=label>
                {before}
                <span class="pager__here">{here}</span>
                {after}
            </nav>
        }
    })
}
