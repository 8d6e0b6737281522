//! Navigates to another page from code. The URLs come from the functions of `routes`.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::browser::query;
use crate::routes;

/// Returns a function that navigates to a URL of this app. Call this hook while the component is being rendered.
pub fn use_navigation() -> impl Fn(&str) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    move |route: &str| {
        navigate(
            route,
            NavigateOptions {
                resolve: false,
                ..Default::default()
            },
        )
    }
}

/// Like [`use_navigation`], but replaces the current entry of the browser's history, so that the Back button doesn't
/// return to the current page.
pub fn use_replace() -> impl Fn(&str) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    move |route: &str| {
        let options = NavigateOptions {
            resolve: false,
            replace: true,
            ..Default::default()
        };
        navigate(route, options);
    }
}

/// The URL of the sign-in page. After signing in, the citizen continues at the URL `next` of this app.
pub fn sign_in_and_continue_at(next: &str) -> String {
    routes::sign_in(&query::encode_query(&[("next", next)]))
}

/// Returns a function that reads the URL of the current page, with its query. Call this hook while the component is
/// being rendered.
pub fn use_current_route() -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let here = use_location();
    let (path, search) = (here.pathname, here.search);
    move || {
        let (path, search) = (path.get_untracked(), search.get_untracked());
        match search.is_empty() {
            true => path,
            false => [&path, "?", &search].concat(),
        }
    }
}

/// Returns a function that builds the URL of the sign-in page. After signing in, the citizen returns to the current
/// page. Call this hook while the component is being rendered.
pub fn use_sign_in_href() -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let here = use_current_route();
    move || sign_in_and_continue_at(&here())
}
