//! Radio buttons for a choice between a few options. The citizen can press anywhere on the line of an option, not only
//! on the circle.

use leptos::prelude::*;

use super::field::{described_by, hint_and_error, label_text, with_remark};
use super::mixed_text::Lang;
use super::select_option::SelectOption;
use crate::reactive::dynamic;

/// Radio buttons in a fieldset with its legend, hint and error. The fieldset has the element id `id`. The radio button
/// of the option at index `n` has the element id `{id}-{n}`.
#[component]
pub fn RadioGroup(
    /// The id of the `fieldset` element, unique on the page. It is also the `name` attribute of the radio buttons.
    #[prop(into)]
    id: String,
    /// The legend text.
    #[prop(into)]
    legend: Signal<String>,
    /// The value of the selected option; empty if nothing is selected.
    value: RwSignal<String>,
    /// The options, in the order in which they are shown.
    #[prop(into)]
    choices: Signal<Vec<SelectOption>>,
    /// The hint text, shown before the radio buttons; empty if there is none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// A second hint in the page's language, which may change while the page is open; empty if there is none.
    #[prop(optional, into)]
    remark: Option<Signal<String>>,
    /// The language of the legend and the hint; `None` if it is the page's language.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// The language of the options; `None` if it is the page's language.
    #[prop(optional_no_strip)]
    choices_lang: Lang,
    /// The error message of this field; `None` if the field has no error.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The text that marks an optional question, shown after the legend; empty for a required question.
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// Called after the citizen has selected an option and `value` has changed.
    #[prop(optional)]
    on_change: Option<Callback<()>>,
) -> impl IntoView {
    let described = with_remark(id.clone(), remark, described_by(id.clone(), hint, error));
    let name = id.clone();
    let radio = move |(index, choice): (usize, SelectOption)| {
        let own_id = [&name, "-", index.to_string().as_str()].concat();
        let own_value = choice.value.clone();
        let new_value = choice.value.clone();
        let select = move |_| {
            value.set(new_value.clone());
            if let Some(on_change) = on_change {
                on_change.run(());
            }
        };
        view! {
            <div class="choice">
                <input
                    class="choice__control"
                    type="radio"
                    id=own_id.clone()
                    name=name.clone()
                    value=choice.value
                    prop:checked=move || value.with(|selected| *selected == own_value)
                    on:input=select
                />
                <label class="choice__label" for=own_id lang=choices_lang>
                    {choice.label}
                </label>
            </div>
        }
    };
    let radios = dynamic(move || {
        choices
            .get()
            .into_iter()
            .enumerate()
            .map(radio.clone())
            .collect_view()
    });
    view! {
        <fieldset
            class="field field--group"
            class:field--invalid=move || error.with(Option::is_some)
            id=id.clone()
            aria-describedby=described
        >
            <legend class="field__label">{label_text(legend, lang, optional_mark)}</legend>
            {hint_and_error(&id, lang, hint, error, remark)}
            <div class="choices">{radios}</div>
        </fieldset>
    }
}
