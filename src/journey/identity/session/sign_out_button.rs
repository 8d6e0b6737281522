//! The button that signs the citizen out, in the header of every page. It first sends unsaved changes. If that fails,
//! it warns the citizen once; a second press signs out without sending them.
//! The sign-out itself also works offline; see `crate::session`.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::use_words;
use crate::page::navigation::use_replace;
use crate::reactive::dynamic;
use crate::routes;
use crate::session::use_session;

/// The button that signs the citizen out.
/// After the sign-out the home page opens, because any other page may need a session.
#[component]
pub fn SignOutButton() -> impl IntoView {
    let words = use_words();
    let session = use_session();
    let go = use_replace();
    let is_warned = RwSignal::new(false);
    let sign_out = move |_| {
        let go = go.clone();
        spawn_local(async move {
            if !is_warned.get_untracked() && !session.flush_unsaved().await {
                is_warned.try_set(true);
                return;
            }
            session.sign_out();
            go(&routes::home());
        });
    };
    let label = dynamic(move || match is_warned.get() {
        true => words.shell().sign_out_anyway,
        false => words.shell().sign_out,
    });
    view! {
        <button type="button" class="site-nav-button" on:click=sign_out>{label}</button>
        <span role="status" class="site-nav-status">
            {dynamic(move || is_warned.get().then_some(words.shell().unsaved))}
        </span>
    }
}
