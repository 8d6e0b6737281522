//! Selects the page for each route.

use leptos::prelude::*;
use leptos_router::components as router;
use leptos_router::hooks::use_location;
use leptos_router::path;

use super::chunks::{chunk_page, use_chunks};
use super::prefetch;
use crate::i18n::use_words;
use crate::journey::find::find_procedure::home_page::HomePage;
use crate::reactive::{dynamic, effect};
use crate::routes::{self, Route};
use crate::session::use_session;
use crate::ui::button::ButtonLink;
#[cfg(feature = "gallery")]
use crate::ui::gallery::GalleryPage;
use crate::ui::page::Page;

/// Draws the page of the current route. The router of `leptos_router` has a single route that matches all paths, and
/// `routes::parse_path` parses the path. So each path is defined in one place only.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <router::FlatRoutes fallback=|| ()>
            <router::Route path=path!("/*path") view=CurrentPage />
        </router::FlatRoutes>
    }
}

/// Draws the page for the current path. When only the query of the URL changes, the page isn't drawn again.
#[component]
fn CurrentPage() -> impl IntoView {
    let path = use_location().pathname;
    let route = Memo::new(move |_| path.with(|path| routes::parse_path(path)));
    let (chunks, session) = (use_chunks(), use_session());
    effect(move || route.with(|route| prefetch::on_page(chunks, session, route)));
    dynamic(move || page(route.get()))
}

/// Draws the page of a route. The main wasm contains only the first screen and the error page; every other page is in a
/// chunk.
fn page(route: Route) -> AnyView {
    let chunks = use_chunks();
    match route {
        Route::Home => view! { <HomePage /> }.into_any(),
        Route::Find(_) => chunk_page(chunks.find, route),
        Route::Identity(_) => chunk_page(chunks.identity, route),
        Route::Filing(_) => chunk_page(chunks.filing, route),
        Route::Following(_) => chunk_page(chunks.following, route),
        Route::Gallery => view! { <GalleryPage /> }.into_any(),
        Route::NotFound => view! { <NotFoundPage /> }.into_any(),
    }
}

/// A build without the feature `gallery`, such as a release build, shows the error page at the gallery's path.
#[cfg(not(feature = "gallery"))]
use NotFoundPage as GalleryPage;

/// The error page for a path that has no route.
#[component]
fn NotFoundPage() -> impl IntoView {
    let words = use_words().shell();
    view! {
        <Page title=words.not_found>
            <p>{words.not_found_help}</p>
            <ButtonLink href=routes::home()>{words.home}</ButtonLink>
        </Page>
    }
}
