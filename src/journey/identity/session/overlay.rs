//! Watches the session, and renders its status line, renewal sheet and sign-out button on every page. They are in the
//! chunk of this wing, which is fetched early. So they are available even if the network fails later.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::renewal_sheet::RenewalSheet;
use super::sign_out_button::SignOutButton;
use super::status_line::StatusLine;
use crate::browser::window_listener::WindowListener;
use crate::i18n::{Language, use_words};
use crate::reactive::effect;
use crate::session::use_session;

/// Watches the session until the app is closed. Call it once.
pub(crate) fn watch() {
    let session = use_session();
    session.set_renewal_sheet_ready();
    session.watch();
    // The listener lives as long as the app.
    // When the citizen returns to this browser tab, check the session: another citizen may have signed in in another
    // tab.
    let _listener = StoredValue::new_local(WindowListener::on_return(move || {
        spawn_local(async move { drop(session.recheck().await) });
    }));
    let language = use_context::<RwSignal<Language>>();
    effect(move || {
        let has_signed_out = session.confirmed_sign_outs() > 0;
        let chosen = language.map(|language| language.get_untracked());
        // A sign-out that the server has confirmed clears the site's whole storage (`Clear-Site-Data`). The chosen
        // language isn't personal data, so it is stored again.
        if let Some(chosen) = chosen.filter(|chosen| {
            has_signed_out && *chosen != Language::stored().unwrap_or(Language::Vi)
        }) {
            chosen.store();
        }
    });
}

/// Renders the status line and the renewal sheet.
pub(crate) fn overlay() -> AnyView {
    view! {
        <section class="session" aria-label=use_words().session().region_label>
            <StatusLine />
            <RenewalSheet />
        </section>
    }
    .into_any()
}

/// Renders the button that signs the citizen out.
pub(crate) fn sign_out_button() -> AnyView {
    view! { <SignOutButton /> }.into_any()
}
