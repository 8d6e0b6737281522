//! One choice out of a list that is too long to lay out: the browser's own select, which a phone
//! opens as its own list. The value stays even when the list no longer offers it; the page says
//! what is wrong then.

use leptos::{ev::Event, html, prelude::*};

use super::field::{asked, described_by, hint_and_error, invalid};
use super::said::Lang;
use super::typed_value::settle;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is kept.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// A select with its label, hint and error.
#[component]
pub fn SelectField(
    /// The select's id, unique on the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The value chosen; empty for none.
    value: RwSignal<String>,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The first line, which chooses nothing: "Chọn tỉnh, thành phố".
    #[prop(into)]
    prompt: Signal<String>,
    /// Help, shown before the select; empty for none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of label and hint, where it isn't the page's.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// The language of the choices, where it isn't the page's.
    #[prop(optional_no_strip)]
    choices_lang: Lang,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The `autocomplete` token of HTML; empty for none.
    #[prop(optional)]
    autocomplete: &'static str,
    /// The words after the label of a question that may be left empty.
    #[prop(optional, into)]
    optional_mark: String,
    /// Runs after `value` took the choice.
    #[prop(optional)]
    on_chosen: Option<Callback<()>>,
) -> impl IntoView {
    let node = NodeRef::<html::Select>::new();
    let described = described_by(id.clone(), hint, error);
    Effect::new(move || {
        let wanted = value.get();
        choices.track();
        if let Some(select) = node.get() {
            settle(&select, &wanted);
        }
    });
    let chosen = move |event: Event| {
        value.set(event_target_value(&event));
        if let Some(tell) = on_chosen {
            tell.run(());
        }
    };
    let options = move || {
        let picked = value.get_untracked();
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let selected = choice.value == picked;
                view! { <option value=choice.value selected=selected lang=choices_lang>{choice.label}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="field" class:field--wrong=move || error.with(Option::is_some)>
            <label class="field__label" for=id.clone()>
                {asked(label, lang, optional_mark)}
            </label>
            {hint_and_error(&id, lang, hint, error, None)}
            <div class="field__select">
                <select
                    node_ref=node
                    class="field__control"
                    id=id
                    autocomplete=(!autocomplete.is_empty()).then_some(autocomplete)
                    aria-describedby=described
                    aria-invalid=move || invalid(error)
                    on:input=chosen
                >
                    <option value="">{prompt}</option>
                    {options}
                </select>
            </div>
        </div>
    }
}
