//! Under whose name a request goes: the session's cookie, or a token where the backend is on another origin. What an
//! answer tells of the session is noted here. The token stays in memory and is never kept anywhere else.

use std::pin::Pin;
use std::rc::Rc;

use contract::limits::BEARER_HEADER;
use leptos::prelude::*;

use super::{Headers, Lack};
use crate::browser::clock;

/// Waits until what is lacking is there again; `false` when it won't be.
pub type Regain = Rc<dyn Fn(Lack) -> Pin<Box<dyn Future<Output = bool>>>>;

/// What every request of the app shares.
#[derive(Clone, Copy, Debug)]
pub(super) struct Credentials {
    /// The backend is on another origin, where no cookie is sent.
    pub(super) foreign: bool,
    token: StoredValue<Option<String>>,
    answered_at: StoredValue<f64>,
    regain: StoredValue<Option<Regain>, LocalStorage>,
}

impl Credentials {
    pub(super) fn new(foreign: bool) -> Self {
        Self {
            foreign,
            token: StoredValue::new(None),
            answered_at: StoredValue::new(0.0),
            regain: StoredValue::new_local(None),
        }
    }

    pub(super) fn bear(self, token: Option<String>) {
        self.token.set_value(token);
    }

    /// The header that names the session, where the cookie doesn't.
    pub(super) fn authorization(self) -> Headers {
        let token = self.token.get_value();
        let header = |token: String| ("Authorization", ["Bearer ", &token].concat());
        token.map(header).into_iter().collect()
    }

    /// The header that asks for a token, on what may begin a session.
    pub(super) fn asks_token(self) -> Headers {
        match self.foreign {
            true => vec![(BEARER_HEADER, "1".to_owned())],
            false => Vec::new(),
        }
    }

    pub(super) fn answered_at(self) -> f64 {
        self.answered_at.get_value()
    }

    /// The backend has just answered as to a signed-in citizen: from here the session's idle time counts anew.
    pub(super) fn note_answer(self) {
        self.answered_at.set_value(clock::now_ms());
    }

    pub(super) fn when_ended(self, regain: Regain) {
        self.regain.set_value(Some(regain));
    }

    /// Waits until what is lacking is there again. `false` when it won't be.
    pub(super) async fn regain(self, lacking: Lack) -> bool {
        match self.regain.get_value() {
            Some(regain) => regain(lacking).await,
            None => false,
        }
    }
}
