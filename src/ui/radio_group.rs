//! One choice out of a few, all of them in sight. The whole line is the target, not the circle.

use leptos::prelude::*;

use super::field::{asked, described_by, hint_and_error, with_remark};
use super::mixed_text::Lang;
use super::select_field::SelectOption;

/// Radio buttons in a fieldset with its legend, hint and error. The fieldset has the id; the
/// first radio is `{id}-0`.
#[component]
pub fn RadioGroup(
    /// The fieldset's id, unique on the page; also the radios' name.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    legend: Signal<String>,
    /// The value chosen; empty for none.
    value: RwSignal<String>,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<SelectOption>>,
    /// Help, shown before the radios; empty for none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What the page says of it, in its own language.
    #[prop(optional, into)]
    remark: Option<Signal<String>>,
    /// The language of label and hint, where it isn't the page's.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// The language of the choices, where it isn't the page's.
    #[prop(optional_no_strip)]
    choices_lang: Lang,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The words after the legend of a question that may be left empty.
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// Runs after `value` took the choice.
    #[prop(optional)]
    on_chosen: Option<Callback<()>>,
) -> impl IntoView {
    let described = with_remark(id.clone(), remark, described_by(id.clone(), hint, error));
    let name = id.clone();
    let radio = move |(place, choice): (usize, SelectOption)| {
        let own_id = [&name, "-", place.to_string().as_str()].concat();
        let kept = choice.value.clone();
        let picked = choice.value.clone();
        let take = move |_| {
            value.set(picked.clone());
            if let Some(tell) = on_chosen {
                tell.run(());
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
                    prop:checked=move || value.with(|now| *now == kept)
                    on:input=take
                />
                <label class="choice__label" for=own_id lang=choices_lang>
                    {choice.label}
                </label>
            </div>
        }
    };
    let radios = move || {
        choices
            .get()
            .into_iter()
            .enumerate()
            .map(radio.clone())
            .collect_view()
    };
    view! {
        <fieldset
            class="field field--group"
            class:field--wrong=move || error.with(Option::is_some)
            id=id.clone()
            aria-describedby=described
        >
            <legend class="field__label">{asked(legend, lang, optional_mark)}</legend>
            {hint_and_error(&id, lang, hint, error, remark)}
            <div class="choices">{radios}</div>
        </fieldset>
    }
}
