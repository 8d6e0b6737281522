//! Starts the app and draws the frame around every page.

use leptos::prelude::*;
use leptos_router::components::Router;

use super::chunks::Chunks;
use super::connect::connect;
use super::header::{SiteFooter, SiteHeader};
use super::pages::Pages;
use crate::api::{Api, Load};
use crate::browser::page;
use crate::i18n::{Language, use_words};
use crate::journey::find::find_procedure::first_screen::FirstScreen;
use crate::page::deleted_drafts::DeletedDrafts;
use crate::reactive::{dynamic, effect};
use crate::routes;
use crate::session::portal_features::PortalSignal;
use crate::session::{SessionState, Visitor};
use crate::ui::page::SiteName;

/// Starts the app and replaces the plain HTML of the first screen.
pub fn start_app() {
    routes::set_base_path(&page::read_base_path());
    let opening = FirstScreen::adopt();
    leptos::mount::mount_to_body(move || view! { <App opening=opening /> });
    page::remove_shell();
}

/// Provides the contexts of the app, connects to the backend, and draws the frame.
#[component]
fn App(opening: FirstScreen) -> impl IntoView {
    let api = Api::new(&page::meta("motcua-backend").unwrap_or_else(|| "/api".to_owned()));
    let session = SessionState::new(api);
    let language = RwSignal::new(Language::initial());
    let portal: PortalSignal = RwSignal::new(Load::Waiting);
    provide_context(api);
    provide_context(session);
    provide_context(language);
    provide_context(portal);
    provide_context(opening);
    provide_context(DeletedDrafts::new());
    provide_context(SiteName::new(portal_name(portal, opening)));
    let chunks = Chunks::new();
    provide_context(chunks);
    connect(api, session, portal, language);
    // Fetch the chunks only after the portal and the session are loaded, so that the chunks don't slow down the first
    // screen.
    effect(move || {
        let is_connected = portal.with(|load| matches!(load, Load::Ready(_)));
        if is_connected && session.visitor() != Visitor::Unknown {
            chunks.fetch();
        }
    });
    effect(move || page::set_language(language.get().tag()));
    view! {
        <Router base=routes::base_path()>
            // When the language changes, all pages are drawn again. Typed answers and form fields are kept, because
            // contexts and drafts store them. Only a one-time code or a password must be typed again.
            {dynamic(move || {
                language.track();
                let words = use_words();
                view! {
                    <a class="skip-link" href="#main">{words.shell().skip}</a>
                    <SiteHeader />
                    <main id="main" tabindex="-1">
                        <Pages />
                    </main>
                    <SiteFooter />
                    {dynamic(move || chunks.identity.overlay())}
                }
            })}
        </Router>
    }
}

/// The name of the portal. Until the backend has responded, it is the name in the plain HTML of the first screen.
fn portal_name(portal: PortalSignal, opening: FirstScreen) -> Signal<String> {
    let name = Memo::new(move |_| {
        let name = portal.with(|load| match load {
            Load::Ready(portal) => Some(portal.name.clone()),
            Load::Waiting | Load::Failed(_) => opening.texts().name.pop().map(|text| text.text),
        });
        name.filter(|name| !name.is_empty())
            .unwrap_or_else(|| Language::Vi.words().shell().name.to_owned())
    });
    name.into()
}
