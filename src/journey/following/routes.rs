//! Maps each route of this wing to its page. All pages need a signed-in citizen.

use leptos::prelude::*;

use super::dossier::dossier_page::DossierPage;
use super::fees::fee_page::FeePage;
use super::messages::messages_page::MessagesPage;
use super::my_dossiers::dossiers_page::DossiersPage;
use crate::journey::identity::require_sign_in::RequireSignIn;
use crate::routes::FollowingRoute;

/// Provides no contexts, because no state of this wing outlives its page. The function exists because every wing has
/// one.
pub(crate) fn provide() {}

/// Renders the page of a route.
pub(crate) fn page(route: FollowingRoute) -> AnyView {
    let draw = Callback::new(move |()| draw_page(route.clone()));
    view! { <RequireSignIn page=draw /> }.into_any()
}

fn draw_page(route: FollowingRoute) -> AnyView {
    match route {
        FollowingRoute::Dossiers => view! { <DossiersPage /> }.into_any(),
        FollowingRoute::Dossier(code) => view! { <DossierPage code=code /> }.into_any(),
        FollowingRoute::Fee(code, fee) => view! { <FeePage code=code fee=fee /> }.into_any(),
        FollowingRoute::Messages(code) => view! { <MessagesPage code=code /> }.into_any(),
    }
}
