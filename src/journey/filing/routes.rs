//! Maps each route of this wing to its page. The wing is one wasm chunk, which is fetched after the first screen. Its
//! pages need a signed-in citizen.

use leptos::prelude::*;

use super::attach_files::{AttachPage, Uploads};
use super::draft::OpenDrafts;
use super::fill_form::{ChangeAgencyPage, FormPage, NewDraftPage};
use super::read_declarations::DeclarationsPage;
use super::reply::ReplyPage;
use super::submit::{DeliveryPage, ReceiptPage, ReviewPage};
use crate::answers::places::PlaceDirectory;
use crate::api::use_api;
use crate::journey::identity::consent::require_consent::RequireConsent;
use crate::journey::identity::require_sign_in::RequireSignIn;
use crate::routes::{DraftStep, FilingRoute, ReplyPath, parse_reply};
use crate::session::use_session;

/// Provides the state that outlives a page: the open drafts, the uploads and the names of places. It stays in memory
/// while the citizen visits other pages.
pub(crate) fn provide() {
    let (api, session) = (use_api(), use_session());
    provide_context(OpenDrafts::new(api, session));
    provide_context(Uploads::new(api, session));
    provide_context(PlaceDirectory::new(api));
}

/// Renders the page of a route. A guest is sent to the sign-in page first.
pub(crate) fn page(route: FilingRoute) -> AnyView {
    let draw = Callback::new(move |()| signed_in_page(route.clone()));
    view! { <RequireSignIn page=draw /> }.into_any()
}

/// Renders the page of a route for a signed-in citizen. Before a draft can be created, the citizen must have given the
/// required consents.
fn signed_in_page(route: FilingRoute) -> AnyView {
    match route {
        FilingRoute::File(code) => {
            let draw = Callback::new(move |()| new_draft(code.clone()));
            view! { <RequireConsent page=draw /> }.into_any()
        }
        FilingRoute::Draft(id, step) => draft_step(id, step),
        FilingRoute::Reply(path) => {
            let ReplyPath {
                dossier,
                kind,
                request,
            } = parse_reply(&path);
            view! { <ReplyPage dossier=dossier kind=kind request=request /> }.into_any()
        }
        FilingRoute::Receipt(code) => view! { <ReceiptPage code=code /> }.into_any(),
    }
}

/// Renders the page where the citizen creates a draft.
fn new_draft(code: String) -> AnyView {
    view! { <NewDraftPage code=code /> }.into_any()
}

/// Renders the page where the citizen reviews a draft.
fn review(id: String) -> AnyView {
    view! { <ReviewPage id=id /> }.into_any()
}

/// Renders the page of one step of a draft. The review asks for a consent only if the server has refused the dossier
/// because a consent is missing.
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
