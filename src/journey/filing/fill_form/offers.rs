//! «Giống như: …»: answers given elsewhere, offered where they are often the same. Taking them fills the answers once;
//! they are not tied together. What is offered is its owner's to say.

use leptos::prelude::*;

use crate::i18n::{official, use_words};
use crate::ui::{Button, ButtonKind, MixedText};

/// One offer.
pub struct Offer {
    /// Whose answers they are, in the form's words.
    pub label: String,
    /// Whether there is something to take.
    pub there: Signal<bool>,
    /// Whether taking it would change anything.
    pub differs: Memo<bool>,
    /// Takes it.
    pub take: Callback<()>,
}

/// A button for each offer that would change something.
#[component]
pub fn Offers(
    /// The offers.
    offers: Vec<Offer>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let taken = RwSignal::new(None::<(String, Memo<bool>)>);
    let told = move || {
        let (label, differs) = taken.get()?;
        if differs.get() {
            return None;
        }
        Some(
            MixedText::from(words.same_as_taken.to_owned() + " ")
                .and(official(), label)
                .render(),
        )
    };
    let button = |offer: Offer| {
        let Offer {
            label,
            there,
            differs,
            take,
        } = offer;
        // Once taken it stays where it is: the focus is on it.
        let name = label.clone();
        let just_taken =
            move || taken.with(|taken| taken.as_ref().is_some_and(|(label, _)| *label == name));
        let offered = move || there.get() && (differs.get() || just_taken());
        let name = label.clone();
        let press = Callback::new(move |()| {
            take.run(());
            taken.set(Some((name.clone(), differs)));
        });
        let said = MixedText::from(words.same_as.to_owned() + " ").and(official(), label);
        view! {
            <div hidden=move || !offered()>
                <Button kind=ButtonKind::Secondary disabled=Signal::derive(move || !differs.get()) on_press=press>
                    {said.render()}
                </Button>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="offers">{offers.into_iter().map(button).collect::<Vec<_>>()}</div>
        <p class="quiet" role="status">{told}</p>
    }
}
