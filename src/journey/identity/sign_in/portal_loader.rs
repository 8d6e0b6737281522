//! Waits until the portal's description is loaded. A view that depends on the description is rendered only after that,
//! so that no button or link moves while the citizen is about to press it.

use contract::portal::Portal;
use leptos::prelude::*;

use crate::api::Load;
use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::session::portal_features::use_portal;
use crate::ui::skeleton::Skeleton;

/// Renders `ready` once the portal's description is loaded.
#[component]
pub fn PortalLoader(
    /// Renders the view that depends on the portal's description.
    #[prop(into)]
    ready: Callback<Portal, AnyView>,
) -> impl IntoView {
    let words = use_words();
    let portal = use_portal();
    dynamic(move || match portal.get() {
        Load::Waiting => view! { <Skeleton lines=2 label=words.errors().loading /> }.into_any(),
        // There is no retry button, because `app/connect.rs` retries automatically.
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) /> }.into_any()
        }
        Load::Ready(portal) => ready.run(portal),
    })
}
