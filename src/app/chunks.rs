//! The chunks of the app that come after the first screen, each a wasm of its own: what anyone may open, registering and
//! signing in, and everything that needs a signed-in citizen. They are fetched as soon as the first screen has
//! what it needs, so that a line which fails later finds them here. With the feature `split`, `tools/build` cuts them out
//! of the compiled app: all that is reachable only through a `wasm_split` function goes. Without it the app is one wasm.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::api::{ClientError, Load};
use crate::browser::clock;
use crate::journey::filing::routes as filing_pages;
use crate::journey::find::routes as find_pages;
use crate::journey::following::routes as following_pages;
use crate::journey::identity::routes as account_pages;
use crate::journey::identity::session::overlay;
use crate::page::load_errors::{Loaded, retry_by_itself};
use crate::routes::{AccountAddress, FilingAddress, FindAddress, FollowingAddress};

/// How long a page says nothing but that it is loading, in milliseconds.
const LIMIT_MS: i32 = 30_000;

/// Draws the page of an address of a chunk.
type Pages<A> = fn(A) -> AnyView;

/// What a chunk brings.
struct Content<A: 'static> {
    /// Gives what its pages keep from one to the next; run once.
    provide: fn(),
    pages: Pages<A>,
    /// What stands on every page from then on.
    everywhere: Option<Everywhere>,
}

/// What a chunk draws on every page.
#[derive(Clone, Copy)]
struct Everywhere {
    over: fn() -> AnyView,
    way_out: fn() -> AnyView,
}

/// A chunk, fetched or not. `A` is its kind of address.
#[derive(Debug)]
pub(crate) struct Chunk<A: 'static> {
    pages: RwSignal<Load<Pages<A>>>,
    everywhere: RwSignal<Option<Everywhere>>,
    load: fn() -> Loading<A>,
    under_way: StoredValue<bool>,
    /// What a chunk provides lives as long as this owner.
    app: StoredValue<Option<Owner>>,
}

type Loading<A> = Pin<Box<dyn Future<Output = Result<Content<A>, Unfetched>>>>;

impl<A> Clone for Chunk<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A> Copy for Chunk<A> {}

impl<A: 'static> Chunk<A> {
    fn new(load: fn() -> Loading<A>) -> Self {
        let chunk = Self {
            pages: RwSignal::new(Load::Waiting),
            everywhere: RwSignal::new(None),
            load,
            under_way: StoredValue::new(false),
            app: StoredValue::new(Owner::current()),
        };
        // Also while no page waits for it.
        retry_by_itself(chunk.pages, Callback::new(move |()| chunk.fetch()));
        chunk
    }

    /// What stands over every page, once the chunk is here; tracked.
    pub(super) fn over(self) -> Option<AnyView> {
        self.everywhere.get().map(|drawn| (drawn.over)())
    }

    /// The way out of the session, once the chunk is here; tracked.
    pub(super) fn way_out(self) -> Option<AnyView> {
        self.everywhere.get().map(|drawn| (drawn.way_out)())
    }

    /// Fetches the chunk, once at a time. Once here it stays: drawing its page again would lose typed text.
    fn fetch(self) {
        let here = self
            .pages
            .with_untracked(|pages| matches!(pages, Load::Ready(_)));
        if here || self.under_way.get_value() {
            return;
        }
        self.under_way.set_value(true);
        spawn_local(async move {
            let fetched = (self.load)().await;
            self.under_way.set_value(false);
            match fetched {
                Ok(content) => {
                    if let Some(app) = self.app.get_value() {
                        app.with(content.provide);
                    }
                    self.everywhere.set(content.everywhere);
                    self.pages.set(Load::Ready(content.pages));
                }
                Err(Unfetched) => self.pages.set(Load::Failed(ClientError::Offline)),
            }
        });
        // A line that stalls neither brings the chunk nor fails.
        spawn_local(async move {
            clock::wait_ms(LIMIT_MS).await;
            let waits = self
                .pages
                .with_untracked(|pages| matches!(pages, Load::Waiting));
            if waits {
                self.pages.set(Load::Failed(ClientError::TimedOut));
            }
        });
    }
}

/// Loads what a function brings: `wasm_split` has made the function wait for its chunk.
#[cfg(feature = "split")]
macro_rules! load {
    ($chunk:ident) => {
        Box::pin($chunk())
    };
}

/// Loads what a function brings, which is here already.
#[cfg(not(feature = "split"))]
macro_rules! load {
    ($chunk:ident) => {
        Box::pin(async { $chunk() })
    };
}

/// Every chunk, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunks {
    /// What anyone may open.
    pub(super) find: Chunk<FindAddress>,
    /// Registering and signing in.
    pub(super) account: Chunk<AccountAddress>,
    /// Filling, attaching and sending a dossier.
    pub(super) filing: Chunk<FilingAddress>,
    /// Following what was sent.
    pub(super) following: Chunk<FollowingAddress>,
}

impl Chunks {
    /// Nothing is fetched yet; what the chunks keep lives as long as the present owner.
    pub(super) fn new() -> Self {
        Self {
            find: Chunk::new(|| load!(find)),
            account: Chunk::new(|| load!(account)),
            filing: Chunk::new(|| load!(filing)),
            following: Chunk::new(|| load!(following)),
        }
    }

    /// Fetches what isn't here yet.
    pub(super) fn fetch(self) {
        self.find.fetch();
        self.account.fetch();
        self.filing.fetch();
        self.following.fetch();
    }
}

/// The chunk couldn't be fetched; the loader says no more.
#[derive(Debug)]
struct Unfetched;

#[cfg(feature = "split")]
impl From<SplitLoaderError> for Unfetched {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[cfg_attr(feature = "split", wasm_split(find, fallible))]
fn find() -> Result<Content<FindAddress>, Unfetched> {
    Ok(Content {
        provide: find_pages::provide,
        pages: find_pages::page,
        everywhere: None,
    })
}

#[cfg_attr(feature = "split", wasm_split(account, fallible))]
fn account() -> Result<Content<AccountAddress>, Unfetched> {
    Ok(Content {
        provide: account_pages::provide,
        pages: account_pages::page,
        everywhere: Some(Everywhere {
            over: overlay::over,
            way_out: overlay::way_out,
        }),
    })
}

#[cfg_attr(feature = "split", wasm_split(filing, fallible))]
fn filing() -> Result<Content<FilingAddress>, Unfetched> {
    Ok(Content {
        provide: filing_pages::provide,
        pages: filing_pages::page,
        everywhere: None,
    })
}

#[cfg_attr(feature = "split", wasm_split(following, fallible))]
fn following() -> Result<Content<FollowingAddress>, Unfetched> {
    Ok(Content {
        provide: following_pages::provide,
        pages: following_pages::page,
        everywhere: None,
    })
}

/// A page of a chunk, once that chunk is here.
pub(super) fn page_of<A: Clone + Send + Sync + 'static>(chunk: Chunk<A>, address: A) -> AnyView {
    let fetch = Callback::new(move |()| chunk.fetch());
    fetch.run(());
    let ready = move |pages: Pages<A>| pages(address.clone());
    view! { <Loaded load=chunk.pages on_retry=fetch ready=ready /> }.into_any()
}

/// The chunks, from the context that `app.rs` gives.
pub(super) fn use_chunks() -> Chunks {
    use_context::<Chunks>().unwrap_or_else(Chunks::new)
}
