//! Shows a page only to a signed-in citizen. A guest is sent to the sign-in page, and returns to the page after signing
//! in. If the session expires later, the page stays mounted, so typed texts are not lost. If the citizen signs out, the
//! page is unmounted.
//! All wings with personal data wrap their pages in `RequireSignIn`.

use leptos::prelude::*;

use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::{use_replace, use_sign_in_href};
use crate::reactive::{dynamic, effect};
use crate::routes;
use crate::session::{Visitor, use_session};
use crate::ui::skeleton::Skeleton;

/// Renders `page` once a citizen is signed in.
#[component]
pub fn RequireSignIn(
    /// Renders the page.
    page: Callback<(), AnyView>,
) -> impl IntoView {
    let session = use_session();
    let words = use_words();
    let go = use_replace();
    let sign_in = use_sign_in_href();
    let is_mounted = RwSignal::new(false);
    // Until the backend has responded, it is unknown whether somebody is signed in. So don't redirect yet.
    effect(move || {
        let was_mounted = is_mounted.get_untracked();
        match session.visitor() {
            Visitor::Unknown => {}
            Visitor::Citizen(_) if was_mounted => {}
            Visitor::Citizen(_) => is_mounted.set(true),
            Visitor::Guest if was_mounted => {
                is_mounted.set(false);
                go(&routes::home());
            }
            Visitor::Guest => go(&sign_in()),
        }
    });
    dynamic(move || {
        if is_mounted.get() {
            page.run(())
        } else {
            // There is no button to try again, because `app/connect.rs` repeats the request.
            view! {
                <ErrorNotice error=session.refresh_error() />
                <Skeleton lines=4 label=words.errors().loading />
            }
            .into_any()
        }
    })
}
