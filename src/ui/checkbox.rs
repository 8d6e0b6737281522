//! A single yes: "Tôi cam đoan …". Never ticked beforehand; that is for the page to keep.

use leptos::{ev::Event, prelude::*};

use super::field::{described_by, hint_and_error, invalid};
use super::mixed_text::Lang;

/// A checkbox with its label, hint and error.
#[component]
pub fn Checkbox(
    /// The input's id, unique on the page.
    #[prop(into)]
    id: String,
    /// What is said yes to.
    #[prop(into)]
    label: Signal<String>,
    /// Ticked or not.
    checked: RwSignal<bool>,
    /// Help, shown before the box; empty for none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of label and hint, where it isn't the page's.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Runs after `checked` changed.
    #[prop(optional)]
    on_changed: Option<Callback<()>>,
) -> impl IntoView {
    let described = described_by(id.clone(), hint, error);
    let change = move |event: Event| {
        checked.set(event_target_checked(&event));
        if let Some(tell) = on_changed {
            tell.run(());
        }
    };
    view! {
        <div class="field" class:field--wrong=move || error.with(Option::is_some)>
            {hint_and_error(&id, lang, hint, error, None)}
            <div class="choice">
                <input
                    class="choice__control"
                    type="checkbox"
                    id=id.clone()
                    prop:checked=checked
                    aria-describedby=described
                    aria-invalid=move || invalid(error)
                    on:input=change
                />
                <label class="choice__label" for=id lang=lang>
                    {label}
                </label>
            </div>
        </div>
    }
}
