//! Several controls that make one answer: a place, a date in parts. The controls come in as children
//! and carry their own labels and errors.

use leptos::prelude::*;

use super::field::{asked, hint_and_error, hint_id};
use super::mixed_text::Lang;

/// A fieldset with its legend and hint, around controls that belong together.
#[component]
pub fn Fieldset(
    /// Its id, unique on the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    legend: Signal<String>,
    /// Help, shown before the controls; empty for none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of label and hint, where it isn't the page's.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// What is wrong with the whole of it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The words after the legend of a question that may be left empty.
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let hint_name = hint_id(&id);
    let described = move || {
        hint.with(|text| !text.is_empty())
            .then(|| hint_name.clone())
    };
    view! {
        <fieldset class="field field--group" id=id.clone() aria-describedby=described>
            <legend class="field__label">{asked(legend, lang, optional_mark)}</legend>
            {hint_and_error(&id, lang, hint, error, None)}
            {children()}
        </fieldset>
    }
}
