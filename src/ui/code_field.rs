//! The input for a one-time code. It is a single input, not one per digit. So the citizen can paste and correct the
//! code, and the phone can fill it in from the text message. The input accepts spaces ("123 456"); the page removes
//! them before it validates the code.

use leptos::{html, prelude::*};

use super::field::{aria_invalid, described_by, hint_and_error};
use super::text_control::ControlText;
use crate::reactive::effect;

/// The input for a one-time code, with its label, hint and error.
#[component]
pub fn CodeField(
    /// The id of the `input` element, unique on the page.
    #[prop(into)]
    id: String,
    /// The text of the field's label.
    #[prop(into)]
    label: Signal<String>,
    /// The text exactly as typed or pasted, including spaces.
    value: RwSignal<String>,
    /// The hint text, shown before the input; empty if there is none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The error message of this field; `None` if the field has no error.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Called after the citizen has typed and `value` has changed.
    #[prop(optional)]
    on_input: Option<Callback<()>>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let described = described_by(id.clone(), hint, error);
    let text = ControlText::new(value);
    effect(move || {
        let wanted = value.get();
        match node.get() {
            // If the browser reads the code from the text message (WebOTP), the code arrives while the field has the
            // focus. Writing into a field that has the focus can disturb an input method, but not if the field is
            // empty.
            Some(input) if input.value().is_empty() => text.write(&input, &wanted),
            Some(input) => text.show(&input, &wanted),
            None => {}
        }
    });
    let report = move |is_changed: bool| {
        if let Some(on_input) = on_input.filter(|_| is_changed) {
            on_input.try_run(());
        }
    };
    let typed = move || {
        if let Some(Some(input)) = node.try_get_untracked() {
            report(text.take(&input));
        }
    };
    let leave = move |_| {
        if let Some(Some(input)) = node.try_get_untracked() {
            report(text.leave(&input));
        }
    };
    view! {
        <div class="field" class:field--invalid=move || error.with(Option::is_some)>
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            {hint_and_error(&id, None, hint, error, None)}
            <input
                node_ref=node
                class="field__control field__control--code"
                id=id
                prop:value=value.get_untracked()
                type="text"
                inputmode="numeric"
                autocomplete="one-time-code"
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=described
                aria-invalid=move || aria_invalid(error)
                on:input=move |_| typed()
                on:change=move |_| typed()
                on:blur=leave
            />
        </div>
    }
}
