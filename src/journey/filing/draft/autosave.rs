//! Sends the changes of one draft to the server. It sends them shortly after the last change, one request at a time,
//! and retries after every failure that may be temporary. A change stays in the tab's storage until the server has
//! confirmed it.

use std::rc::Rc;

use contract::account::Account;
use contract::attachment::Attachment;
use contract::draft::{Draft, DraftPatch};
use contract::endpoints::PATCH_DRAFT;
use contract::form::Answers;
use domain::draft::{PendingChanges, StoredChanges};
use domain::form::FormDefinition;
use domain::json::parse_json;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::draft_buffer::DraftBuffer;
use super::obstacle::DraftObstacle;
use crate::api::{Api, ClientError, Headers};
use crate::browser::clock::{self, Timer};
use crate::browser::notify::Notify;
use crate::browser::retry;
use crate::browser::storage::BrowserStorage;

/// Delay between the last change and its request, in milliseconds. It is long enough that a typed word is sent in one
/// request. It is short enough that few changes are unsaved when the citizen puts the phone away.
const SAVE_DELAY_MS: i32 = 800;

/// Whether the citizen's changes have reached the server.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// The server has confirmed every change.
    Saved {
        /// Time when the changes were saved, in milliseconds since 1970.
        at_ms: f64,
    },
    /// A change is waiting to be sent, or its request is in flight.
    Saving,
    /// A change exists only on this device, because the last attempt to send it failed.
    Unsaved {
        /// Why the last attempt to send the change failed.
        reason: ClientError,
    },
}

/// Saves one draft automatically. All copies share one state.
#[derive(Clone, Copy)]
pub(super) struct Autosave {
    /// The merged draft: the server's version with the citizen's unconfirmed changes applied. `None` until the draft is
    /// loaded.
    pub(super) merged_draft: RwSignal<Option<Draft>>,
    /// Whether the citizen's changes have reached the server.
    pub(super) save_state: RwSignal<SaveState>,
    /// Whether there are changes that the server hasn't confirmed: waiting, being sent, failed or refused.
    pub(super) has_unconfirmed: RwSignal<bool>,
    /// Why the draft can't be filed any more. `None` as long as it can.
    pub(super) obstacle: RwSignal<Option<DraftObstacle>>,
    /// Number of times that the server refused an answer because the form has changed.
    pub(super) form_changes: RwSignal<u32>,
    /// Id of the draft.
    id: StoredValue<String>,
    /// Client that sends the requests to the backend.
    api: Api,
    /// The server's version of the draft, and the unconfirmed changes.
    buffer: StoredValue<DraftBuffer>,
    /// Why the server refused some changes. Those changes are set aside. `None` if there are none.
    refusal: StoredValue<Option<ClientError>>,
    /// When the next request will be sent.
    schedule: StoredValue<Schedule, LocalStorage>,
}

/// When the next request will be sent.
#[derive(Default)]
struct Schedule {
    /// The timer that starts the next request. Dropping the timer cancels that request.
    timer: Option<Timer>,
    /// Number of failed requests since the last successful request.
    failures: usize,
    /// Whether a request is in flight.
    is_sending: bool,
    /// Notified when the request that is in flight has ended.
    request_ended: Rc<Notify>,
}

impl Autosave {
    /// Creates the autosave of a draft, with the changes that the tab's storage holds. `new_draft` is the whole draft
    /// if this app has just created it; otherwise `None`.
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
            has_unconfirmed: RwSignal::new(stored.is_some()),
            obstacle: RwSignal::new(None),
            form_changes: RwSignal::new(0),
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

    /// The draft as the server returned it last, without unconfirmed changes. `None` until it is loaded.
    pub(super) fn server_draft(self) -> Option<Draft> {
        self.buffer
            .with_value(|buffer| buffer.server_draft().cloned())
    }

    /// Replaces this tab's copy of the server's draft, unless this tab already has a newer version.
    pub(super) fn accept_server_draft(self, draft: Draft) {
        self.buffer
            .update_value(|buffer| buffer.accept_server_draft(draft));
        self.publish();
    }

