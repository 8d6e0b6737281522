//! «Giống như: …»: answers given elsewhere, offered where they are often the same. Taking them fills the answers once;
//! they are not tied together. What is offered is its owner's to say.

use leptos::prelude::*;

use crate::i18n::{official, use_words};
use crate::ui::{Button, ButtonKind, MixedText};

/// One offer.
pub struct CopyOffer {
    /// Whose answers they are, in the form's words.
    pub label: String,
    /// Whether is_available is something to copy.
    pub is_available: Signal<bool>,
    /// Whether taking it would change anything.
    pub would_change: Memo<bool>,
    /// Takes it.
    pub copy: Callback<()>,
}

/// A button for each offer that would change something.
#[component]
pub fn CopyOffers(
    /// The offers.
    offers: Vec<CopyOffer>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let taken = RwSignal::new(None::<(String, Memo<bool>)>);
    let told = move || {
        let (label, would_change) = taken.get()?;
        if would_change.get() {
            return None;
        }
        Some(
            MixedText::from(words.same_as_taken.to_owned() + " ")
                .and(official(), label)
                .draw(),
        )
    };
    let button = |offer: CopyOffer| {
        let CopyOffer {
            label,
            is_available,
            would_change,
            copy,
        } = offer;
        // Once taken it stays where it is: the focus is on it.
        let name = label.clone();
        let just_taken =
            move || taken.with(|taken| taken.as_ref().is_some_and(|(label, _)| *label == name));
        let offered = move || is_available.get() && (would_change.get() || just_taken());
        let name = label.clone();
        let press = Callback::new(move |()| {
            copy.run(());
            taken.set(Some((name.clone(), would_change)));
        });
        let said = MixedText::from(words.same_as.to_owned() + " ").and(official(), label);
        view! {
            <div hidden=move || !offered()>
                <Button kind=ButtonKind::Secondary disabled=Signal::derive(move || !would_change.get()) on_press=press>
                    {said.draw()}
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
