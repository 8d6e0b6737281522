//! Pages that need a signed-in citizen: a guest is led to the sign-in page and comes back afterwards.
//! A session that ends later doesn't unmount the page, so nothing typed is lost; a citizen who leaves takes it along.

use leptos::prelude::*;

use crate::i18n::use_words;
use crate::page::navigation::{use_replace, use_sign_in_href};
use crate::routes;
use crate::session::{Visitor, use_session};
use crate::ui::skeleton::Skeleton;

/// Draws `page` once a citizen is known to be signed in.
#[component]
pub fn SignedIn(
    /// The page.
    page: Callback<(), AnyView>,
) -> impl IntoView {
    let session = use_session();
    let words = use_words();
    let go = use_replace();
    let sign_in = use_sign_in_href();
    let admitted = RwSignal::new(false);
    Effect::new(move |_| {
        let was = admitted.get_untracked();
        match session.visitor() {
            Visitor::Unknown => {}
            Visitor::Citizen(_) if was => {}
            Visitor::Citizen(_) => admitted.set(true),
            Visitor::Guest if was => {
                admitted.set(false);
                go(&routes::home());
            }
            Visitor::Guest => go(&sign_in()),
        }
    });
    move || {
        if admitted.get() {
            page.run(())
        } else {
            view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any()
        }
    }
}
