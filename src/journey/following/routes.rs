//! The page of each route of this wing. Every page needs a signed-in citizen.

use leptos::prelude::*;

use super::dossier::dossier_page::DossierPage;
use super::my_dossiers::dossiers_page::DossiersPage;
use crate::journey::identity::require_sign_in::RequireSignIn;
use crate::routes::FollowingRoute;

/// Provides nothing: no state of this wing outlives its page.
pub(crate) fn provide() {}

/// Draws the page of a route.
pub(crate) fn page(address: FollowingRoute) -> AnyView {
    let draw = Callback::new(move |()| draw_page(address.clone()));
    view! { <RequireSignIn page=draw /> }.into_any()
}

fn draw_page(address: FollowingRoute) -> AnyView {
    match address {
        FollowingRoute::Dossiers => view! { <DossiersPage /> }.into_any(),
        FollowingRoute::Dossier(code) => view! { <DossierPage code=code /> }.into_any(),
    }
}
