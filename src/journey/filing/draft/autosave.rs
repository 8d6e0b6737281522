//! Sends the changes of one draft to the server: shortly after the last change, one request at a time, and again after
//! each failure that may pass. A change stays in the tab's storage until the server has confirmed it.

use std::rc::Rc;

use contract::account::Account;
use contract::attachment::Attachment;
use contract::draft::Draft;
use contract::endpoints::PATCH_DRAFT;
use domain::draft::{PendingChanges, StoredChanges};
use domain::form::FormDefinition;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::draft_buffer::DraftBuffer;
use crate::api::{Api, ClientError, Headers, parse_json};
use crate::browser::clock::{self, Timer};
use crate::browser::notify::Notify;
use crate::browser::retry;
use crate::browser::storage::BrowserStorage;

/// Delay between the last change and its request, in milliseconds. Long enough to send a typed word in one request, short
/// enough that little is unsaved when the phone is put away.
const SAVE_DELAY_MS: i32 = 800;

/// Where the citizen's changes are.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// The server has every change.
    Saved {
        /// Time of the last save, in milliseconds since 1970.
        at_ms: f64,
    },
    /// A change is about to be sent, or its request is in flight.
    Saving,
    /// A change is only on this device, and the last attempt to send it failed.
    Unsaved {
        /// Why it could not be saved.
        reason: ClientError,
    },
}

/// Saves one draft. Copies control the same draft.
#[derive(Clone, Copy)]
pub(super) struct Autosave {
    /// The draft as the citizen sees it; `None` until it is loaded.
    pub(super) merged_draft: RwSignal<Option<Draft>>,
    /// Where the changes are.
    pub(super) save_state: RwSignal<SaveState>,
    /// Id of the draft.
    id: StoredValue<String>,
    /// Makes the requests.
    api: Api,
    /// The draft with its unconfirmed changes.
    buffer: StoredValue<DraftBuffer>,
    /// Why the server refused the changes that are set aside.
    refusal: StoredValue<Option<ClientError>>,
    /// When the next request is made.
    schedule: StoredValue<Schedule, LocalStorage>,
}

/// When the next request is made.
#[derive(Default)]
struct Schedule {
    /// Starts the next request; dropping it cancels that.
    timer: Option<Timer>,
    /// Failed attempts in a row.
    failures: usize,
    /// Whether a request is in flight.
    is_sending: bool,
    /// Notified when the request in flight has ended.
    request_ended: Rc<Notify>,
}

impl Autosave {
    /// Starts with the changes that the tab's storage holds. `new_draft` is the draft itself if it was just created.
    pub(super) fn new(id: &str, new_draft: Option<Draft>, api: Api) -> Self {
        let stored = BrowserStorage::Tab.get(&storage_key(id));
        let stored = stored.and_then(|text| parse_json::<StoredChanges>(&text));
        let save_state = match new_draft {
            Some(_) => SaveState::Saved {
                at_ms: clock::now_ms(),
            },
            None => SaveState::Saving,
        };
        Self {
            merged_draft: RwSignal::new(None),
            save_state: RwSignal::new(save_state),
            id: StoredValue::new(id.to_owned()),
            api,
            buffer: StoredValue::new(DraftBuffer::new(new_draft, stored)),
            refusal: StoredValue::new(None),
            schedule: StoredValue::new_local(Schedule::default()),
        }
    }

    /// The id of the draft.
    pub(super) fn id(self) -> String {
        self.id.get_value()
    }

    /// The draft as the server returned it last.
    pub(super) fn server_draft(self) -> Option<Draft> {
        self.buffer
            .with_value(|buffer| buffer.server_draft().cloned())
    }

    /// Replaces the server's draft, unless a newer version is already here.
    pub(super) fn accept_server_draft(self, draft: Draft) {
        self.buffer
            .update_value(|buffer| buffer.accept_server_draft(draft));
        self.publish();
    }

