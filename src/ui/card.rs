//! A card: a box for one item of a list, for example a procedure or a dossier.

use leptos::prelude::*;

use super::mixed_text::MixedText;

/// A card without a link.
#[component]
pub fn Card(
    /// The content of the card.
    children: Children,
) -> impl IntoView {
    view! { <div class="card">{children()}</div> }
}

/// A card whose heading is a link. Pressing anywhere on the card opens the link. Screen readers announce only the text
/// of the heading as the link.
#[component]
pub fn LinkCard(
    /// The URL to which the card leads.
    #[prop(into)]
    href: String,
    /// The text of the heading.
    #[prop(into)]
    title: MixedText,
    /// The content below the heading, for example a code, an agency or a badge.
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
            {children.map(|rest| view! { <div class="card__body">{rest()}</div> })}
        </div>
    }
}
