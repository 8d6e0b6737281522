//! A session that ends under a page: nothing is unmounted, and what the citizen was doing waits. A sheet over the page asks
//! for a code; with the right one everything goes on, and so does every request that was held up. The same sheet asks
//! where a session left open isn't enough.

use std::rc::Rc;

use contract::endpoints::GET_SESSION;
use leptos::task::spawn_local;

use super::lifetime::Standing;
use super::{Ending, News, SessionState, Shown};
use crate::api::Lack;
use crate::browser::clock;

/// Looks so often how the session stands, in milliseconds.
const LOOK_MS: i32 = 1_000;
/// Looks so often whether it goes on, in milliseconds.
const WAIT_MS: i32 = 150;
/// The backend said both that nobody is signed in and that somebody is: waits so long before it is asked again.
const DOUBT_MS: i32 = 3_000;

/// Whether the session holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// As far as is known.
    Open,
    /// It does, and the sheet asks for a code before something goes on that a session left open must not do.
    Proving,
    /// It has ended, and the sheet asks for a code.
    Asked,
    /// It has ended, and the citizen has put the sheet aside.
    PutAside,
}

impl SessionState {
    /// Whether the session holds; tracked.
    pub fn hold(&self) -> Hold {
        self.shown().hold
    }

    /// The end that is near; tracked.
    pub fn ending(&self) -> Option<Ending> {
        self.shown().ending
    }

    /// The sheet can be shown from here on.
    pub fn has_sheet(self) {
        self.kept().has_sheet.set(true);
    }

    /// Whether the sheet can be asked for: a session has ended here, and the part that draws the sheet is there.
    pub fn can_ask(&self) -> bool {
        self.is_citizen() && self.kept().has_sheet.get()
    }

    /// Shows the sheet: after it was put aside, or before an end that nothing puts off.
    pub fn ask(self) {
        if self.can_ask() {
            self.hold_as(Hold::Asked);
        }
    }

    /// The citizen closes the sheet and reads on. A session that hasn't ended yet simply goes on.
    pub fn put_aside(self) {
        let shown = self.shown_now();
        match (shown.hold, shown.ending) {
            (Hold::Proving, _) | (Hold::Asked, Some(_)) => self.hold_as(Hold::Open),
            (Hold::Asked, None) => self.hold_as(Hold::PutAside),
            (Hold::Open | Hold::PutAside, _) => {}
        }
    }

    pub(super) fn hold_as(self, hold: Hold) {
        self.show(Shown {
            hold,
            ..self.shown_now()
        });
    }

    /// Looks how the session stands, hears the other tabs and holds up what a session's end refuses, for the life of the
    /// page. A tab in the background only looks: it never keeps a session alive.
    pub fn watch(self) {
        self.hear_other_tabs();
        self.hold_up_requests();
        spawn_local(async move {
            loop {
                clock::wait_ms(LOOK_MS).await;
                self.look();
            }
        });
    }

    fn look(self) {
        let Some(lifetime) = self.kept().lifetime.get() else {
            return;
        };
        if !self.is_citizen() || self.shown_now().hold == Hold::PutAside {
            return;
        }
        let ending = match lifetime.standing(clock::now_ms(), self.used_at()) {
            Standing::Open => None,
            Standing::Ending(ending) => Some(ending),
            Standing::Ended => return self.lapse(),
        };
        self.show(Shown {
            ending,
            ..self.shown_now()
        });
    }

    /// The session seems to have ended: by the clock, or as a refusal says. It may have gone on in another tab meanwhile,
    /// so the backend is asked before the citizen is.
    fn lapse(self) {
        if self.kept().asking.get() || self.has_ended() {
            return;
        }
        self.kept().asking.set(true);
        spawn_local(async move {
            match self.api.get(&GET_SESSION, &[], "").await {
                Ok(Some(session)) => {
                    clock::wait_ms(DOUBT_MS).await;
                    self.take(session);
                }
                Ok(None) | Err(_) => self.end(),
            }
            self.kept().asking.set(false);
        });
    }

    /// The session has ended. On a shared device the citizen leaves with it.
    pub(super) fn end(self) {
        if !self.is_citizen() || self.has_ended() {
            return;
        }
        if self.is_shared_now() {
            return self.leave_with(News::LeftAlone);
        }
        let hold = match self.kept().has_sheet.get() {
            true => Hold::Asked,
            false => Hold::PutAside,
        };
        self.show(Shown {
            hold,
            ending: None,
            ..self.shown_now()
        });
    }

    /// Asked ahead of the end, it hasn't ended.
    fn has_ended(self) -> bool {
        let shown = self.shown_now();
        matches!(shown.hold, Hold::Asked | Hold::PutAside) && shown.ending.is_none()
    }

    /// Requests that a session's end refuses wait while the sheet stands, and go out again with the new session.
    fn hold_up_requests(self) {
        self.api
            .when_ended(Rc::new(move |lacking| Box::pin(self.goes_on(lacking))));
    }

    async fn goes_on(self, lacking: Lack) -> bool {
        let begun = self.kept().begun.get();
        match lacking {
            Lack::Session => self.lapse(),
            Lack::Proof if self.kept().has_sheet.get() => self.hold_as(Hold::Proving),
            Lack::Proof => return false,
        }
        loop {
            if !self.is_citizen() {
                return false;
            }
            match self.shown_now().hold {
                Hold::PutAside => return false,
                // Closed without a code, or with one.
                Hold::Open if lacking == Lack::Proof => return self.kept().begun.get() != begun,
                Hold::Open if !self.kept().asking.get() => return true,
                Hold::Open | Hold::Proving | Hold::Asked => clock::wait_ms(WAIT_MS).await,
            }
        }
    }
}
