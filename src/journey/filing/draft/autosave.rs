//! Brings the changes of an open draft to the server: a moment after the last one, one request at a time,
//! again and again while the line is away. A change stays in the tab's storage until the server confirms it.

use contract::draft::Draft;
use contract::endpoints::PATCH_DRAFT;
use contract::{Problem, ProblemCode};
use domain::draft::Pending;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::open_draft::{OpenDraft, SaveState, shelf_key};
use crate::api::{ClientError, Headers};
use crate::browser::clock::{self, Timer};
use crate::browser::retry;
use crate::browser::storage::BrowserStorage;

/// Saves so long after the last change, in milliseconds.
const QUIET_MS: i32 = 800;
/// Looks so often whether a request under way has ended, in milliseconds.
const LOOK_MS: i32 = 60;

impl OpenDraft {
    /// Brings every change to the server now; the draft as the server then holds it.
    pub async fn settle(&self) -> Result<Draft, ClientError> {
        self.timer.set_value(None);
        loop {
            if self.sending.get_value() {
                clock::wait_ms(LOOK_MS).await;
            } else if self.pending.with_value(Pending::is_empty) {
                return self.held.get_value().ok_or(ClientError::Offline);
            } else {
                self.push().await?;
            }
        }
    }

    /// Tries at once, for a line that came back or a page about to be left.
    pub(crate) fn save_now(self) {
        self.tries.set_value(0);
        self.run();
    }

    /// Lets go of everything, unsaved changes included.
    pub(crate) fn close(self) {
        self.timer.set_value(None);
        self.pending.set_value(Pending::default());
        self.held.set_value(None);
        self.draft.set(None);
    }

    pub(crate) fn save_soon(self) {
        if !self.pending.with_value(Pending::is_waiting) {
            return;
        }
        let waiting = self
            .save_state
            .with_untracked(|state| matches!(state, SaveState::Waiting { .. }));
        if !waiting {
            self.save_state.set(SaveState::Saving);
        }
        self.save_after(QUIET_MS);
    }

    /// Writes every unconfirmed change into the tab's storage, or clears it there.
    pub(crate) fn keep(&self) {
        let key = shelf_key(&self.id());
        let unconfirmed = self.pending.with_value(|pending| {
            (!pending.is_empty()).then(|| serde_json::to_string(&pending.kept()))
        });
        match unconfirmed {
            // A browser without storage leaves the change in memory, from where it is sent all the same.
            Some(Ok(text)) => drop(BrowserStorage::Tab.set(&key, &text)),
            Some(Err(_)) => {}
            None => BrowserStorage::Tab.remove(&key),
        }
    }

    fn save_after(self, milliseconds: i32) {
        let timer = Timer::after(milliseconds, move || self.run());
        self.timer.set_value(Some(timer));
    }

    fn run(self) {
        let idle = !self.sending.get_value();
        let known = self.held.with_value(Option::is_some);
        if !idle || !known || !self.pending.with_value(Pending::is_waiting) {
            return;
        }
        spawn_local(async move {
            match self.push().await {
                Ok(()) => {
                    self.tries.set_value(0);
                    self.save_soon();
                }
                Err(reason) if reason.is_transient() => {
                    let failures = self.tries.get_value().saturating_add(1);
                    self.tries.set_value(failures);
                    self.save_after(retry::delay_ms(failures));
                }
                Err(_) => {}
            }
        });
    }

    /// One request. `Ok` means that the server answered in the contract's words, not that nothing is left.
    async fn push(&self) -> Result<(), ClientError> {
        let patch = self.pending.try_update_value(Pending::take).flatten();
        let Some(patch) = patch else {
            // What is left has been refused as it is.
            return Err(self.refusal.get_value().unwrap_or(ClientError::Unreadable));
        };
        self.sending.set_value(true);
        let version = self
            .held
            .with_value(|held| held.as_ref().map_or(0, |held| held.version));
        let outcome = self
            .api
            .send_if_match(&PATCH_DRAFT, &[&self.id()], &patch, if_match(version))
            .await;
        self.sending.set_value(false);
        let outcome = match outcome {
            Ok(Ok(saved)) => {
                self.pending.update_value(Pending::acknowledge);
                self.hold(saved);
                Ok(())
            }
            Ok(Err(newer)) => {
                self.pending.update_value(Pending::failed);
                self.hold(newer);
                Ok(())
            }
            Err(reason) => {
                self.pending.update_value(Pending::failed);
                self.withhold(reason)
            }
        };
        self.keep();
        self.tell(&outcome);
        outcome
    }

    fn tell(&self, outcome: &Result<(), ClientError>) {
        let refusal = self.refusal.get_value();
        let (empty, waiting) = self
            .pending
            .with_value(|pending| (pending.is_empty(), pending.is_waiting()));
        self.save_state.set(match (outcome, refusal) {
            (Err(reason), _) => SaveState::Waiting {
                reason: reason.clone(),
            },
            (Ok(()), Some(reason)) if !empty && !waiting => SaveState::Waiting { reason },
            (Ok(()), _) if empty => SaveState::Saved {
                at_ms: clock::now_ms(),
            },
            (Ok(()), _) => SaveState::Saving,
        });
    }

    /// An answer that the server will never keep as it is must not hold back the others.
    fn withhold(&self, reason: ClientError) -> Result<(), ClientError> {
        let refused = match &reason {
            ClientError::Refused(problem) if problem.code == ProblemCode::InvalidAnswers => {
                named(problem)
            }
            _ => Vec::new(),
        };
        let withhold = |pending: &mut Pending| {
            let withheld = refused.iter().filter(|pointer| pending.withhold(pointer));
            withheld.count() > 0
        };
        if self.pending.try_update_value(withhold) != Some(true) {
            return Err(reason);
        }
        self.refusal.set_value(Some(reason));
        Ok(())
    }
}

/// Only this version may be changed.
fn if_match(version: u64) -> Headers {
    vec![("If-Match", ["\"", &version.to_string(), "\""].concat())]
}

fn named(problem: &Problem) -> Vec<String> {
    let pointers = problem.errors.iter().map(|error| error.pointer.clone());
    pointers.collect()
}
