//! The chunks of the app: one wasm file for each wing. A chunk is fetched when one of its pages is opened, or before, by
//! the plan in `fetch_plan.rs`.
//!
//! With the feature `split`, `tools/build` cuts the chunks out of the compiled app. All code that is reachable only
//! through a `wasm_split` function moves into that function's chunk. Without the feature, the app is a single wasm
//! file.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::fetch_plan::Wing;
use crate::api::{ClientError, Load};
use crate::journey::identity::session::overlay;
use crate::journey::{filing, find, following, identity};
use crate::page::load_errors::{Loaded, retry_automatically};
use crate::routes::Route;

/// Draws the page of a route. Draws nothing if the route doesn't belong to the chunk.
///
/// The function takes a [`Route`] in every chunk. If each chunk had its own route type, [`Chunk`] would be generic, and
/// its code would be compiled once for each chunk.
type DrawPage = fn(Route) -> AnyView;

/// The functions that a fetched chunk provides.
struct ChunkContent {
    /// Provides the contexts that the pages of the chunk share. Called once.
    provide: fn(),
    draw_page: DrawPage,
    /// Views that the chunk adds to every page of the app.
    shared_views: Option<SharedViews>,
}

/// Views that a chunk adds to every page of the app.
#[derive(Clone, Copy)]
struct SharedViews {
    overlay: fn() -> AnyView,
    /// The sign-out button of the wing `identity`, and the link to the notices of the wing `following`.
    header_view: fn() -> AnyView,
}

/// A chunk, whether it is fetched already or not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    draw_page: RwSignal<Load<DrawPage>>,
    shared_views: RwSignal<Option<SharedViews>>,
    load: fn() -> ChunkFuture,
    is_fetching: StoredValue<bool>,
    /// The reactive owner of the contexts that the chunk provides. It is the owner of the whole app, so the contexts
    /// exist as long as the app.
    owner: StoredValue<Option<Owner>>,
}

/// A future that fetches a chunk and returns its content.
type ChunkFuture = Pin<Box<dyn Future<Output = Result<ChunkContent, ChunkError>>>>;

impl Chunk {
    /// Creates a chunk that isn't fetched yet.
    fn new(load: fn() -> ChunkFuture) -> Self {
        let chunk = Self {
            draw_page: RwSignal::new(Load::Waiting),
            shared_views: RwSignal::new(None),
            load,
            is_fetching: StoredValue::new(false),
            owner: StoredValue::new(Owner::current()),
        };
        // Retry a failed fetch even while no page of this chunk is open.
        retry_automatically(chunk.draw_page, Callback::new(move |()| chunk.fetch()));
        chunk
    }

    /// Draws the renewal sheet, which can cover every page. Reactive: `None` until the chunk is fetched.
    pub(super) fn overlay(self) -> Option<AnyView> {
        self.shared_views.get().map(|views| (views.overlay)())
    }

    /// Draws the chunk's view in the header. Reactive: `None` until the chunk is fetched.
    pub(super) fn header_view(self) -> Option<AnyView> {
        self.shared_views.get().map(|views| (views.header_view)())
    }

    /// Whether the chunk is fetched.
    pub(super) fn is_ready(self) -> bool {
        self.draw_page
            .with_untracked(|draw_page| matches!(draw_page, Load::Ready(_)))
    }

    /// Fetches the chunk, unless it is fetched already or being fetched. Never fetches a chunk twice: that would draw
    /// its page again, and the page would lose the typed text. A fetch always ends, because `fetchWasm` in
    /// `public/boot.js` gives up when the connection stalls.
    pub(super) fn fetch(self) {
        if self.is_ready() || self.is_fetching.get_value() {
            return;
        }
        self.is_fetching.set_value(true);
        spawn_local(async move {
            let fetched = (self.load)().await;
            self.is_fetching.set_value(false);
            match fetched {
                Ok(content) => {
                    if let Some(owner) = self.owner.get_value() {
                        owner.with(content.provide);
                    }
                    self.shared_views.set(content.shared_views);
                    self.draw_page.set(Load::Ready(content.draw_page));
                }
                Err(ChunkError) => self.draw_page.set(Load::Failed(ClientError::Offline)),
            }
        });
    }
}

