//! Sends the first requests to the backend: which features the portal offers, and who is signed in. The first screen is
//! shown before either response arrives, because it needs neither.

use contract::endpoints::GET_PORTAL;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, Load};
use crate::browser::{page, retry};
use crate::i18n::Language;
use crate::session::SessionState;
use crate::session::portal_features::PortalSignal;

/// Loads the portal's description and the session. Repeats each request until it succeeds.
pub(super) fn connect(
    api: Api,
    session: SessionState,
    portal: PortalSignal,
    language: RwSignal<Language>,
) {
    spawn_local(async move {
        let mut failures = 0;
        while session.refresh().await.is_err() {
            failures += 1;
            retry::wait(failures).await;
        }
    });
    spawn_local(async move {
        let mut failures = 0;
        loop {
            match api.get(&GET_PORTAL, &[], "").await {
                Ok(mut answer) => {
                    if api.is_cross_origin() {
                        // Single sign-on starts a session with a cookie. If the backend has another origin than the
                        // page, the browser doesn't send that cookie with the app's requests.
                        answer.remove_single_sign_on();
                    }
                    if !answer.has_known_version() {
                        page::show_outdated();
                    }
                    page::apply_theme(&answer.theme);
                    let current = language.get_untracked();
                    let supported = current.or_first_supported(&answer.languages);
                    portal.set(Load::Ready(answer));
                    if supported != current {
                        supported.store();
                        language.set(supported);
                    }
                    return;
                }
                Err(error) => portal.set(Load::Failed(error)),
            }
            failures += 1;
            retry::wait(failures).await;
        }
    });
}
