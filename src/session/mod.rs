//! Who is using the app: not yet known, a guest, or a citizen. The cookie itself is never seen here. How a session ends
//! under a page and goes on is told in `lapse.rs`, how a citizen leaves in `leaving.rs`.

mod lapse;
mod leaving;
/// Which optional parts the backend has.
pub mod portal_features;
mod lifetime;
mod tabs;
mod visitor;

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use contract::account::Account;
use contract::endpoints::{GET_SESSION, PATCH_SESSION};
use contract::session::{Session, SessionChange};
use leptos::prelude::*;

pub use self::lapse::Hold;
use self::leaving::{PendingSignOut, expires_at};
pub use self::lifetime::Ending;
use self::lifetime::Lifetime;
use self::tabs::{Tabs, Word};
pub use self::visitor::Visitor;
use self::visitor::holder_of;
use crate::api::{Api, ClientError};
use crate::browser::storage::BrowserStorage;
use crate::browser::{clock, page};

/// Whose texts this tab keeps: the account's opaque id, which tells nobody who that is.
const HOLDER: &str = "motcua-citizen";
/// What is to be said once the page is there anew.
const NEWS: &str = "motcua-news";

/// What became of the session without the citizen's doing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Signed out in another tab.
    LeftElsewhere,
    /// Another citizen signed in in another tab.
    AnotherCitizen,
    /// The device is shared and nobody was there any more.
    LeftAlone,
    /// The page was loaded anew, and the token was in its memory alone.
    LoadedAnew,
}

/// Brings what is unsaved to the server; `false` when something would be lost with the session.
pub type Settle = Box<dyn Fn() -> Pin<Box<dyn Future<Output = bool>>>>;

/// The session, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct SessionState {
    visitor: RwSignal<Visitor>,
    // All in one signal and one value: each kind of them is code of its own in the first wasm.
    shown: RwSignal<Shown>,
    kept: StoredValue<Rc<Kept>, LocalStorage>,
    api: Api,
}

/// What the pages show of a session, but whose it is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Shown {
    hold: Hold,
    ending: Option<Ending>,
    shared: bool,
    news: Option<News>,
    /// Telling the server that the citizen has left has failed; until when the session may live on there otherwise.
    untold: Option<f64>,
    /// How often the server was told that the citizen has left.
    told: u32,
}

/// What no page shows.
#[derive(Default)]
struct Kept {
    /// The server is still to be told that the citizen has left.
    owed: Cell<Option<PendingSignOut>>,
    lifetime: Cell<Option<Lifetime>>,
    asking: Cell<bool>,
    has_sheet: Cell<bool>,
    /// How many sessions have begun here.
    begun: Cell<u32>,
    settles: RefCell<Vec<Settle>>,
    tabs: Tabs,
}

impl SessionState {
    /// Nothing known yet.
    pub fn new(api: Api) -> Self {
        let shown = Shown {
            hold: Hold::Open,
            ending: None,
            shared: false,
            news: kept_news(),
            untold: None,
            told: 0,
        };
        let kept = Kept::default();
        kept.owed.set(leaving::kept_debt(api));
        Self {
            visitor: RwSignal::new(Visitor::Unknown),
            shown: RwSignal::new(shown),
            kept: StoredValue::new_local(Rc::new(kept)),
            api,
        }
    }

    fn shown(&self) -> Shown {
        self.shown.get()
    }

    fn shown_now(&self) -> Shown {
        self.shown.get_untracked()
    }

    /// Wakes the pages only when something has changed.
    fn show(self, shown: Shown) {
        if self.shown_now() != shown {
            self.shown.set(shown);
        }
    }

    fn kept(&self) -> Rc<Kept> {
        self.kept.get_value()
    }

    /// Who is using the app; tracked.
    pub fn visitor(&self) -> Visitor {
        self.visitor.get()
    }

    /// The signed-in citizen's account; not tracked.
    pub fn account(&self) -> Option<Account> {
        match self.visitor.get_untracked() {
            Visitor::Citizen(account) => Some(account),
            Visitor::Unknown | Visitor::Guest => None,
        }
    }

    /// «Máy dùng chung»: several people use this device, and nothing is kept on it; tracked.
    pub fn is_shared(&self) -> bool {
        self.shown().shared
    }

    /// As [`is_shared`](Self::is_shared), not tracked.
    pub fn is_shared_now(&self) -> bool {
        self.shown_now().shared
    }

