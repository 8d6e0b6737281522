//! What the tabs of one browser tell each other of the session they share. No word says who it is about.

use std::cell::{Cell, OnceCell};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{News, SessionState, Visitor};
use crate::browser::clock;
use crate::browser::other_tabs::OtherTabs;
use crate::browser::page;

/// Tells the others at most so often that the session goes on, in milliseconds.
const ALIVE_MS: f64 = 20_000.0;

/// A word between tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// The citizen has left.
    Left,
    /// A session has begun, or isn't what it was.
    Begun,
    /// The server has answered, so the session's idle time counts anew.
    Alive,
}

const WORDS: [(Word, &str); 3] = [
    (Word::Left, "left"),
    (Word::Begun, "begun"),
    (Word::Alive, "alive"),
];

/// What is known of the other tabs.
#[derive(Default)]
pub(super) struct Tabs {
    line: OnceCell<OtherTabs>,
    /// When another tab was last answered, and when this one last said that it was; in milliseconds since 1970.
    heard_at: Cell<f64>,
    told_at: Cell<f64>,
}

impl Tabs {
    /// The line to them. Only to tabs of the same app: another may live under another path.
    fn line(&self) -> &OtherTabs {
        self.line
            .get_or_init(|| OtherTabs::new(&["motcua:", &page::base_path()].concat()))
    }
}

impl SessionState {
    pub(super) fn tell_tabs(self, word: Word) {
        let named = WORDS.iter().find(|(known, _)| *known == word);
        if let Some((_, name)) = named {
            self.kept().tabs.line().send(name);
        }
    }

    pub(super) fn hear_other_tabs(self) {
        let heard = move |said: &str| {
            let word = WORDS.iter().find(|(_, name)| *name == said);
            match word.map(|(word, _)| *word) {
                Some(Word::Left) if self.is_citizen() => self.leave_with(News::LeftElsewhere),
                // With a token each tab has a session of its own.
                Some(Word::Begun) if !self.api.is_cross_origin() => {
                    // It took the place of the one that this tab still owes an end: told now, that would end the new one.
                    self.settle_debt();
                    spawn_local(async move { drop(self.recheck().await) });
                }
                Some(Word::Alive) if !self.api.is_cross_origin() => {
                    self.kept().tabs.heard_at.set(clock::now_ms());
                }
                _ => {}
            }
        };
        self.kept().tabs.line().on_message(heard);
    }

    pub(super) fn is_citizen(self) -> bool {
        self.visitor
            .with_untracked(|visitor| matches!(visitor, Visitor::Citizen(_)))
    }

    /// When the session was last used, in this tab or another; tells the others of this one.
    pub(super) fn used_at(self) -> f64 {
        let kept = self.kept();
        let here = self.api.answered_at();
        if here - kept.tabs.told_at.get() > ALIVE_MS {
            kept.tabs.told_at.set(here);
            self.tell_tabs(Word::Alive);
        }
        here.max(kept.tabs.heard_at.get())
    }
}