    /// Replaces the attachments in this tab's copy of the server's draft.
    pub(super) fn set_attachments(self, attachments: Vec<Attachment>) {
        self.buffer
            .update_value(|buffer| buffer.set_attachments(attachments));
        self.publish();
    }

    /// Applies a change to the buffer, writes it to the tab's storage, shows it, and schedules the request that sends
    /// it.
    pub(super) fn change(self, change: impl FnOnce(&mut DraftBuffer)) {
        self.buffer.update_value(change);
        self.store();
        self.publish();
        self.save_soon();
    }

    /// Records a change that the citizen has made and that is not an answer, such as another agency or delivery.
    pub(super) fn edit(self, change: impl FnOnce(&mut PendingChanges)) {
        self.change(|buffer| buffer.edit(change));
    }

    /// If the draft has no answers yet, fills in the form's default answers and the account's data.
    pub(super) fn prefill(self, form: &FormDefinition, account: Option<&Account>) {
        let prefill = |buffer: &mut DraftBuffer| buffer.prefill(form, account);
        if self.buffer.try_update_value(prefill) == Some(true) {
            self.store();
        }
        self.publish();
    }

    /// Sends all changes now. Then returns the draft as the server has saved it.
    ///
    /// # Errors
    ///
    /// The error of the first request that failed. If only changes remain that the server refused earlier, the error of
    /// that refusal.
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

    /// Sends the changes without waiting for [`SAVE_DELAY_MS`], for example when the connection is back or the page is
    /// about to be hidden.
    pub(super) fn save_now(self) {
        self.schedule.update_value(|schedule| schedule.failures = 0);
        self.send_if_idle();
    }

    /// Sends the changes of a page that is being left. The browser completes this request although the page is gone.
    ///
    /// The browser may end a request that is in flight. So its changes are sent again, together with the changes after
    /// it. If the request in flight has arrived, the server's draft has a newer version and refuses them; then a second
    /// request sends them without the lists. Lists are merged with those of other devices, never replaced, and nobody is
    /// left to merge them.
    pub(super) fn save_before_leaving(self) {
        if !self.is_sending() {
            self.save_now();
            return;
        }
        let Some((patch, version)) = self.buffer.with_value(DraftBuffer::last_patch) else {
            return;
        };
        let without_lists = DraftPatch {
            answers: without_lists(&patch.answers),
            ..patch.clone()
        };
        // Both requests start now: the page doesn't live to see the first response.
        for (patch, version) in [(patch, version), (without_lists, version.saturating_add(1))] {
            spawn_local(async move {
                let headers = if_match(version);
                let reply: Result<Result<Draft, Draft>, ClientError> = self
                    .api
                    .send_if_match(&PATCH_DRAFT, &[&self.id()], &patch, headers)
                    .await;
                // The page is gone. If the browser shows it again, the request in flight has failed and is repeated.
                drop(reply);
            });
        }
    }

    /// Sends the changes when [`SAVE_DELAY_MS`] has passed without another change.
    pub(super) fn save_soon(self) {
        if !self.buffer.with_value(DraftBuffer::has_unsent) {
            return;
        }
        // After a failure, the reason stays visible until a request succeeds. So don't replace `Unsaved` with `Saving`
        // here.
        let is_unsaved = self
            .save_state
            .with_untracked(|state| matches!(state, SaveState::Unsaved { .. }));
        if !is_unsaved {
            self.save_state.set(SaveState::Saving);
        }
        self.save_after(SAVE_DELAY_MS);
    }

    /// Removes the draft and its unsaved changes from memory.
    pub(super) fn close(self) {
        self.schedule
            .update_value(|schedule| drop(schedule.timer.take()));
        self.buffer.set_value(DraftBuffer::new(None, None));
        self.merged_draft.set(None);
        self.has_unconfirmed.set(false);
    }

    /// Starts the timer of the next request. A timer that was started earlier is cancelled.
    fn save_after(self, milliseconds: i32) {
        let timer = Timer::after(milliseconds, move || self.send_if_idle());
        self.schedule
            .update_value(|schedule| schedule.timer = Some(timer));
    }

