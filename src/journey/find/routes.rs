//! Maps each route of this wing to its page. The pages need no sign-in.

use leptos::prelude::*;

use super::find_procedure::catalogue::CatalogueState;
use super::find_procedure::first_screen::FirstScreen;
use super::find_procedure::groups_page::GroupsPage;
use super::find_procedure::prepare_page::PreparePage;
use super::find_procedure::procedure_page::ProcedurePage;
use super::find_procedure::search_page::SearchPage;
use super::give_feedback::feedback_input::FeedbackInput;
use super::give_feedback::feedback_page::FeedbackPage;
use super::look_up::look_up_input::LookUpInput;
use super::look_up::look_up_page::LookUpPage;
use crate::api::use_api;
use crate::reactive::effect;
use crate::routes::FindRoute;

/// Provides the contexts that the pages of this wing share.
pub(crate) fn provide() {
    let catalogue = CatalogueState::new(use_api());
    provide_context(catalogue);
    if let Some(first_screen) = use_context::<FirstScreen>() {
        effect(move || {
            if first_screen.is_entered() {
                catalogue.load_once();
            }
        });
    }
    provide_context(LookUpInput::load());
    provide_context(FeedbackInput::load());
}

/// Renders the page of a route.
pub(crate) fn page(route: FindRoute) -> AnyView {
    match route {
        FindRoute::Procedures => view! { <SearchPage /> }.into_any(),
        FindRoute::Procedure(code) => view! { <ProcedurePage code=code /> }.into_any(),
        FindRoute::Prepare(code) => view! { <PreparePage code=code /> }.into_any(),
        FindRoute::Groups => view! { <GroupsPage /> }.into_any(),
        FindRoute::LookUp => view! { <LookUpPage /> }.into_any(),
        FindRoute::Feedback => view! { <FeedbackPage /> }.into_any(),
    }
}
