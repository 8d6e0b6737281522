//! A box for one item of a list, for example a procedure or a dossier.

use leptos::prelude::*;

use super::mixed_text::MixedText;

/// A card without a link.
#[component]
pub fn Card(
    /// The content.
    children: Children,
) -> impl IntoView {
    view! { <div class="card">{children()}</div> }
}

/// A card with a link as its heading. The whole card can be pressed; screen readers read only the link text as the
/// link's name.
#[component]
pub fn LinkCard(
    /// The link's address.
    #[prop(into)]
    href: String,
    /// The link text.
    #[prop(into)]
    title: MixedText,
    /// The content below the link, for example a code, an agency or a badge.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="card card--link">
            <h3 class="card__title">
                <a class="card__link" href=href>
                    {title.render()}
                </a>
            </h3>
            {children.map(|rest| view! { <div class="card__rest">{rest()}</div> })}
        </div>
    }
}