    /// Replaces the attachments of the server's draft.
    pub(super) fn set_attachments(self, attachments: Vec<Attachment>) {
        self.buffer
            .update_value(|buffer| buffer.set_attachments(attachments));
        self.publish();
    }

    /// Makes a change in memory and in the tab's storage, shows it, and sends it soon.
    pub(super) fn change(self, change: impl FnOnce(&mut DraftBuffer)) {
        self.buffer.update_value(change);
        self.store();
        self.publish();
        self.save_soon();
    }

    /// Makes a change of the citizen's other than an answer.
    pub(super) fn edit(self, change: impl FnOnce(&mut PendingChanges)) {
        self.change(|buffer| buffer.edit(change));
    }

    /// Fills a draft without answers with the form's defaults and the account's data.
    pub(super) fn prefill(self, form: &FormDefinition, account: Option<&Account>) {
        let prefill = |buffer: &mut DraftBuffer| buffer.prefill(form, account);
        if self.buffer.try_update_value(prefill) == Some(true) {
            self.store();
        }
        self.publish();
    }

    /// Sends every change now and returns the draft as the server then has it.
    ///
    /// # Errors
    ///
    /// The error of the first request that failed, or the earlier refusal if only refused changes are left.
    pub(super) async fn flush(self) -> Result<Draft, ClientError> {
        self.schedule
            .update_value(|schedule| drop(schedule.timer.take()));
        let request_ended = self
            .schedule
            .with_value(|schedule| Rc::clone(&schedule.request_ended));
        loop {
            request_ended
                .wait_for(|| (!self.is_sending()).then_some(()))
                .await;
            if self.buffer.with_value(DraftBuffer::is_saved) {
                return self.server_draft().ok_or(ClientError::Offline);
            } else {
                self.send_patch().await?;
            }
        }
    }

    /// Sends the changes at once, for example when the connection is back or the page is about to be hidden.
    pub(super) fn save_now(self) {
        self.schedule.update_value(|schedule| schedule.failures = 0);
        self.send_if_idle();
    }

    /// Sends the changes after [`SAVE_DELAY_MS`] without another change.
    pub(super) fn save_soon(self) {
        if !self.buffer.with_value(DraftBuffer::has_unsent) {
            return;
        }
        // After a failure the citizen reads why, until a request succeeds.
        let is_unsaved = self
            .save_state
            .with_untracked(|state| matches!(state, SaveState::Unsaved { .. }));
        if !is_unsaved {
            self.save_state.set(SaveState::Saving);
        }
        self.save_after(SAVE_DELAY_MS);
    }

    /// Drops the draft with its unsaved changes.
    pub(super) fn close(self) {
        self.schedule
            .update_value(|schedule| drop(schedule.timer.take()));
        self.buffer.set_value(DraftBuffer::new(None, None));
        self.merged_draft.set(None);
    }

    /// Starts the timer anew, so that an earlier one does nothing.
    fn save_after(self, milliseconds: i32) {
        let timer = Timer::after(milliseconds, move || self.send_if_idle());
        self.schedule
            .update_value(|schedule| schedule.timer = Some(timer));
    }

    /// Whether a request is in flight. There is never more than one, so that the server receives changes in their order.
    fn is_sending(self) -> bool {
        self.schedule.with_value(|schedule| schedule.is_sending)
    }

    /// Starts a request unless one is in flight or nothing can be sent. Retries it later if the failure is transient.
    fn send_if_idle(self) {
        let can_send = self
            .buffer
            .with_value(|buffer| buffer.server_draft().is_some() && buffer.has_unsent());
        if self.is_sending() || !can_send {
            return;
        }
        spawn_local(async move {
            match self.send_patch().await {
                Ok(()) => {
                    self.schedule.update_value(|schedule| schedule.failures = 0);
                    self.save_soon();
                }
                Err(reason) if reason.is_transient() => self.retry_later(),
                Err(_) => {}
            }
        });
    }

