//! The pages that anyone may open but the first: finding a procedure and preparing for it, looking up a dossier,
//! writing to whoever keeps the portal. A part of the app that is fetched after the first screen.

use leptos::prelude::*;

use super::find_procedure::catalogue::CatalogueState;
use super::find_procedure::groups_page::GroupsPage;
use super::find_procedure::opening::Opening;
use super::find_procedure::prepare_page::PreparePage;
use super::find_procedure::procedure_page::ProcedurePage;
use super::find_procedure::search_page::SearchPage;
use super::give_feedback::feedback_input::FeedbackInput;
use super::give_feedback::feedback_page::FeedbackPage;
use super::look_up::look_up_input::LookUpInput;
use super::look_up::look_up_page::LookUpPage;
use crate::api::use_api;
use crate::routes::FindRoute;

/// What its pages keep from one to the next.
pub(crate) fn provide() {
    let catalogue = CatalogueState::new(use_api());
    provide_context(catalogue);
    if let Some(opening) = use_context::<Opening>() {
        Effect::new(move |_| {
            if opening.is_entered() {
                catalogue.ask();
            }
        });
    }
    provide_context(LookUpInput::load());
    provide_context(FeedbackInput::load());
}

/// The page of an address.
pub(crate) fn page(address: FindRoute) -> AnyView {
    match address {
        FindRoute::Procedures => view! { <SearchPage /> }.into_any(),
        FindRoute::Procedure(code) => view! { <ProcedurePage code=code /> }.into_any(),
        FindRoute::Prepare(code) => view! { <PreparePage code=code /> }.into_any(),
        FindRoute::Groups => view! { <GroupsPage /> }.into_any(),
        FindRoute::LookUp => view! { <LookUpPage /> }.into_any(),
        FindRoute::Feedback => view! { <FeedbackPage /> }.into_any(),
    }
}