/// Fetches a chunk and returns its content. `$chunk` is a function with the attribute `wasm_split`, which makes the
/// function async.
#[cfg(feature = "split")]
macro_rules! load {
    ($chunk:ident) => {
        Box::pin($chunk())
    };
}

/// Returns the content of a chunk. Nothing is fetched, because the app is a single wasm file.
#[cfg(not(feature = "split"))]
macro_rules! load {
    ($chunk:ident) => {
        Box::pin(async { $chunk() })
    };
}

/// All chunks of the app, provided as a context for the whole app.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunks {
    /// The chunk with the pages that need no sign-in.
    pub(super) find: Chunk,
    /// The chunk with registration, sign-in and the account pages.
    pub(super) identity: Chunk,
    /// The chunk with the pages to fill in a form, attach files and send a dossier.
    pub(super) filing: Chunk,
    /// The chunk with the pages about dossiers that were sent.
    pub(super) following: Chunk,
}

impl Chunks {
    /// Creates all chunks without fetching them. The contexts of the chunks will exist as long as the current reactive
    /// owner.
    pub(super) fn new() -> Self {
        Self {
            find: Chunk::new(|| load!(load_find)),
            identity: Chunk::new(|| load!(load_identity)),
            filing: Chunk::new(|| load!(load_filing)),
            following: Chunk::new(|| load!(load_following)),
        }
    }

    /// The chunk of a wing.
    pub(super) const fn of(self, wing: Wing) -> Chunk {
        match wing {
            Wing::Find => self.find,
            Wing::Identity => self.identity,
            Wing::Filing => self.filing,
            Wing::Following => self.following,
        }
    }
}

/// Fetching a chunk failed. The loader of `wasm_split` returns no reason.
#[derive(Debug)]
struct ChunkError;

#[cfg(feature = "split")]
impl From<SplitLoaderError> for ChunkError {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[cfg_attr(feature = "split", wasm_split(find, fallible))]
fn load_find() -> Result<ChunkContent, ChunkError> {
    Ok(ChunkContent {
        provide: find::routes::provide,
        draw_page: |route| match route {
            Route::Find(route) => find::routes::page(route),
            _ => ().into_any(),
        },
        shared_views: None,
    })
}

#[cfg_attr(feature = "split", wasm_split(identity, fallible))]
fn load_identity() -> Result<ChunkContent, ChunkError> {
    Ok(ChunkContent {
        provide: identity::routes::provide,
        draw_page: |route| match route {
            Route::Identity(route) => identity::routes::page(route),
            _ => ().into_any(),
        },
        shared_views: Some(SharedViews {
            overlay: overlay::overlay,
            header_view: overlay::sign_out_button,
        }),
    })
}

#[cfg_attr(feature = "split", wasm_split(filing, fallible))]
fn load_filing() -> Result<ChunkContent, ChunkError> {
    Ok(ChunkContent {
        provide: filing::routes::provide,
        draw_page: |route| match route {
            Route::Filing(route) => filing::routes::page(route),
            _ => ().into_any(),
        },
        shared_views: None,
    })
}

#[cfg_attr(feature = "split", wasm_split(following, fallible))]
fn load_following() -> Result<ChunkContent, ChunkError> {
    Ok(ChunkContent {
        provide: following::routes::provide,
        draw_page: |route| match route {
            Route::Following(path) => following::routes::page(&path),
            _ => ().into_any(),
        },
        shared_views: Some(SharedViews {
            overlay: || ().into_any(),
            header_view: following::notices::notice_link::notice_link,
        }),
    })
}

/// Draws the page of a route as soon as its chunk is fetched. Fetches the chunk if needed.
pub(super) fn chunk_page(chunk: Chunk, route: Route) -> AnyView {
    let fetch = Callback::new(move |()| chunk.fetch());
    fetch.run(());
    let ready = move |draw_page: DrawPage| draw_page(route.clone());
    view! { <Loaded load=chunk.draw_page on_retry=fetch ready=ready /> }.into_any()
}

/// The chunks, from the context that `root.rs` provides.
pub(super) fn use_chunks() -> Chunks {
    use_context::<Chunks>().unwrap_or_else(Chunks::new)
}