    /// Plans the next attempt after a failed one.
    fn retry_later(self) {
        let failures = self.schedule.with_value(|schedule| schedule.failures);
        let failures = failures.saturating_add(1);
        self.schedule
            .update_value(|schedule| schedule.failures = failures);
        self.save_after(retry::delay_ms(failures));
    }

    /// Makes one request. `Ok` means that the server answered as the contract says; changes may still be left.
    async fn send_patch(self) -> Result<(), ClientError> {
        let patch = self
            .buffer
            .try_update_value(DraftBuffer::take_patch)
            .flatten();
        let Some((patch, version)) = patch else {
            // Only refused changes are left.
            return Err(self.refusal.get_value().unwrap_or(ClientError::Unreadable));
        };
        self.schedule
            .update_value(|schedule| schedule.is_sending = true);
        let reply = self
            .api
            .send_if_match(&PATCH_DRAFT, &[&self.id()], &patch, if_match(version))
            .await;
        let outcome = match reply {
            Ok(Ok(saved)) => {
                self.buffer.update_value(|buffer| buffer.on_saved(saved));
                self.publish();
                Ok(())
            }
            Ok(Err(newer)) => {
                self.buffer.update_value(|buffer| buffer.on_conflict(newer));
                self.publish();
                Ok(())
            }
            Err(reason) => {
                self.buffer.update_value(DraftBuffer::on_failed);
                self.quarantine(reason)
            }
        };
        self.store();
        self.update_save_state(&outcome);
        self.schedule.update_value(|schedule| {
            schedule.is_sending = false;
            schedule.request_ended.notify_all();
        });
        outcome
    }

    /// Sets aside what the server refused by name. Returns the reason as an error if that was nothing.
    fn quarantine(self, reason: ClientError) -> Result<(), ClientError> {
        let is_set_aside = match &reason {
            ClientError::Refused(problem) => self
                .buffer
                .try_update_value(|buffer| buffer.quarantine(problem))
                .unwrap_or(false),
            _ => false,
        };
        if !is_set_aside {
            return Err(reason);
        }
        self.refusal.set_value(Some(reason));
        Ok(())
    }

    /// Shows the result of a request. Changes that the server refused stay unsaved even if later requests succeed.
    fn update_save_state(self, outcome: &Result<(), ClientError>) {
        let refusal = self.refusal.get_value();
        let (is_saved, has_unsent) = self
            .buffer
            .with_value(|buffer| (buffer.is_saved(), buffer.has_unsent()));
        self.save_state.set(match (outcome, refusal) {
            (Err(reason), _) => SaveState::Unsaved {
                reason: reason.clone(),
            },
            (Ok(()), _) if is_saved => SaveState::Saved {
                at_ms: clock::now_ms(),
            },
            (Ok(()), Some(reason)) if !has_unsent => SaveState::Unsaved { reason },
            (Ok(()), _) => SaveState::Saving,
        });
    }

    /// Shows the merged draft.
    fn publish(self) {
        self.merged_draft
            .set(self.buffer.with_value(DraftBuffer::merged));
    }

    /// Writes the unconfirmed changes to the tab's storage, or removes them from it when everything is saved.
    fn store(self) {
        let key = storage_key(&self.id());
        let unconfirmed = self.buffer.with_value(|buffer| {
            buffer
                .to_store()
                .map(|changes| serde_json::to_string(&changes))
        });
        match unconfirmed {
            // If the browser has no storage, the change stays in memory and is sent from there.
            Some(Ok(text)) => drop(BrowserStorage::Tab.set(&key, &text)),
            Some(Err(_)) => {}
            None => BrowserStorage::Tab.remove(&key),
        }
    }
}

/// Storage key of a draft's unconfirmed changes.
pub(super) fn storage_key(id: &str) -> String {
    ["motcua-draft-", id].concat()
}

/// The header that makes the server refuse the patch with 412 if another version has been saved meanwhile.
fn if_match(version: u64) -> Headers {
    vec![("If-Match", ["\"", &version.to_string(), "\""].concat())]
}
