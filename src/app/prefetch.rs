//! Fetches chunks before their pages are opened. `fetch_plan.rs` says which, and when.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::chunks::Chunks;
use super::fetch_plan::{Line, Occasion, Wing, chunks_to_fetch};
use crate::browser::intent::{self, Intent, NetworkInformation};
use crate::browser::window_listener::WindowListener;
use crate::reactive::effect;
use crate::routes;
use crate::session::{SessionState, Visitor};

/// Watches what the citizen does, as long as the app is open.
pub(super) fn watch_intents(chunks: Chunks, session: SessionState) {
    intent::each_intent(move |intent| {
        let (path, occasion): (_, fn(Wing) -> Occasion) = match intent {
            Intent::PressesLink(path) => (path, Occasion::PressesLink),
            Intent::FocusesLink(path) => (path, Occasion::FocusesLink),
            Intent::FocusesSearch => return fetch(chunks, Occasion::FocusesSearch),
        };
        if let Some(wing) = Wing::of(&routes::parse_path(&path)) {
            fetch(chunks, occasion(wing));
        }
    });
    if intent::is_search_focused() {
        fetch(chunks, Occasion::FocusesSearch);
    }
    effect(move || {
        if is_signed_in(session) {
            fetch(chunks, Occasion::IsSignedIn);
        } else if session.notice().is_some()
            || session.unconfirmed_sign_out().is_some()
            || session.confirmed_sign_outs() > 0
        {
            fetch(chunks, Occasion::HasSessionMessage);
        }
    });
    // Without the chunk that watches the session, ask on each return whether the citizen has signed in in another tab.
    // The listener lives as long as the app.
    let _listener = StoredValue::new_local(WindowListener::on_return(move || {
        if session.is_guest() && !chunks.identity.is_ready() {
            spawn_local(async move { drop(session.refresh().await) });
        }
    }));
}

/// Fetches what the citizen needs next on the page of a route.
pub(super) fn on_page(chunks: Chunks, session: SessionState, route: &routes::Route) {
    if let Some(occasion) = Occasion::on_page(route, is_signed_in(session)) {
        fetch(chunks, occasion);
    }
}

fn is_signed_in(session: SessionState) -> bool {
    matches!(session.visitor(), Visitor::Citizen(_))
}

fn fetch(chunks: Chunks, occasion: Occasion) {
    let connection = NetworkInformation::read();
    let line = Line::new(
        connection.saves_data,
        connection.effective_type.as_deref(),
        connection.megabits,
    );
    let wings = chunks_to_fetch(occasion, line);
    if wings.is_empty() {
        return;
    }
    spawn_local(async move {
        if occasion.waits_until_idle() {
            intent::wait_until_idle().await;
        }
        for wing in wings {
            chunks.of(*wing).fetch();
        }
    });
}
