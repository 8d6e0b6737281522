//! Who is using the app: not yet known, a guest, or a citizen. The cookie itself is never seen here.

use std::pin::Pin;

use contract::account::Account;
use contract::endpoints::{DELETE_SESSION, GET_SESSION};
use contract::session::Session;
use leptos::prelude::*;

use crate::api::{Api, ClientError};
use crate::browser::page;
use crate::browser::storage::Shelf;

/// Whose texts this tab keeps.
const CITIZEN: &str = "motcua-citizen";

/// Who is using the app.
#[derive(Clone, Debug, PartialEq)]
pub enum Visitor {
    /// The backend hasn't answered yet.
    Unknown,
    /// Nobody is signed in.
    Guest,
    /// A citizen is signed in.
    Citizen(Account),
}

/// Brings what is unsaved to the server; `false` when something would be lost with the session.
pub type Settle = Box<dyn Fn() -> Pin<Box<dyn Future<Output = bool>>> + Send + Sync>;

/// The session, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct SessionState {
    visitor: RwSignal<Visitor>,
    settles: StoredValue<Vec<Settle>>,
    api: Api,
}

impl SessionState {
    /// Nothing known yet.
    pub fn new(api: Api) -> Self {
        Self {
            visitor: RwSignal::new(Visitor::Unknown),
            settles: StoredValue::new(Vec::new()),
            api,
        }
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

    /// Asks the backend who is signed in.
    pub async fn refresh(self) -> Result<(), ClientError> {
        let session = self.api.get(&GET_SESSION, &[], "").await?;
        match session {
            Some(session) => self.begin(session),
            None => self.visitor.set(Visitor::Guest),
        }
        Ok(())
    }

    /// A session has begun, or goes on. What another citizen left in this tab goes first; a page that still shows
    /// his is loaded anew.
    pub fn begin(self, session: Session) {
        let citizen = session.account.citizen_id.as_str();
        if Shelf::Tab
            .read(CITIZEN)
            .is_some_and(|before| before != citizen)
        {
            Shelf::Tab.clear();
        }
        Shelf::Tab.keep(CITIZEN, citizen);
        match self.account() {
            Some(before) if before.citizen_id != citizen => page::reload(),
            // Told anew to the same citizen too: what waited for a session goes on.
            _ => self.visitor.set(Visitor::Citizen(session.account)),
        }
    }

    /// Somebody else may have signed in in another tab: asks, and goes on as [`begin`](Self::begin) does. `false`
    /// when it is another citizen. A session that has ended changes nothing here: what is typed stays until it can
    /// be sent.
    pub async fn recheck(self) -> Result<bool, ClientError> {
        let Some(session) = self.api.get(&GET_SESSION, &[], "").await? else {
            return Ok(true);
        };
        let same = self
            .account()
            .is_none_or(|before| before.citizen_id == session.account.citizen_id);
        self.begin(session);
        Ok(same)
    }

    /// Runs each time a citizen has left: signed out, or another one signed in.
    pub fn each_time_left(self, leave: impl Fn() + 'static) {
        Effect::new(move |before: Option<Option<String>>| {
            let now = match self.visitor() {
                Visitor::Citizen(account) => Some(account.citizen_id),
                Visitor::Unknown | Visitor::Guest => None,
            };
            if before
                .flatten()
                .is_some_and(|before| now.as_ref() != Some(&before))
            {
                leave();
            }
            now
        });
    }

    /// Has something brought to the server before the citizen signs out.
    pub fn settle_first(self, settle: Settle) {
        self.settles.update_value(|settles| settles.push(settle));
    }

    /// Brings everything unsaved to the server; `false` when signing out would lose something.
    pub async fn settle(self) -> bool {
        let settling = self
            .settles
            .with_value(|settles| settles.iter().map(|settle| settle()).collect::<Vec<_>>());
        let mut settled = true;
        for one in settling {
            settled &= one.await;
        }
        settled
    }

    /// Signs out, and nothing personal stays in this tab. When the backend can't be told the session goes on, and
    /// so does everything here.
    pub async fn sign_out(self) -> Result<(), ClientError> {
        match self.api.act(&DELETE_SESSION, &[]).await {
            Ok(()) | Err(ClientError::SessionExpired) => {
                Shelf::Tab.clear();
                self.visitor.set(Visitor::Guest);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}

/// The session, from the context that `app.rs` gives.
pub fn use_session() -> SessionState {
    use_context::<SessionState>().unwrap_or_else(|| SessionState::new(crate::api::use_api()))
}
