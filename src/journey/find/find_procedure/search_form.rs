//! The search field with its button, the same on the first screen and above the list, and the same as in
//! `tools/build/src/first_screen.html`.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::i18n::use_words;
use crate::ui::button::Button;
use crate::ui::text_field::{TextField, TextKind};

/// Id of the search field, in `tools/build/src/first_screen.html` too.
pub(super) const SEARCH: &str = "search";

/// The search field with its button.
#[component]
pub fn SearchForm(
    /// What is typed.
    text: RwSignal<String>,
    /// Words of the button.
    label: &'static str,
    /// The button, or Enter.
    on_search: Callback<()>,
    /// Something was typed.
    #[prop(into)]
    on_input: Callback<()>,
    /// The field was left.
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
