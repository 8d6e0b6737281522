//! Leaving: nothing personal stays on this device from the moment the citizen asks for it, with or without a line. When the
//! server can't be told at once, a note without anything personal in it has it told later, after a reload too.

use contract::endpoints::{DELETE_SESSION, GET_SESSION};
use contract::session::Session;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lapse::Hold;
use super::tabs::Word;
use super::{News, SessionState, Settle, Shown, Visitor};
use crate::api::{Api, ClientError};
use crate::browser::storage::BrowserStorage;
use crate::browser::{clock, retry};

/// A sign-out that the server couldn't be told yet.
const OWED: &str = "motcua-sign-out";
/// What the pages still write while they are taken down is done by then, in milliseconds.
const TAKEN_DOWN_MS: i32 = 50;

/// A sign-out that the server must still be told of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PendingSignOut {
    /// The session may live on at the server until then, in milliseconds since 1970.
    until: f64,
    /// `expires_at` of the session, in milliseconds since 1970, which tells it from a later one; 0 where it isn't known.
    expires_at: f64,
}

impl PendingSignOut {
    /// Whether it is about the session with this `expires_at`.
    pub(super) fn is_about(self, expires_at: Option<f64>) -> bool {
        self.expires_at == 0.0 || expires_at.is_none_or(|expires_at| expires_at == self.expires_at)
    }

    // Whole milliseconds: printing a float, and reading one, is more code than all of this.
    fn to_text(self) -> String {
        let [until, expires_at] =
            [self.until, self.expires_at].map(|moment| (moment as u64).to_string());
        [until, expires_at].join(" ")
    }

    /// A moment that can't be read has passed: telling the server once too often does no harm.
    fn from_text(text: &str) -> Self {
        let moment = |text: &str| text.parse::<u64>().unwrap_or(0) as f64;
        let (until, expires_at) = text.split_once(' ').unwrap_or((text, ""));
        Self {
            until: moment(until),
            expires_at: moment(expires_at),
        }
    }
}

impl SessionState {
    /// Has something brought to the server before the citizen signs out.
    pub fn settle_first(self, settle: Settle) {
        self.kept().settles.borrow_mut().push(settle);
    }

    /// Brings everything unsaved to the server; `false` when signing out would lose something.
    pub async fn settle(self) -> bool {
        let settling: Vec<_> = self
            .kept()
            .settles
            .borrow()
            .iter()
            .map(|settle| settle())
            .collect();
        let mut settled = true;
        for one in settling {
            settled &= one.await;
        }
        settled
    }

    /// Signs out here and now; the server is told as soon as it can be.
    pub fn sign_out(self) {
        self.leave(None);
        self.tell_tabs(Word::Left);
    }

    /// The citizen has left: elsewhere, or because nobody is there.
    pub(super) fn leave_with(self, news: News) {
        self.leave(Some(news));
        if news == News::LeftAlone {
            self.tell_tabs(Word::Left);
        }
    }

    /// Until when the session may live on at the server, which couldn't be told yet that the citizen has left; tracked.
    pub fn untold(&self) -> Option<f64> {
        self.shown().untold
    }

    /// How often the server was told; tracked. Its answer may have emptied the whole storage of this origin.
    pub fn times_told(&self) -> u32 {
        self.shown().told
    }

    fn leave(self, news: Option<News>) {
        let kept = self.kept();
        let lifetime = kept.lifetime.get();
        let until = lifetime.map_or_else(clock::now_ms, |lifetime| lifetime.end(self.used_at()));
        // With a cookie, whoever signed out in another tab tells the server there.
        if news != Some(News::LeftElsewhere) || self.api.is_cross_origin() {
            // A browser without storage still tells while this page stands.
            let owed = PendingSignOut {
                until,
                expires_at: lifetime
                    .and_then(|lifetime| lifetime.latest())
                    .unwrap_or(0.0),
            };
            BrowserStorage::Device.set(OWED, &owed.to_text());
            kept.owed.set(Some(owed));
        }
        BrowserStorage::Tab.clear();
        kept.lifetime.set(None);
        self.show(Shown {
            hold: Hold::Open,
            ending: None,
            shared: false,
            news,
            ..self.shown_now()
        });
        self.visitor.set(Visitor::Guest);
        spawn_local(async move {
            clock::wait_ms(TAKEN_DOWN_MS).await;
            if !self.is_citizen() {
                BrowserStorage::Tab.clear();
                BrowserStorage::keep_tab_in_memory(false);
            }
            let mut failures = 0;
            while self.tell_left().await.is_err() {
                failures += 1;
                retry::wait(failures).await;
            }
        });
    }

