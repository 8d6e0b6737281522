//! The button that signs out, on every page of a signed-in citizen. What is unsaved is saved first; what can't be is
//! warned of once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::use_words;
use crate::page::navigation::use_replace;
use crate::routes;
use crate::session::use_session;

/// The button.
#[component]
pub fn SignOut() -> impl IntoView {
    let words = use_words();
    let session = use_session();
    let go = use_replace();
    // Something would be lost; pressed again, it is.
    let warned = RwSignal::new(false);
    let sign_out = move |_| {
        let go = go.clone();
        spawn_local(async move {
            if !warned.get_untracked() && !session.flush_unsaved().await {
                warned.try_set(true);
                return;
            }
            session.sign_out();
            go(&routes::home());
        });
    };
    let label = move || match warned.get() {
        true => words.shell().sign_out_anyway,
        false => words.shell().sign_out,
    };
    view! {
        <button type="button" class="site-nav-button" on:click=sign_out>{label}</button>
        <span role="status" class="site-nav-status">
            {move || warned.get().then_some(words.shell().unsaved)}
        </span>
    }
}
