//! Waits for the portal's description. A view that depends on it is drawn only once it is known, so that nothing moves
//! while the citizen is about to tap it.

use contract::portal::Portal;
use leptos::prelude::*;

use crate::api::Load;
use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::session::portal_features::use_portal;
use crate::ui::skeleton::Skeleton;

/// Draws `ready` once the portal's description is here.
#[component]
pub fn PortalLoader(
    /// Draws the view that depends on the portal.
    #[prop(into)]
    ready: Callback<Portal, AnyView>,
) -> impl IntoView {
    let words = use_words();
    let portal = use_portal();
    move || match portal.get() {
        Load::Waiting => view! { <Skeleton lines=2 label=words.errors().loading /> }.into_any(),
        // Without a retry button, because `app/connect.rs` retries automatically.
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) /> }.into_any()
        }
        Load::Ready(portal) => ready.run(portal),
    }
}
