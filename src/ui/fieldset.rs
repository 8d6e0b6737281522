//! A group of controls with which the citizen enters one answer, for example a place. The caller passes the controls as
//! children. Each control has its own label and error.

use leptos::prelude::*;

use super::field::{hint_and_error, hint_id, label_text};
use super::mixed_text::Lang;

/// A fieldset with a legend, a hint and an error message for the whole group.
#[component]
pub fn Fieldset(
    /// The id of the `fieldset` element, unique on the page.
    #[prop(into)]
    id: String,
    /// The legend text.
    #[prop(into)]
    legend: Signal<String>,
    /// The hint text, shown before the controls; empty if there is none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of the legend and the hint; `None` if it is the page's language.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// The error message of the whole group; `None` if there is no error.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The text that marks an optional question, shown after the legend; empty for a required question.
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// The controls of the group.
    children: Children,
) -> impl IntoView {
    let hint_name = hint_id(&id);
    let described = move || {
        hint.with(|text| !text.is_empty())
            .then(|| hint_name.clone())
    };
    view! {
        <fieldset class="field field--group" id=id.clone() aria-describedby=described>
            <legend class="field__label">{label_text(legend, lang, optional_mark)}</legend>
            {hint_and_error(&id, lang, hint, error, None)}
            {children()}
        </fieldset>
    }
}