    /// What became of the session without the citizen's doing; tracked.
    pub fn news(&self) -> Option<News> {
        self.shown().news
    }

    /// The news was read.
    pub fn close_news(&self) {
        self.tell(None);
    }

    fn tell(self, news: Option<News>) {
        self.show(Shown {
            news,
            ..self.shown_now()
        });
    }

    /// Asks the backend who is signed in, and tells it of a sign-out that it couldn't be told yet.
    pub async fn refresh(self) -> Result<(), ClientError> {
        let session = self.fetch_session().await?;
        match session {
            Some(session) => self.take(session),
            None => {
                if self.api.is_cross_origin() && BrowserStorage::Tab.get(HOLDER).is_some() {
                    self.tell(Some(News::LoadedAnew));
                }
                self.visitor.set(Visitor::Guest);
            }
        }
        Ok(())
    }

    /// A session has begun here, and the other tabs hear of it.
    pub fn begin(self, session: Session) {
        self.settle_debt();
        self.kept().begun.update(|begun| begun.wrapping_add(1));
        self.hold_as(Hold::Open);
        self.take(session);
        self.tell_tabs(Word::Begun);
    }

    /// Says that this device is shared, or no longer.
    pub async fn set_shared(self, shared: bool) -> Result<(), ClientError> {
        let change = SessionChange {
            shared_device: shared,
        };
        let session = self
            .api
            .send(&PATCH_SESSION, &[], &change, Vec::new())
            .await?;
        self.begin(session);
        Ok(())
    }

    /// A session goes on, here or begun in another tab. What another citizen left in this tab goes first; a page that
    /// still shows his is loaded anew.
    fn take(self, session: Session) {
        let holder = holder_of(&session.account);
        if BrowserStorage::Tab
            .get(HOLDER)
            .is_some_and(|before| before != session.account_id)
        {
            BrowserStorage::Tab.clear();
        }
        BrowserStorage::keep_tab_in_memory(session.shared_device);
        BrowserStorage::Tab.set(HOLDER, &session.account_id);
        if self
            .account()
            .is_some_and(|before| holder_of(&before) != holder)
        {
            BrowserStorage::Tab.set(NEWS, "another");
            return page::reload();
        }
        if session.token.is_some() {
            self.api.bear(session.token.clone());
        }
        self.api.note_answer();
        let lifetime = Lifetime::of(&session, expires_at(&session), clock::now_ms());
        self.kept().lifetime.set(Some(lifetime));
        let guest = self
            .visitor
            .with_untracked(|before| *before == Visitor::Guest);
        let shown = self.shown_now();
        self.show(Shown {
            hold: match shown.hold {
                // Read again, or heard of from another tab: nobody has proved anything.
                Hold::Proving => Hold::Proving,
                Hold::Open | Hold::Asked | Hold::PutAside => Hold::Open,
            },
            ending: None,
            shared: session.shared_device,
            news: shown.news.filter(|_| !guest),
            ..shown
        });
        // Told anew to the same citizen too: what waited for a session goes on.
        self.visitor.set(Visitor::Citizen(session.account));
    }

    /// Somebody else may have signed in in another tab: asks, and goes on with what is so. `false` when it is another
    /// citizen. A session that has ended takes nothing away: what is typed stays until it can be sent.
    pub async fn recheck(self) -> Result<bool, ClientError> {
        if self.kept().owed.get().is_some() {
            return Ok(true);
        }
        let Some(session) = self.api.get(&GET_SESSION, &[], "").await? else {
            self.end();
            return Ok(true);
        };
        let same = self
            .account()
            .is_none_or(|before| holder_of(&before) == holder_of(&session.account));
        self.take(session);
        Ok(same)
    }

    /// Runs each time a citizen has left: signed out, or another one signed in.
    pub fn each_time_left(self, leave: impl Fn() + 'static) {
        Effect::new(move |before: Option<Option<String>>| {
            let now = self.visitor().holder();
            if before
                .flatten()
                .is_some_and(|before| now.as_ref() != Some(&before))
            {
                leave();
            }
            now
        });
    }
}

/// What was to be said after a load, once.
fn kept_news() -> Option<News> {
    let news = BrowserStorage::Tab.get(NEWS)?;
    BrowserStorage::Tab.remove(NEWS);
    (news == "another").then_some(News::AnotherCitizen)
}

/// The session, from the context that `app.rs` gives.
pub fn use_session() -> SessionState {
    use_context::<SessionState>().unwrap_or_else(|| SessionState::new(crate::api::use_api()))
}
