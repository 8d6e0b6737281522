//! Starts the app and draws the frame around every page.

use leptos::prelude::*;
use leptos::task::tick;
use leptos_router::components::Router;

use super::chunks::Chunks;
use super::connect::connect;
use super::header::{SiteFooter, SiteHeader};
use super::pages::Pages;
use super::prefetch;
use crate::api::{Api, Load};
use crate::browser::{clock, page};
use crate::i18n::{Language, use_words};
use crate::journey::find::find_procedure::first_screen::FirstScreen;
use crate::page::deleted_drafts::DeletedDrafts;
use crate::reactive::{dynamic, effect};
use crate::routes;
use crate::session::SessionState;
use crate::session::portal_features::PortalSignal;
use crate::ui::page::SiteName;

/// Starts the app. It replaces the plain HTML of the first screen a few tasks of the browser later.
pub fn start_app() {
    routes::set_base_path(&page::read_base_path());
    let opening = FirstScreen::adopt();
    // The executor of Leptos doesn't run before the app is mounted.
    wasm_bindgen_futures::spawn_local(async move {
        let Some(frame) = page::detached_frame() else {
            return;
        };
        clock::wait_ms(0).await;
        let stage = StartStage::new();
        let app = move || view! { <App opening=opening stage=stage /> };
        leptos::mount::mount_to(frame.clone(), app).forget();
        clock::wait_ms(0).await;
        stage.is_connected.set(true);
        clock::wait_ms(0).await;
        stage.has_frame.set(true);
        clock::wait_ms(0).await;
        // From here on, no event comes in between: nothing can be typed into the first screen while the home page takes
        // its text over and replaces it.
        stage.has_page.set(true);
        tick().await;
        page::replace_shell(&frame);
    });
}

/// How much of the app is drawn. The app is drawn in several tasks of the browser, so that a slow phone can react to the
/// citizen in between. Until everything is drawn, the citizen sees the first screen.
#[derive(Clone, Copy, Debug)]
struct StartStage {
    is_connected: RwSignal<bool>,
    has_frame: RwSignal<bool>,
    has_page: RwSignal<bool>,
}

impl StartStage {
    fn new() -> Self {
        Self {
            is_connected: RwSignal::new(false),
            has_frame: RwSignal::new(false),
            has_page: RwSignal::new(false),
        }
    }
}

/// Provides the contexts of the app, connects to the backend, and draws the frame.
#[component]
fn App(opening: FirstScreen, stage: StartStage) -> impl IntoView {
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
    let owner = Owner::current();
    effect(move || {
        if stage.is_connected.get()
            && let Some(owner) = &owner
        {
            // What is created here belongs to the app, and not to the effect.
            owner.with(|| {
                untrack(|| {
                    connect(api, session, portal, language);
                    prefetch::watch_intents(chunks, session);
                });
            });
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
                    {dynamic(move || stage.has_frame.get().then(|| view! { <SiteHeader /> }.into_any()))}
                    <main id="main" tabindex="-1">
                        {dynamic(move || stage.has_page.get().then(|| view! { <Pages /> }.into_any()))}
                    </main>
                    {dynamic(move || stage.has_frame.get().then(|| view! { <SiteFooter /> }.into_any()))}
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
