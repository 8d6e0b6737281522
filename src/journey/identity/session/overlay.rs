//! Watches the session, and draws its parts on every page. They are in the chunk of this wing, which is fetched early, so
//! that they are here when the network fails later.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::renewal_sheet::RenewalSheet;
use super::sign_out_button::SignOutButton;
use super::status_line::StatusLine;
use crate::browser::window_listener::WindowListener;
use crate::i18n::{Language, use_words};
use crate::session::use_session;

/// Watches the session for the life of the page. Call it once.
pub(crate) fn watch() {
    let session = use_session();
    session.set_renewal_sheet_ready();
    session.watch();
    // The listener lives as long as the app.
    // Another citizen may have signed in in another tab meanwhile.
    let _listener = StoredValue::new_local(WindowListener::on_return(move || {
        spawn_local(async move { drop(session.recheck().await) });
    }));
    let language = use_context::<RwSignal<Language>>();
    Effect::new(move |_| {
        let has_signed_out = session.confirmed_sign_outs() > 0;
        let chosen = language.map(|language| language.get_untracked());
        // A confirmed sign-out clears the whole storage (`Clear-Site-Data`). The chosen language isn't personal, so it is
        // stored again.
        if let Some(chosen) = chosen.filter(|chosen| {
            has_signed_out && *chosen != Language::stored().unwrap_or(Language::Vi)
        }) {
            chosen.store();
        }
    });
}

/// Draws the status line and the renewal sheet.
pub(crate) fn overlay() -> AnyView {
    view! {
        <section class="session" aria-label=use_words().session().region_label>
            <StatusLine />
            <RenewalSheet />
        </section>
    }
    .into_any()
}

/// Draws the button that signs out.
pub(crate) fn sign_out_button() -> AnyView {
    view! { <SignOutButton /> }.into_any()
}
