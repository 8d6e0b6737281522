//! The one-time code: one input, so that it can be pasted, filled in by the phone from the
//! message, and corrected. It takes spaces ("123 456"); the page strips them when it checks.

use leptos::{ev::Event, html, prelude::*};

use super::field::{described_by, hint_and_error, invalid};
use super::typed_value::settle;

/// The input for a one-time code, with its label, hint and error.
#[component]
pub fn CodeField(
    /// The input's id, unique on the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The text, as typed: digits, and whatever was pasted between them.
    value: RwSignal<String>,
    /// Help, shown before the input; empty for none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Runs after `value` took what was typed.
    #[prop(optional)]
    on_typed: Option<Callback<()>>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let described = described_by(id.clone(), hint, error);
    Effect::new(move || {
        let wanted = value.get();
        match node.get() {
            // What the browser hands over comes to a field that has the focus; nobody is typing in an empty one.
            Some(input) if input.value().is_empty() => input.set_value(&wanted),
            Some(input) => settle(&input, &wanted),
            None => {}
        }
    });
    let typed = move |event: Event| {
        value.set(event_target_value(&event));
        if let Some(tell) = on_typed {
            tell.run(());
        }
    };
    let leave = move |_| {
        if let (Some(Some(input)), Some(now)) =
            (node.try_get_untracked(), value.try_get_untracked())
        {
            settle(&input, &now);
        }
    };
    view! {
        <div class="field" class:field--wrong=move || error.with(Option::is_some)>
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
                aria-invalid=move || invalid(error)
                on:input=typed
                on:blur=leave
            />
        </div>
    }
}
