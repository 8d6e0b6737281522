//! Several controls that make one answer: a place, a date in parts. The controls come in as children
//! and carry their own labels and errors.

use leptos::prelude::*;

use super::field::{hint_and_error, hint_id, optional};

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
    /// The words after the legend of a question that may be left empty.
    #[prop(optional, into)]
    optional_mark: String,
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
            <legend class="field__label">{legend} {optional(optional_mark)}</legend>
            {hint_and_error(&id, hint, Signal::stored(None))}
            {children()}
        </fieldset>
    }
}
