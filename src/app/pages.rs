//! Which page stands at which address.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route};
use leptos_router::hooks::use_location;
use leptos_router::path;

use super::chunks::{page_of, use_chunks};
use crate::i18n::use_words;
use crate::journey::find::find_procedure::home_page::HomePage;
use crate::routes::{self, Address};
use crate::ui::button::ButtonLink;
#[cfg(feature = "gallery")]
use crate::ui::gallery::GalleryPage;
use crate::ui::page::Page;

/// The page of the present address. The router has one route: `routes` reads the path, so that no address is
/// written twice.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=|| ()>
            <Route path=path!("/*path") view=PresentPage />
        </FlatRoutes>
    }
}

#[component]
fn PresentPage() -> impl IntoView {
    let path = use_location().pathname;
    let address = Memo::new(move |_| path.with(|path| routes::read(path)));
    move || page(address.get())
}

fn page(address: Address) -> AnyView {
    let chunks = use_chunks();
    match address {
        Address::Home => view! { <HomePage /> }.into_any(),
        Address::Find(address) => page_of(chunks.find, address),
        Address::Account(address) => page_of(chunks.account, address),
        Address::Filing(address) => page_of(chunks.filing, address),
        Address::Following(address) => page_of(chunks.following, address),
        Address::Gallery => view! { <GalleryPage /> }.into_any(),
        Address::Missing => view! { <MissingPage /> }.into_any(),
    }
}

/// A release has no gallery.
#[cfg(not(feature = "gallery"))]
use MissingPage as GalleryPage;

#[component]
fn MissingPage() -> impl IntoView {
    let words = use_words().shell();
    view! {
        <Page title=words.missing>
            <p>{words.missing_help}</p>
            <ButtonLink href=routes::home()>{words.home}</ButtonLink>
        </Page>
    }
}
