//! A drop-down list. It is the browser's `select`, which each phone shows in its own way. Above a long list, there is a
//! search field. If the options no longer contain the selected value, the value stays unchanged; the page should then
//! set the error message of this field.

use leptos::{ev::Event, html, prelude::*};

use super::field::{aria_invalid, described_by, hint_and_error, label_id, label_text};
use super::finder::{FilteredOptions, Finder};
use super::mixed_text::Lang;
use super::select_option::SelectOption;
use super::text_control::sync_value;
use crate::reactive::{dynamic, effect};

/// A drop-down list with its label, hint and error.
#[component]
pub fn SelectField(
    /// The id of the `select` element, unique on the page.
    #[prop(into)]
    id: String,
    /// The text of the field's label.
    #[prop(into)]
    label: Signal<String>,
    /// The value of the selected option; empty if nothing is selected.
    value: RwSignal<String>,
    /// The options, in the order in which they are shown.
    #[prop(into)]
    choices: Signal<Vec<SelectOption>>,
    /// The first line of the list, which selects no option: "Chọn tỉnh, thành phố".
    #[prop(into)]
    prompt: Signal<String>,
    /// The hint text, shown before the list; empty if there is none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of the label and the hint; `None` if it is the page's language.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// The language of the options; `None` if it is the page's language.
    #[prop(optional_no_strip)]
    choices_lang: Lang,
    /// The texts of the search field, which is shown only above a long list. `None` if the list never has a search
    /// field.
    #[prop(optional)]
    finder: Option<Finder>,
    /// The error message of this field; `None` if the field has no error.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The `autocomplete` attribute of HTML; empty if there is none.
    #[prop(optional)]
    autocomplete: &'static str,
    /// The text that marks an optional question, shown after the label; empty for a required question.
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// Called after the citizen has selected an option and `value` has changed.
    #[prop(optional)]
    on_change: Option<Callback<()>>,
) -> impl IntoView {
    let node = NodeRef::<html::Select>::new();
    let described = described_by(id.clone(), hint, error);
    let filtered = finder.map(|finder| FilteredOptions::new(finder, choices));
    // While a drop-down list has the focus, rendering its options again makes browsers lose the selection that the
    // citizen has just made. Therefore a new value renders the options again only if none of the current options has
    // this value.
    let value_is_missing = RwSignal::new(());
    let visible_options = Memo::new(move |_| match filtered {
        Some(filtered) => {
            value_is_missing.track();
            filtered.options(&value.get_untracked())
        }
        None => choices.get(),
    });
    effect(move || {
        let new_value = value.get();
        let has_new_value = |option: &SelectOption| option.value == new_value;
        if !new_value.is_empty() && !visible_options.with(|list| list.iter().any(has_new_value)) {
            value_is_missing.set(());
        }
        if let Some(select) = node.get() {
            sync_value(&select, &new_value);
        }
    });
    let notify = move || {
        if let Some(on_change) = on_change {
            on_change.run(());
        }
    };
    let selected = move |event: Event| {
        value.set(event_target_value(&event));
        notify();
    };
    let select_match = Callback::new(move |matched: String| {
        if value.with_untracked(|value| *value != matched) {
            value.set(matched);
            notify();
        }
    });
    let search_field = filtered.map(|filtered| filtered.render(id.clone(), select_match));
    let options = dynamic(move || {
        let current = value.get_untracked();
        visible_options
            .get()
            .into_iter()
            .map(|option| {
                let selected = option.value == current;
                view! { <option value=option.value selected=selected lang=choices_lang>{option.label}</option> }
            })
            .collect_view()
    });
    view! {
        <div class="field" class:field--invalid=move || error.with(Option::is_some)>
            <label class="field__label" id=label_id(&id) for=id.clone()>
                {label_text(label, lang, optional_mark)}
            </label>
            {hint_and_error(&id, lang, hint, error, None)}
            {search_field}
            <div class="field__select">
                <select
                    node_ref=node
                    class="field__control"
                    id=id
                    autocomplete=(!autocomplete.is_empty()).then_some(autocomplete)
                    aria-describedby=described
                    aria-invalid=move || aria_invalid(error)
                    on:input=selected
                >
                    <option value="">{prompt}</option>
                    {options}
                </select>
            </div>
        </div>
    }
}
