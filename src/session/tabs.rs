//! What the tabs of one browser tell each other of the session they share. No word says who it is about.

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

/// The line to the other tabs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tabs {
    line: StoredValue<OtherTabs, LocalStorage>,
    /// When another tab was last answered, and when this one last said that it was; in milliseconds since 1970.
    heard_at: StoredValue<f64>,
    told_at: StoredValue<f64>,
}

impl Tabs {
    /// Only tabs of the same app: another may live under another path.
    pub(super) fn new() -> Self {
        let name = ["motcua:", &page::base_path()].concat();
        Self {
            line: StoredValue::new_local(OtherTabs::new(&name)),
            heard_at: StoredValue::new(0.0),
            told_at: StoredValue::new(0.0),
        }
    }

    pub(super) fn tell(self, word: Word) {
        let named = WORDS.iter().find(|(known, _)| *known == word);
        if let Some((_, name)) = named {
            self.line.with_value(|line| line.tell(name));
        }
    }
}

impl SessionState {
    pub(super) fn hear_other_tabs(self) {
        let heard = move |said: &str| {
            let word = WORDS.iter().find(|(_, name)| *name == said);
            match word.map(|(word, _)| *word) {
                Some(Word::Left) if self.is_citizen() => self.leave_with(News::LeftElsewhere),
                // With a token each tab has a session of its own.
                Some(Word::Begun) if !self.api.is_foreign() => {
                    spawn_local(async move { drop(self.recheck().await) });
                }
                Some(Word::Alive) if !self.api.is_foreign() => {
                    self.tabs.heard_at.set_value(clock::now_ms());
                }
                _ => {}
            }
        };
        self.tabs.line.with_value(|line| line.each_word(heard));
    }

    pub(super) fn is_citizen(self) -> bool {
        self.visitor
            .with_untracked(|visitor| matches!(visitor, Visitor::Citizen(_)))
    }

    /// When the session was last used, in this tab or another; tells the others of this one.
    pub(super) fn used_at(self) -> f64 {
        let here = self.api.answered_at();
        if here - self.tabs.told_at.get_value() > ALIVE_MS {
            self.tabs.told_at.set_value(here);
            self.tabs.tell(Word::Alive);
        }
        here.max(self.tabs.heard_at.get_value())
    }
}
