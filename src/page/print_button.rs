//! The button that prints the page. Browsers inside other apps often can't print, so the button says when nothing has
//! happened, and what the citizen can do.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::export;
use crate::i18n::use_words;
use crate::reactive::dynamic;
use crate::ui::button::{Button, ButtonKind};

/// The button that prints the page, and the message that this browser can't print.
#[component]
pub fn PrintButton(
    /// The text of the button.
    label: &'static str,
) -> impl IntoView {
    let words = use_words().errors();
    let has_failed = RwSignal::new(false);
    let print = Callback::new(move |()| {
        has_failed.set(false);
        spawn_local(async move {
            let has_begun = export::print().await;
            has_failed.try_set(!has_begun);
        });
    });
    view! {
        <Button kind=ButtonKind::Secondary on_press=print>{label}</Button>
        <p class="no-print" role="status">
            {dynamic(move || has_failed.get().then_some(words.not_printed))}
        </p>
    }
}
