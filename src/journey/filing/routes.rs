//! The pages that need a signed-in citizen: a part of the app that is fetched after the first screen.

use leptos::prelude::*;

use super::attach_files::attach_page::AttachPage;
use super::attach_files::uploads::Uploads;
use super::draft::open_draft::OpenDrafts;
use super::fill_form::agency_page::{ChangeAgencyPage, NewDraftPage};
use super::fill_form::form_page::FormPage;
use super::read_declarations::declarations_page::DeclarationsPage;
use super::submit::delivery_page::DeliveryPage;
use super::submit::receipt_page::ReceiptPage;
use super::submit::review_page::ReviewPage;
use crate::answers::places::Places;
use crate::api::use_api;
use crate::journey::identity::consent::require_consent::RequireConsent;
use crate::journey::identity::require_sign_in::RequireSignIn;
use crate::routes::{DraftStep, FilingRoute};
use crate::session::use_session;

/// What its pages keep from one to the next: a draft and its uploads go on while the citizen looks elsewhere.
pub(crate) fn provide() {
    let (api, session) = (use_api(), use_session());
    provide_context(OpenDrafts::new(api, session));
    provide_context(Uploads::new(api, session));
    provide_context(Places::new(api));
}

/// The page of an address, for a signed-in citizen.
pub(crate) fn page(address: FilingRoute) -> AnyView {
    let draw = Callback::new(move |()| admitted(address.clone()));
    view! { <RequireSignIn page=draw /> }.into_any()
}

fn admitted(address: FilingRoute) -> AnyView {
    match address {
        FilingRoute::File(code) => {
            let draw = Callback::new(move |()| new_draft(code.clone()));
            view! { <RequireConsent page=draw /> }.into_any()
        }
        FilingRoute::Draft(id, step) => draft_step(id, step),
        FilingRoute::Receipt(code) => view! { <ReceiptPage code=code /> }.into_any(),
    }
}

fn new_draft(code: String) -> AnyView {
    view! { <NewDraftPage code=code /> }.into_any()
}

fn review(id: String) -> AnyView {
    view! { <ReviewPage id=id /> }.into_any()
}

fn draft_step(id: String, step: DraftStep) -> AnyView {
    match step {
        DraftStep::Agency => view! { <ChangeAgencyPage id=id /> }.into_any(),
        DraftStep::Form(number) => view! { <FormPage id=id number=number /> }.into_any(),
        DraftStep::Declarations => view! { <DeclarationsPage id=id /> }.into_any(),
        DraftStep::Attachments => view! { <AttachPage id=id /> }.into_any(),
        DraftStep::Delivery => view! { <DeliveryPage id=id /> }.into_any(),
        DraftStep::Review => {
            let draw = Callback::new(move |()| review(id.clone()));
            view! { <RequireConsent page=draw once_refused=true /> }.into_any()
        }
    }
}
