//! Which page stands at which path. `routes` prints the same paths.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route};
use leptos_router::path;

use crate::i18n::use_words;
use crate::journey::attach_files::attach_page::AttachPage;
use crate::journey::fill_form::agency_page::{ChangeAgencyPage, NewDraftPage};
use crate::journey::fill_form::form_page::FormPage;
use crate::journey::find_procedure::home_page::HomePage;
use crate::journey::find_procedure::procedure_page::ProcedurePage;
use crate::journey::find_procedure::search_page::SearchPage;
use crate::journey::sign_in::code_page::CodePage;
use crate::journey::sign_in::password_page::PasswordPage;
use crate::journey::sign_in::register_page::{RegisterPage, RegisterPhonePage};
use crate::journey::sign_in::sign_in_page::SignInPage;
use crate::journey::signed_in::SignedIn;
use crate::journey::submit::delivery_page::DeliveryPage;
use crate::journey::submit::receipt_page::ReceiptPage;
use crate::journey::submit::review_page::ReviewPage;
use crate::journey::track_dossiers::dossier_page::DossierPage;
use crate::journey::track_dossiers::dossiers_page::DossiersPage;
use crate::routes;
use crate::ui::button::ButtonLink;
#[cfg(feature = "gallery")]
use crate::ui::gallery::GalleryPage;
use crate::ui::page::Page;

/// The page of the present address.
#[component]
pub fn Pages() -> impl IntoView {
    let pages = view! {
        <FlatRoutes fallback=MissingPage>
            <Route path=path!("/") view=HomePage />
            <Route path=path!("/gallery") view=GalleryPage />
            <Route path=path!("/register") view=RegisterPage />
            <Route path=path!("/register/phone") view=RegisterPhonePage />
            <Route path=path!("/register/password/:challenge") view=PasswordPage />
            <Route path=path!("/code/:challenge") view=CodePage />
            <Route path=path!("/sign-in") view=SignInPage />
            <Route path=path!("/procedures") view=SearchPage />
            <Route path=path!("/procedures/:code") view=ProcedurePage />
            <Route path=path!("/procedures/:code/file") view=|| view! { <SignedIn page=NewDraftPage /> } />
            <Route path=path!("/drafts/:id/agency") view=|| view! { <SignedIn page=ChangeAgencyPage /> } />
            <Route path=path!("/drafts/:id/form/:page") view=|| view! { <SignedIn page=FormPage /> } />
            <Route path=path!("/drafts/:id/attachments") view=|| view! { <SignedIn page=AttachPage /> } />
            <Route path=path!("/drafts/:id/delivery") view=|| view! { <SignedIn page=DeliveryPage /> } />
            <Route path=path!("/drafts/:id/review") view=|| view! { <SignedIn page=ReviewPage /> } />
            <Route path=path!("/dossiers") view=|| view! { <SignedIn page=DossiersPage /> } />
            <Route path=path!("/dossiers/:code") view=|| view! { <SignedIn page=DossierPage /> } />
            <Route path=path!("/dossiers/:code/receipt") view=|| view! { <SignedIn page=ReceiptPage /> } />
        </FlatRoutes>
    };
    pages
}

/// A release has no gallery.
#[cfg(not(feature = "gallery"))]
use MissingPage as GalleryPage;

#[component]
fn MissingPage() -> impl IntoView {
    let words = &use_words().shell;
    view! {
        <Page title=words.missing site=words.name>
            <p>{words.missing_help}</p>
            <ButtonLink href=routes::home()>{words.home}</ButtonLink>
        </Page>
    }
}