    /// The session at the server, once it knows of a sign-out that it couldn't be told yet.
    pub(super) async fn fetch_session(self) -> Result<Option<Session>, ClientError> {
        let answer = self.api.get(&GET_SESSION, &[], "").await;
        match (self.kept().owed.get(), answer) {
            (None, answer) => answer,
            // An identity provider has begun another session since; that one goes on.
            (Some(owed), Ok(Some(session))) if !owed.is_about(expires_at(&session)) => {
                self.settle_debt();
                Ok(Some(session))
            }
            _ => {
                self.visitor.set(Visitor::Guest);
                self.tell_left().await?;
                Ok(None)
            }
        }
    }

    /// Tells the server that the citizen has left, where that is still to be done.
    pub(super) async fn tell_left(self) -> Result<(), ClientError> {
        let Some(PendingSignOut { until, .. }) = self.kept().owed.get() else {
            return Ok(());
        };
        match self.api.act(&DELETE_SESSION, &[]).await {
            Ok(()) => {
                self.api.bear(None);
                self.settle_debt();
                let shown = self.shown_now();
                self.show(Shown {
                    told: shown.told.saturating_add(1),
                    ..shown
                });
                Ok(())
            }
            // By itself it has ended too.
            Err(_) if clock::now_ms() > until => {
                self.settle_debt();
                Ok(())
            }
            Err(error) => {
                self.show(Shown {
                    untold: Some(until),
                    ..self.shown_now()
                });
                Err(error)
            }
        }
    }

    /// Nothing is left to tell: the server knows, or another session has taken the place of that one.
    pub(super) fn settle_debt(self) {
        let kept = self.kept();
        if kept.owed.get().is_some() {
            BrowserStorage::Device.remove(OWED);
            kept.owed.set(None);
            self.show(Shown {
                untold: None,
                ..self.shown_now()
            });
        }
    }
}

/// `expires_at` of a session, in milliseconds since 1970.
pub(super) fn expires_at(session: &Session) -> Option<f64> {
    clock::parse_ms(&session.expires_at.0)
}

/// The sign-out that an earlier visit couldn't tell the server. A token went with the page, so that nothing can be told
/// with it.
pub(super) fn kept_debt(api: Api) -> Option<PendingSignOut> {
    let owed = BrowserStorage::Device.get(OWED)?;
    if api.is_cross_origin() {
        BrowserStorage::Device.remove(OWED);
        return None;
    }
    Some(PendingSignOut::from_text(&owed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_out_is_about_the_session_that_was_left_and_no_later_one() {
        let owed = PendingSignOut::from_text("1795280400000 1795320000000");
        assert!(owed.is_about(Some(1_795_320_000_000.0)));
        assert!(!owed.is_about(Some(1_795_330_000_000.0)));
    }

    #[test]
    fn a_sign_out_that_names_no_session_is_about_any() {
        for text in ["1795280400000", "", "soon later"] {
            let owed = PendingSignOut::from_text(text);
            assert!(owed.is_about(Some(1_795_320_000_000.0)), "{text}");
        }
    }

    #[test]
    fn a_sign_out_is_read_as_it_was_written() {
        let owed = PendingSignOut {
            until: 1_795_280_400_000.0,
            expires_at: 1_795_320_000_000.0,
        };
        assert_eq!(PendingSignOut::from_text(&owed.to_text()), owed);
    }
}
