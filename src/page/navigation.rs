//! Navigates to another page from code, with addresses that `routes` writes.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::browser::query;
use crate::routes;

/// Returns a function that navigates to an address of `routes`. Call this hook while drawing.
pub fn use_navigation() -> impl Fn(&str) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    move |address: &str| {
        navigate(
            address,
            NavigateOptions {
                resolve: false,
                ..Default::default()
            },
        )
    }
}

/// Like [`use_navigation`], but replaces the current entry of the history, so that Back doesn't return to it.
pub fn use_replace() -> impl Fn(&str) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    move |address: &str| {
        let options = NavigateOptions {
            resolve: false,
            replace: true,
            ..Default::default()
        };
        navigate(address, options);
    }
}

/// The address of the sign-in page. After signing in, the citizen continues at `next`, an address of this app.
pub fn sign_in_and_continue_at(next: &str) -> String {
    routes::sign_in(&query::encode_query(&[("next", next)]))
}

/// Returns a function that reads the current address, with its query. Call this hook while drawing.
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

/// Returns a function that writes the address of the sign-in page, from which the citizen returns to the current page. Call
/// this hook while drawing.
pub fn use_sign_in_href() -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let here = use_current_route();
    move || sign_in_and_continue_at(&here())
}
