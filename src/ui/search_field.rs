//! The search field of the first screen. It has its own component, because [`super::text_field`] would bring errors,
//! remarks and passwords into the main wasm file.

use leptos::{html, prelude::*};

use super::text_control::ControlText;
use crate::reactive::effect;

/// A search field with its label and hint.
#[component]
pub fn SearchField(
    /// The id of the `input` element, unique on the page.
    id: &'static str,
    /// The text of the field's label.
    label: &'static str,
    /// The hint text, shown before the input.
    hint: &'static str,
    /// The text exactly as typed, without trimming.
    value: RwSignal<String>,
    /// Called after the citizen has typed and `value` has changed.
    on_input: Callback<()>,
    /// Called when the control loses the focus.
    on_blur: Callback<()>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let text = ControlText::new(value);
    let hint_id = [id, "-hint"].concat();
    effect(move || {
        let new_value = value.get();
        if let Some(input) = node.get() {
            text.show(&input, &new_value);
        }
    });
    let typed = move |_| {
        if let Some(Some(input)) = node.try_get_untracked()
            && text.take(&input)
        {
            on_input.try_run(());
        }
    };
    let leave = move |_| {
        if let Some(Some(input)) = node.try_get_untracked() {
            text.leave(&input);
        }
        on_blur.try_run(());
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>
                {label}
            </label>
            <p class="field__hint" id=hint_id.clone()>
                {hint}
            </p>
            // The first screen has this element too, so that nothing moves when the app replaces it.
            <p class="field__error" hidden></p>
            <div class="field__row">
                <input
                    node_ref=node
                    class="field__control"
                    id=id
                    prop:value=value.get_untracked()
                    type="search"
                    autocomplete="off"
                    enterkeyhint="search"
                    aria-describedby=hint_id
                    on:input=typed
                    on:blur=leave
                />
            </div>
        </div>
    }
}
