//! One choice out of a list that is too long to lay out: the browser's own select, which a phone
//! opens as its own list, with a field above that narrows a long one. The value stays even when the list no longer offers it; the page says
//! what is wrong then.

use leptos::{ev::Event, html, prelude::*};

use super::field::{asked, described_by, hint_and_error, invalid, label_id};
use super::finder::{Finder, Narrowed};
use super::mixed_text::Lang;
use super::typed_value::settle;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
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
    choices: Signal<Vec<SelectOption>>,
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
    /// The field that narrows the list, where the list is long.
    #[prop(optional)]
    finder: Option<Finder>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The `autocomplete` token of HTML; empty for none.
    #[prop(optional)]
    autocomplete: &'static str,
    /// The words after the label of a question that may be left empty.
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// Runs after `value` took the choice.
    #[prop(optional)]
    on_chosen: Option<Callback<()>>,
) -> impl IntoView {
    let node = NodeRef::<html::Select>::new();
    let described = described_by(id.clone(), hint, error);
    let narrowed = finder.map(|finder| Narrowed::new(finder, choices));
    // Drawn anew while it has the focus, a list loses what was just chosen in it: only what isn't listed yet asks for that.
    let unlisted = RwSignal::new(());
    let offered = Memo::new(move |_| match narrowed {
        Some(narrowed) => {
            unlisted.track();
            narrowed.offered(&value.get_untracked())
        }
        None => choices.get(),
    });
    Effect::new(move || {
        let wanted = value.get();
        let is_wanted = |choice: &SelectOption| choice.value == wanted;
        if !wanted.is_empty() && !offered.with(|offered| offered.iter().any(is_wanted)) {
            unlisted.set(());
        }
        if let Some(select) = node.get() {
            settle(&select, &wanted);
        }
    });
    let tell = move || {
        if let Some(tell) = on_chosen {
            tell.run(());
        }
    };
    let chosen = move |event: Event| {
        value.set(event_target_value(&event));
        tell();
    };
    let take = Callback::new(move |named: String| {
        if value.with_untracked(|value| *value != named) {
            value.set(named);
            tell();
        }
    });
    let find = narrowed.map(|narrowed| narrowed.draw(id.clone(), take));
    let options = move || {
        let picked = value.get_untracked();
        offered
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
            <label class="field__label" id=label_id(&id) for=id.clone()>
                {asked(label, lang, optional_mark)}
            </label>
            {hint_and_error(&id, lang, hint, error, None)}
            {find}
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
