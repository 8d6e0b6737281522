//! A page of this step.

use leptos::prelude::*;

use crate::i18n::use_words;
use crate::ui::page::Page;

/// A page of this step.
#[component]
pub fn ReceiptPage() -> impl IntoView {
    let words = use_words();
    view! { <Page title=words.submit.title site=words.shell.name>{()}</Page> }
}
