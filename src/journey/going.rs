//! Going to another page by code, with addresses as `routes` prints them.

use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

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
