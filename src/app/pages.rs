//! The page of each route.

use leptos::prelude::*;
use leptos_router::components as router;
use leptos_router::hooks::use_location;
use leptos_router::path;

use super::chunks::{chunk_page, use_chunks};
use crate::i18n::use_words;
use crate::journey::find::find_procedure::home_page::HomePage;
use crate::routes::{self, Route};
use crate::ui::button::ButtonLink;
#[cfg(feature = "gallery")]
use crate::ui::gallery::GalleryPage;
use crate::ui::page::Page;

/// Draws the page of the current route. The router has a single route for all paths, because `routes::parse_path` reads the
/// path; so each path is written in one place only.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <router::FlatRoutes fallback=|| ()>
            <router::Route path=path!("/*path") view=CurrentPage />
        </router::FlatRoutes>
    }
}

/// The page of the current path. A change of the query alone doesn't draw the page again.
#[component]
fn CurrentPage() -> impl IntoView {
    let path = use_location().pathname;
    let route = Memo::new(move |_| path.with(|path| routes::parse_path(path)));
    move || page(route.get())
}

/// Draws the page of a route. Only the first screen and the error page are in the main wasm.
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

/// A release build has no gallery.
#[cfg(not(feature = "gallery"))]
use NotFoundPage as GalleryPage;

/// The page for a path without a route.
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
