//! Going to another page by code, with addresses as `routes` prints them.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::browser::query;
use crate::routes;

/// A function that goes to an address of `routes`; call the hook while drawing.
pub fn use_go() -> impl Fn(&str) + Clone + Send + Sync + 'static {
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

/// Like [`use_go`], in place of the page in the history: for steps that Back should not return to.
pub fn use_go_instead() -> impl Fn(&str) + Clone + Send + Sync + 'static {
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

/// The sign-in page, from which the citizen goes on to `next`, an address of this app.
pub fn sign_in_then(next: &str) -> String {
    routes::sign_in(&query::text(&[("next", next)]))
}

/// The address of the present page, its query included; call the hook while drawing.
pub fn use_here() -> impl Fn() -> String + Copy + Send + Sync + 'static {
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

/// The sign-in page, from which the citizen comes back to the present page; call the hook while drawing.
pub fn use_sign_in_and_return() -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let here = use_here();
    move || sign_in_then(&here())
}
