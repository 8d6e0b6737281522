//! Leaving: nothing personal stays on this device from the moment the citizen asks for it, with or without a line. When the
//! server can't be told at once, a note without anything personal in it has it told later, after a reload too.

use contract::endpoints::DELETE_SESSION;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lapse::Hold;
use super::tabs::Word;
use super::{News, SessionState, Settle, Shown, Visitor};
use crate::api::{Api, ClientError};
use crate::browser::clock;
use crate::browser::storage::Shelf;

/// Until when the session may live on at the server, in milliseconds since 1970.
const OWED: &str = "motcua-sign-out";
/// Waits between two tries to tell the server, in milliseconds.
const RETRY_MS: i32 = 3_000;
/// What the pages still write while they are taken down is done by then, in milliseconds.
const TAKEN_DOWN_MS: i32 = 50;

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
        if news != Some(News::LeftElsewhere) || self.api.is_foreign() {
            // A browser without storage still tells while this page stands.
            // Whole milliseconds: printing a float, and reading one, is more code than all of this.
            Shelf::Device.keep(OWED, &(until as u64).to_string());
            kept.owed.set(Some(until));
        }
        Shelf::Tab.clear();
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
                Shelf::Tab.clear();
                Shelf::keep_tab_in_memory(false);
            }
            while self.tell_left().await.is_err() {
                clock::wait_ms(RETRY_MS).await;
            }
        });
    }

    /// Tells the server that the citizen has left, where that is still to be done.
    pub(super) async fn tell_left(self) -> Result<(), ClientError> {
        let Some(until) = self.kept().owed.get() else {
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
            Shelf::Device.forget(OWED);
            kept.owed.set(None);
            self.show(Shown {
                untold: None,
                ..self.shown_now()
            });
        }
    }
}

/// What an earlier visit left to be told. A token went with the page, so that nothing can be told with it.
pub(super) fn kept_debt(api: Api) -> Option<f64> {
    let until = Shelf::Device.read(OWED)?;
    if api.is_foreign() {
        Shelf::Device.forget(OWED);
        return None;
    }
    // What can't be read was written by somebody else; telling once too often does no harm.
    Some(until.parse::<u64>().unwrap_or(0) as f64)
}
