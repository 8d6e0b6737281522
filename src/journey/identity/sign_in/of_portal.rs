//! What stands on what the backend offers: drawn as soon as that is known and not before, so that nothing moves away under
//! a finger.

use contract::portal::Portal;
use leptos::prelude::*;

use crate::api::Load;
use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::session::portal_features::use_portal;
use crate::ui::skeleton::Skeleton;

/// Waits for the portal's answer and draws what stands on it.
#[component]
pub fn OfPortal(
    /// Draws it.
    #[prop(into)]
    ready: Callback<Portal, AnyView>,
) -> impl IntoView {
    let words = use_words();
    let portal = use_portal();
    move || match portal.get() {
        Load::Waiting => view! { <Skeleton lines=2 label=words.errors().loading /> }.into_any(),
        // The app goes on asking by itself.
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) /> }.into_any()
        }
        Load::Ready(portal) => ready.run(portal),
    }
}
