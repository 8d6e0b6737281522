//! The chunks of the app: one wasm for each wing. The app fetches them as soon as the first screen has its data, so that
//! they are already here when the network fails later.
//!
//! With the feature `split`, `tools/build` cuts the chunks out of the compiled app: all code that is reachable only
//! through a `wasm_split` function moves into that function's chunk. Without the feature the app is one wasm.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::api::{ClientError, Load};
use crate::browser::clock;
use crate::journey::identity::session::overlay;
use crate::journey::{filing, find, following, identity};
use crate::page::load_errors::{Loaded, retry_automatically};
use crate::routes::Route;

/// How long a page shows only that it is loading, in milliseconds. After that it shows an error with a retry button.
const TIMEOUT_MS: i32 = 30_000;

/// Draws the page of a route of the chunk; nothing for a route of another chunk.
///
/// Every chunk takes the whole [`Route`]: a type for each chunk would compile the code below once for each.
type DrawPage = fn(Route) -> AnyView;

/// The content of a chunk.
struct ChunkContent {
    /// Provides the contexts that the pages share. Called once.
    provide: fn(),
    draw_page: DrawPage,
    /// The parts that the chunk adds to every page.
    shared_views: Option<SharedViews>,
}

/// The parts that a chunk adds to every page.
#[derive(Clone, Copy)]
struct SharedViews {
    overlay: fn() -> AnyView,
    sign_out_button: fn() -> AnyView,
}

/// A chunk, fetched or not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    draw_page: RwSignal<Load<DrawPage>>,
    shared_views: RwSignal<Option<SharedViews>>,
    load: fn() -> ChunkFuture,
    is_fetching: StoredValue<bool>,
    /// The contexts of the chunk live as long as this owner, which is the whole app.
    owner: StoredValue<Option<Owner>>,
}

/// The content of a chunk, as soon as it is fetched.
type ChunkFuture = Pin<Box<dyn Future<Output = Result<ChunkContent, ChunkError>>>>;

impl Chunk {
    /// A chunk that isn't fetched yet.
    fn new(load: fn() -> ChunkFuture) -> Self {
        let chunk = Self {
            draw_page: RwSignal::new(Load::Waiting),
            shared_views: RwSignal::new(None),
            load,
            is_fetching: StoredValue::new(false),
            owner: StoredValue::new(Owner::current()),
        };
        // Retries even while no page of this chunk is open.
        retry_automatically(chunk.draw_page, Callback::new(move |()| chunk.fetch()));
        chunk
    }

    /// Draws the overlay of every page. `None` until the chunk is fetched; tracked.
    pub(super) fn overlay(self) -> Option<AnyView> {
        self.shared_views.get().map(|views| (views.overlay)())
    }

    /// Draws the button that signs out. `None` until the chunk is fetched; tracked.
    pub(super) fn sign_out_button(self) -> Option<AnyView> {
        self.shared_views
            .get()
            .map(|views| (views.sign_out_button)())
    }

    /// Fetches the chunk, unless it is here or on its way. A fetched chunk is never fetched again: drawing its page
    /// again would lose typed text.
    fn fetch(self) {
        let is_ready = self
            .draw_page
            .with_untracked(|draw_page| matches!(draw_page, Load::Ready(_)));
        if is_ready || self.is_fetching.get_value() {
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
        // A stalled connection never reports an error.
        spawn_local(async move {
            clock::wait_ms(TIMEOUT_MS).await;
            let is_waiting = self
                .draw_page
                .with_untracked(|draw_page| matches!(draw_page, Load::Waiting));
            if is_waiting {
                self.draw_page.set(Load::Failed(ClientError::TimedOut));
            }
        });
    }
}

/// Awaits the content of a chunk. The attribute `wasm_split` has made the function async: it fetches the chunk.
#[cfg(feature = "split")]
macro_rules! load {
    ($chunk:ident) => {
        Box::pin($chunk())
    };
}

/// Returns the content of a chunk at once, because the app is one wasm.
#[cfg(not(feature = "split"))]
macro_rules! load {
    ($chunk:ident) => {
        Box::pin(async { $chunk() })
    };
}

/// All chunks. Provided as a context for the whole app.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunks {
    /// Pages that need no sign-in.
    pub(super) find: Chunk,
    /// Registration, sign-in and the account.
    pub(super) identity: Chunk,
    /// Filling, attaching and sending a dossier.
    pub(super) filing: Chunk,
    /// Dossiers after they were sent.
    pub(super) following: Chunk,
}

impl Chunks {
    /// Fetches nothing yet. The contexts of the chunks will live as long as the current reactive owner.
    pub(super) fn new() -> Self {
        Self {
            find: Chunk::new(|| load!(load_find)),
            identity: Chunk::new(|| load!(load_identity)),
            filing: Chunk::new(|| load!(load_filing)),
            following: Chunk::new(|| load!(load_following)),
        }
    }

    /// Fetches each chunk that isn't here yet.
    pub(super) fn fetch(self) {
        self.find.fetch();
        self.identity.fetch();
        self.filing.fetch();
        self.following.fetch();
    }
}

/// A chunk couldn't be fetched. The loader of `wasm_split` gives no reason.
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
            sign_out_button: overlay::sign_out_button,
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
            Route::Following(route) => following::routes::page(route),
            _ => ().into_any(),
        },
        shared_views: None,
    })
}

/// Draws the page of a route as soon as its chunk is here. Fetches the chunk if needed.
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
