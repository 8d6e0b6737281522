//! Several lines of text; otherwise as `text_field`.

use leptos::{ev::Event, html, prelude::*};

use super::field::{asked, described_by, hint_and_error, invalid};
use super::mixed_text::Lang;
use super::typed_value::settle;

/// Several lines of text with its label, hint and error.
#[component]
pub fn TextArea(
    /// The control's id, unique on the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The text, as typed.
    value: RwSignal<String>,
    /// How many lines are shown before it scrolls.
    #[prop(default = 4)]
    rows: u32,
    /// Help, shown before the control; empty for none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of label and hint, where it isn't the page's.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The `autocomplete` token of HTML; empty for none.
    #[prop(optional)]
    autocomplete: &'static str,
    /// The words after the label of a question that may be left empty.
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// Runs when the focus leaves.
    #[prop(optional)]
    on_leave: Option<Callback<()>>,
    /// Runs after `value` took what was typed.
    #[prop(optional)]
    on_typed: Option<Callback<()>>,
) -> impl IntoView {
    let node = NodeRef::<html::Textarea>::new();
    let described = described_by(id.clone(), hint, error);
    Effect::new(move || {
        let wanted = value.get();
        if let Some(control) = node.get() {
            settle(&control, &wanted);
        }
    });
    let typed = move |event: Event| {
        value.set(event_target_value(&event));
        if let Some(tell) = on_typed {
            tell.run(());
        }
    };
    let leave = move |_| {
        if let Some(tell) = on_leave {
            // A field that is taken off the page while it has the focus is left too, when all else is gone.
            tell.try_run(());
        }
        if let (Some(Some(control)), Some(now)) =
            (node.try_get_untracked(), value.try_get_untracked())
        {
            settle(&control, &now);
        }
    };
    view! {
        <div class="field" class:field--wrong=move || error.with(Option::is_some)>
            <label class="field__label" for=id.clone()>
                {asked(label, lang, optional_mark)}
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
                aria-invalid=move || invalid(error)
                on:input=typed
                on:blur=leave
            ></textarea>
        </div>
    }
}
