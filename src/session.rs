//! Who is using the app: not yet known, a guest, or a citizen. The cookie itself is never seen here.

use contract::account::{Account, Session};
use contract::endpoints::{DELETE_SESSION, GET_SESSION};
use leptos::prelude::*;

use crate::api::{Api, ClientError};
use crate::browser::storage::Shelf;

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

/// The session, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct SessionState {
    visitor: RwSignal<Visitor>,
    api: Api,
}

impl SessionState {
    /// Nothing known yet.
    pub fn new(api: Api) -> Self {
        Self {
            visitor: RwSignal::new(Visitor::Unknown),
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

    /// A session has begun.
    pub fn begin(self, session: Session) {
        self.visitor.set(Visitor::Citizen(session.account));
    }

    /// The backend said that the session is over.
    pub fn ended(self) {
        self.visitor.set(Visitor::Guest);
    }

    /// Signs out: nothing personal stays on this device, even when the backend can't be told.
    pub async fn sign_out(self) -> Result<(), ClientError> {
        Shelf::Tab.clear();
        let told = self.api.act(&DELETE_SESSION, &[]).await;
        match told {
            Ok(()) | Err(ClientError::SessionExpired) => {
                self.ended();
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
