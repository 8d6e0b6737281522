//! The search field with its button, on the home page and above the results. Its markup must equal that of
//! `tools/build/src/first_screen.html`.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::i18n::use_words;
use crate::ui::button::Button;
use crate::ui::text_field::{TextField, TextKind};

/// Id of the search field, as in `tools/build/src/first_screen.html`.
pub(super) const SEARCH: &str = "search";

/// The search field with its button.
#[component]
pub fn SearchForm(
    /// The typed text.
    text: RwSignal<String>,
    /// The button's label.
    label: &'static str,
    /// Called by the button and by Enter.
    on_search: Callback<()>,
    /// Called after each change of the text.
    #[prop(into)]
    on_input: Callback<()>,
    /// Called when the field loses the focus.
    #[prop(into)]
    on_blur: Callback<()>,
) -> impl IntoView {
    let words = use_words().shell();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_search.run(());
    };
    view! {
        <form class="search" role="search" on:submit=submit novalidate>
            <div class="search__row">
                <TextField
                    id=SEARCH
                    label=words.search
                    hint=words.search_hint
                    value=text
                    kind=TextKind::Search
                    autocomplete="off"
                    on_input=on_input
                    on_blur=on_blur
                />
                <Button submit=true>{label}</Button>
            </div>
        </form>
    }
}
