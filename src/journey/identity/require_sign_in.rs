//! Guards a page that needs a signed-in citizen. A guest goes to the sign-in page, and returns afterwards. A session that
//! expires later doesn't unmount the page, so typed texts stay. A sign-out does unmount the page.
//! All wings with personal data wrap their pages in this component.

use leptos::prelude::*;

use crate::i18n::use_words;
use crate::page::navigation::{use_replace, use_sign_in_href};
use crate::routes;
use crate::session::{Visitor, use_session};
use crate::ui::skeleton::Skeleton;

/// Draws `page` once a citizen is signed in.
#[component]
pub fn RequireSignIn(
    /// Draws the page.
    page: Callback<(), AnyView>,
) -> impl IntoView {
    let session = use_session();
    let words = use_words();
    let go = use_replace();
    let sign_in = use_sign_in_href();
    let is_mounted = RwSignal::new(false);
    // Before the backend has answered, the visitor is unknown, and nothing happens.
    Effect::new(move |_| {
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
    move || {
        if is_mounted.get() {
            page.run(())
        } else {
            view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any()
        }
    }
}
