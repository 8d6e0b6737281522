//! What stands on every page once a citizen may sign in: the line that says how the session stands, the sheet that lets
//! it go on, the button that ends it. It comes with the part of signing in, early, so that it is here when the line has
//! failed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::renewal_sheet::SessionSheet;
use super::sign_out_button::SignOut;
use super::status_line::SessionLine;
use crate::browser::window_listener::WindowListener;
use crate::i18n::{Language, use_words};
use crate::session::use_session;

/// Keeps an eye on the session for as long as the app stands; run once.
pub(crate) fn watch() {
    let session = use_session();
    session.set_renewal_sheet_ready();
    session.watch();
    // Lives as long as the app.
    let _returning = StoredValue::new_local(WindowListener::on_return(move || {
        spawn_local(async move { drop(session.recheck().await) });
    }));
    let language = use_context::<RwSignal<Language>>();
    Effect::new(move |_| {
        let told = session.confirmed_sign_outs() > 0;
        let chosen = language.map(|language| language.get_untracked());
        // What the server clears when it is told of a sign-out takes along the language, which is nothing personal.
        if let Some(chosen) =
            chosen.filter(|chosen| told && *chosen != Language::stored().unwrap_or(Language::Vi))
        {
            chosen.store();
        }
    });
}

/// Draws what stands over the page.
pub(crate) fn overlay() -> AnyView {
    view! {
        <section class="session" aria-label=use_words().session().region_label>
            <SessionLine />
            <SessionSheet />
        </section>
    }
    .into_any()
}

/// Draws the way out of the session.
pub(crate) fn sign_out_button() -> AnyView {
    view! { <SignOut /> }.into_any()
}
