//! The search field and its button. They are used on the home page and above the search results. Their markup must be
//! the same as in `tools/build/src/first_screen.html`.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::i18n::use_words;
use crate::ui::button::Button;
use crate::ui::search_field::SearchField;

/// Element id of the search field. It must be the same as in `tools/build/src/first_screen.html`.
pub(super) const SEARCH: &str = "search";

/// Shows the search field and its button.
#[component]
pub fn SearchForm(
    /// The typed search text.
    text: RwSignal<String>,
    /// Label of the button.
    label: &'static str,
    /// Called when the citizen presses the button or the Enter key.
    on_search: Callback<()>,
    /// Called after each change of the search text.
    #[prop(into)]
    on_input: Callback<()>,
    /// Called when the search field loses the focus.
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
                <SearchField
                    id=SEARCH
                    label=words.search
                    hint=words.search_hint
                    value=text
                    on_input=on_input
                    on_blur=on_blur
                />
                <Button submit=true>{label}</Button>
            </div>
        </form>
    }
}
