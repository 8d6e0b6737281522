//! The gallery: the page with all examples.

use leptos::prelude::*;

use super::{actions, fields, lists, messages};
use crate::ui::page::Page;

/// The gallery: the page with all examples.
#[component]
pub fn GalleryPage() -> impl IntoView {
    view! {
        <Page title="Thư viện giao diện">
            <p class="lede">"Mỗi thành phần với các ví dụ của nó, để xem và để kiểm thử."</p>
            {actions::action_examples()}
            {fields::field_examples()}
            {messages::message_examples()}
            {lists::list_examples()}
        </Page>
    }
}
