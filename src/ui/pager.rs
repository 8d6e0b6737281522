//! Links to the previous and the next page of a long list.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A link to the previous or the next page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagerLink {
    /// The URL to which the link leads.
    pub href: String,
    /// The link text: "Trang trước" or "Trang sau".
    pub label: String,
}

/// The links to the previous and the next page of a list. The text between them says which page is shown. Renders
/// nothing if the list has only one page.
#[component]
pub fn Pager(
    /// The name of this navigation element, for screen readers.
    #[prop(into)]
    label: String,
    /// The number of the current page, as text: "Trang 2 trên 5".
    #[prop(into)]
    position: String,
    /// The link to the previous page; `None` on the first page.
    previous: Option<PagerLink>,
    /// The link to the next page; `None` on the last page.
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
                <span class="pager__position">{position}</span>
                {after}
            </nav>
        }
    })
}
