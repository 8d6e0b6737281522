//! The frame around every page: contexts, header, routes, footer. It holds no rule of its own.

/// Header and footer.
pub mod header;
/// The page of each route.
pub mod pages;
mod chunks;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Router;

use self::chunks::Chunks;
use crate::api::{Api, Load};
use crate::browser::{clock, page};
use crate::i18n::{Language, use_words};
use crate::journey::find::find_procedure::opening::Opening;
use crate::page::deleted_drafts::DeletedDrafts;
use crate::routes;
use crate::session::portal_features::PortalSignal;
use crate::session::{SessionState, Visitor};
use crate::ui::page::Site;
use contract::endpoints::GET_PORTAL;

/// Starts the app: takes over the first screen that the page already shows.
pub fn start() {
    routes::serve_under(&page::base_path());
    let opening = Opening::adopt();
    leptos::mount::mount_to_body(move || view! { <App opening=opening /> });
    page::remove_shell();
}

#[component]
fn App(opening: Opening) -> impl IntoView {
    let api = Api::new(&page::meta("motcua-backend").unwrap_or_else(|| "/api".to_owned()));
    let session = SessionState::new(api);
    let language = RwSignal::new(Language::at_start());
    let portal: PortalSignal = RwSignal::new(Load::Waiting);
    provide_context(api);
    provide_context(session);
    provide_context(language);
    provide_context(portal);
    provide_context(opening);
    provide_context(DeletedDrafts::new());
    provide_context(Site::new(portal_name(portal, opening)));
    let chunks = Chunks::new();
    provide_context(chunks);
    meet_backend(api, session, portal, language);
    Effect::new(move |_| {
        let met = portal.with(|load| matches!(load, Load::Ready(_)));
        if met && session.visitor() != Visitor::Unknown {
            chunks.fetch();
        }
    });
    Effect::new(move |_| page::set_language(language.get().tag()));
    view! {
        <Router base=routes::base()>
            // A change of language draws everything anew; answers and slips live in contexts and drafts, and only a
            // one-time code or a password is typed again.
            {move || {
                language.track();
                let words = use_words();
                view! {
                    <a class="skip-link" href="#main">{words.shell().skip}</a>
                    <header::Header />
                    <main id="main" tabindex="-1">
                        <pages::Pages />
                    </main>
                    <header::Footer />
                    {move || chunks.account.over()}
                }
            }}
        </Router>
    }
}

/// The portal's name; until the backend has told it, the one that the plain first screen shows.
fn portal_name(portal: PortalSignal, opening: Opening) -> Signal<String> {
    let name = Memo::new(move |_| {
        let told = portal.with(|load| match load {
            Load::Ready(portal) => Some(portal.name.clone()),
            Load::Waiting | Load::Failed(_) => opening.shown().name.pop().map(|shown| shown.text),
        });
        told.filter(|name| !name.is_empty())
            .unwrap_or_else(|| Language::Vi.words().shell().name.to_owned())
    });
    name.into()
}

/// Asks the backend who it is and who is signed in, until it answers.
fn meet_backend(
    api: Api,
    session: SessionState,
    portal: PortalSignal,
    language: RwSignal<Language>,
) {
    spawn_local(async move {
        while session.refresh().await.is_err() {
            clock::wait_ms(3_000).await;
        }
    });
    spawn_local(async move {
        loop {
            match api.get(&GET_PORTAL, &[], "").await {
                Ok(mut answer) => {
                    if api.is_foreign() {
                        answer.leave_out_single_sign_on();
                    }
                    page::apply_theme(&answer.theme);
                    let present = language.get_untracked();
                    let offered = present.offered(&answer.languages);
                    portal.set(Load::Ready(answer));
                    if offered != present {
                        offered.remember();
                        language.set(offered);
                    }
                    return;
                }
                Err(error) => portal.set(Load::Failed(error)),
            }
            clock::wait_ms(3_000).await;
        }
    });
}