    /// Whether a request is in flight. At most one request is in flight at a time, so the server receives the changes
    /// in order.
    fn is_sending(self) -> bool {
        self.schedule.with_value(|schedule| schedule.is_sending)
    }

    /// Sends a request, unless one is in flight or there is nothing to send. If the request fails with a temporary
    /// error, schedules a retry.
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

    /// Schedules another request after a failed request.
    fn retry_later(self) {
        let failures = self.schedule.with_value(|schedule| schedule.failures);
        let failures = failures.saturating_add(1);
        self.schedule
            .update_value(|schedule| schedule.failures = failures);
        self.save_after(retry::delay_ms(failures));
    }

    /// Sends one `PATCH` request. `Ok` means that the server responded as the contract specifies; unsent changes may
    /// still remain.
    async fn send_patch(self) -> Result<(), ClientError> {
        let patch = self
            .buffer
            .try_update_value(DraftBuffer::take_patch)
            .flatten();
        let Some((patch, version)) = patch else {
            // Nothing can be sent: only changes remain that the server has refused.
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
                self.note_obstacle(&reason);
                self.quarantine(reason)
            }
        };
        self.store();
        self.update_has_unconfirmed();
        self.update_save_state(&outcome);
        self.schedule.update_value(|schedule| {
            schedule.is_sending = false;
            schedule.request_ended.notify_all();
        });
        outcome
    }

    /// Shows why the draft can't be filed any more, if `error` says so.
    pub(super) fn note_obstacle(self, error: &ClientError) {
        if let Some(obstacle) = DraftObstacle::from_error(error) {
            self.obstacle.set(Some(obstacle));
        }
    }

    /// Sets aside the changes that the server's refusal names. Returns `reason` as the error if the refusal names none
    /// of them.
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
        if reason.is_form_changed() {
            self.form_changes.update(|count| *count += 1);
        }
        self.refusal.set_value(Some(reason));
        Ok(())
    }

    /// Updates the save state after a request. If the server has refused a change, the state stays «unsaved» even when
    /// later requests succeed.
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

    /// Updates the merged draft that the pages show.
    fn publish(self) {
        self.merged_draft
            .set(self.buffer.with_value(DraftBuffer::merged));
        self.update_has_unconfirmed();
    }

    fn update_has_unconfirmed(self) {
        let now = !self.buffer.with_value(DraftBuffer::is_saved);
        if self.has_unconfirmed.get_untracked() != now {
            self.has_unconfirmed.set(now);
        }
    }

    /// Writes the unconfirmed changes to the tab's storage. If there are none, removes the stored changes.
    fn store(self) {
        let key = storage_key(&self.id());
        let unconfirmed = self.buffer.with_value(|buffer| {
            buffer
                .to_store()
                .map(|changes| serde_json::to_string(&changes))
        });
        match unconfirmed {
            // If the browser provides no storage, the change stays in memory and is sent from there.
            Some(Ok(text)) => drop(BrowserStorage::Tab.set(&key, &text)),
            Some(Err(_)) => {}
            None => BrowserStorage::Tab.remove(&key),
        }
    }
}

/// Key in the tab's storage for a draft's unconfirmed changes.
pub(super) fn storage_key(id: &str) -> String {
    [STORAGE_PREFIX, id].concat()
}

/// The ids of the drafts whose unconfirmed changes the tab's storage holds.
pub(super) fn stored_draft_ids() -> Vec<String> {
    let stored = BrowserStorage::Tab.list(STORAGE_PREFIX).into_iter();
    stored.map(|(id, _)| id).collect()
}

const STORAGE_PREFIX: &str = "motcua-draft-";

/// The `If-Match` header. It makes the server refuse the patch with 412 if another device has saved a newer version of
/// the draft.
fn if_match(version: u64) -> Headers {
    vec![("If-Match", ["\"", &version.to_string(), "\""].concat())]
}

/// The answers without the lists.
fn without_lists(answers: &Answers) -> Answers {
    let mut rest = answers.clone();
    rest.retain(|_, answer| !answer.is_array());
    rest
}
