//! Buttons «Giống như: …» that copy answers from another part of the form, because such answers are often the same. The
//! answers are copied once: a later change of the source doesn't change the copies. The caller decides which buttons
//! are offered.

use leptos::prelude::*;

use crate::i18n::{official, use_words};
use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind, MixedText};

/// One offer to copy answers from one source.
pub struct CopyOffer {
    /// Name of the source, in the form's wording.
    pub(super) label: String,
    /// Whether the source has an answer to copy.
    pub(super) is_available: Signal<bool>,
    /// Whether copying would change an answer, that is, whether the source and the target differ.
    pub(super) would_change: Memo<bool>,
    /// Copies the answers from the source.
    pub(super) copy: Callback<()>,
}

/// Shows a button for each offer that would change an answer.
#[component]
pub(super) fn CopyOffers(
    /// The offers to show.
    offers: Vec<CopyOffer>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let copied = RwSignal::new(None::<(String, Memo<bool>)>);
    let confirmation = dynamic(move || {
        let (label, would_change) = copied.get()?;
        if would_change.get() {
            return None;
        }
        Some(
            MixedText::from(words.same_as_taken.to_owned() + " ")
                .and(official(), label)
                .render(),
        )
    });
    let button = |offer: CopyOffer| {
        let CopyOffer {
            label,
            is_available,
            would_change,
            copy,
        } = offer;
        // The button that was just pressed stays visible although it would change nothing any more, because it has the
        // focus.
        let name = label.clone();
        let is_just_copied =
            move || copied.with(|copied| copied.as_ref().is_some_and(|(label, _)| *label == name));
        let is_visible = move || is_available.get() && (would_change.get() || is_just_copied());
        let name = label.clone();
        let press = Callback::new(move |()| {
            copy.run(());
            copied.set(Some((name.clone(), would_change)));
        });
        let label = MixedText::from(words.same_as.to_owned() + " ").and(official(), label);
        view! {
            <div hidden=move || !is_visible()>
                <Button kind=ButtonKind::Secondary disabled=Signal::derive(move || !would_change.get()) on_press=press>
                    {label.render()}
                </Button>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="copy-offers">{offers.into_iter().map(button).collect::<Vec<_>>()}</div>
        <p class="muted" role="status">{confirmation}</p>
    }
}
