//! The first requests to the backend: what the portal offers, and who is signed in.
//! The first screen is already on show meanwhile; it needs neither answer.

use contract::endpoints::GET_PORTAL;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, Load};
use crate::browser::{page, retry};
use crate::i18n::Language;
use crate::session::SessionState;
use crate::session::portal_features::PortalSignal;

/// Loads the portal and the session, and tries each again until it succeeds.
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
                        // Single sign-on ends with a cookie, which a backend on another origin can't set for this page.
                        answer.remove_single_sign_on();
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
