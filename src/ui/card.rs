//! A thing set apart from the page: a procedure, a dossier, a step to take.

use leptos::prelude::*;

use super::mixed_text::MixedText;

/// A plain card.
#[component]
pub fn Card(
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! { <div class="card">{children()}</div> }
}

/// A card whose heading is a link; the whole card is the target, the link's words are its name.
#[component]
pub fn LinkCard(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// The words of the link.
    #[prop(into)]
    title: MixedText,
    /// The rest: a code, an agency, a badge.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="card card--link">
            <h3 class="card__title">
                <a class="card__link" href=href>
                    {title.draw()}
                </a>
            </h3>
            {children.map(|rest| view! { <div class="card__rest">{rest()}</div> })}
        </div>
    }
}
