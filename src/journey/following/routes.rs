//! Maps each route of this wing to its page. All pages need a signed-in citizen.

use leptos::prelude::*;

use super::dossier::dossier_page::DossierPage;
use super::fees::fee_page::FeePage;
use super::live::unread::UnreadCount;
use super::messages::messages_page::MessagesPage;
use super::my_dossiers::dossier_filter::DossierFilter;
use super::my_dossiers::dossiers_page::DossiersPage;
use super::notices::notices_page::NoticesPage;
use crate::journey::identity::require_sign_in::RequireSignIn;
use crate::routes::{FollowingRoute, parse_following};

/// Provides the contexts that the pages of this wing share, and the number of unread notices, which the header of every
/// page shows.
pub(crate) fn provide() {
    provide_context(DossierFilter::load());
    UnreadCount::provide();
}

/// Renders the page of a path.
pub(crate) fn page(path: &str) -> AnyView {
    let route = parse_following(path);
    let draw = Callback::new(move |()| draw_page(route.clone()));
    view! { <RequireSignIn page=draw /> }.into_any()
}

fn draw_page(route: FollowingRoute) -> AnyView {
    match route {
        FollowingRoute::Dossiers => view! { <DossiersPage /> }.into_any(),
        FollowingRoute::Notices => view! { <NoticesPage /> }.into_any(),
        FollowingRoute::Dossier(code) => view! { <DossierPage code=code /> }.into_any(),
        FollowingRoute::Fee(code, fee) => view! { <FeePage code=code fee=fee /> }.into_any(),
        FollowingRoute::Messages(code) => view! { <MessagesPage code=code /> }.into_any(),
    }
}
