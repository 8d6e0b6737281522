//! A checkbox with which the citizen confirms a single statement, for example "Tôi cam đoan …". The box must not be
//! ticked when the page opens: the citizen must do it.

use leptos::{ev::Event, prelude::*};

use super::field::{aria_invalid, described_by, hint_and_error};
use super::mixed_text::Lang;

/// A checkbox with its label, hint and error.
#[component]
pub fn Checkbox(
    /// The id of the `input` element, unique on the page.
    #[prop(into)]
    id: String,
    /// The label text: the statement that the citizen confirms.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the box is ticked.
    checked: RwSignal<bool>,
    /// The hint text, shown before the box; empty if there is none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of the label and the hint; `None` if it is the page's language.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// The error message of this field; `None` if the field has no error.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Called after `checked` has changed.
    #[prop(optional)]
    on_change: Option<Callback<()>>,
) -> impl IntoView {
    let described = described_by(id.clone(), hint, error);
    let change = move |event: Event| {
        checked.set(event_target_checked(&event));
        if let Some(on_change) = on_change {
            on_change.run(());
        }
    };
    view! {
        <div class="field" class:field--invalid=move || error.with(Option::is_some)>
            {hint_and_error(&id, lang, hint, error, None)}
            <div class="choice">
                <input
                    class="choice__control"
                    type="checkbox"
                    id=id.clone()
                    prop:checked=checked
                    aria-describedby=described
                    aria-invalid=move || aria_invalid(error)
                    on:input=change
                />
                <label class="choice__label" for=id lang=lang>
                    {label}
                </label>
            </div>
        </div>
    }
}
