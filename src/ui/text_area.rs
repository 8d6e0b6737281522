//! A text input for several lines. Apart from the number of lines, it behaves like [`super::text_field`].

use leptos::{html, prelude::*};

use super::field::{aria_invalid, described_by, hint_and_error, label_text};
use super::mixed_text::Lang;
use super::text_control::ControlText;
use crate::reactive::effect;

/// A text input for several lines, with its label, hint and error.
#[component]
pub fn TextArea(
    /// The id of the `textarea` element, unique on the page.
    #[prop(into)]
    id: String,
    /// The text of the field's label.
    #[prop(into)]
    label: Signal<String>,
    /// The text exactly as typed, without trimming.
    value: RwSignal<String>,
    /// The number of visible lines.
    #[prop(default = 4)]
    rows: u32,
    /// The hint text, shown before the control; empty if there is none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of the label and the hint; `None` if it is the page's language.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// The error message of this field; `None` if the field has no error.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The `autocomplete` attribute of HTML; empty if there is none.
    #[prop(optional)]
    autocomplete: &'static str,
    /// The text that marks an optional question, shown after the label; empty for a required question.
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// Called when the control loses the focus.
    #[prop(optional)]
    on_blur: Option<Callback<()>>,
    /// Called after the citizen has typed and `value` has changed.
    #[prop(optional)]
    on_input: Option<Callback<()>>,
) -> impl IntoView {
    let node = NodeRef::<html::Textarea>::new();
    let described = described_by(id.clone(), hint, error);
    let text = ControlText::new(value);
    effect(move || {
        let new_value = value.get();
        if let Some(control) = node.get() {
            text.show(&control, &new_value);
        }
    });
    let report = move |is_changed: bool| {
        if let Some(on_input) = on_input.filter(|_| is_changed) {
            on_input.try_run(());
        }
    };
    let typed = move || {
        if let Some(Some(control)) = node.try_get_untracked() {
            report(text.take(&control));
        }
    };
    let leave = move |_| {
        if let Some(Some(control)) = node.try_get_untracked() {
            report(text.leave(&control));
        }
        if let Some(on_blur) = on_blur {
            // When a focused field is removed from the page, the browser fires `blur` too. The callback may be disposed
            // by then, so it is called with `try_run`.
            on_blur.try_run(());
        }
    };
    view! {
        <div class="field" class:field--invalid=move || error.with(Option::is_some)>
            <label class="field__label" for=id.clone()>
                {label_text(label, lang, optional_mark)}
            </label>
            {hint_and_error(&id, lang, hint, error, None)}
            <textarea
                node_ref=node
                class="field__control"
                id=id
                prop:value=value.get_untracked()
                rows=rows
                autocomplete=(!autocomplete.is_empty()).then_some(autocomplete)
                aria-describedby=described
                aria-invalid=move || aria_invalid(error)
                on:input=move |_| typed()
                on:change=move |_| typed()
                on:blur=leave
            ></textarea>
        </div>
    }
}
