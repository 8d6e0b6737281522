//! The drafts that are open in this tab. They belong to the whole app, so a draft continues to save its changes after
//! the citizen has left its pages.
//! When another citizen signs in on the same device, all drafts are closed.

use contract::draft::Draft;
use leptos::prelude::*;

use super::autosave::{storage_key, stored_draft_ids};
use super::open_draft::OpenDraft;
use super::partial_choices::PartialChoices;
use super::submission_key::remove_submission_key;
use crate::api::{Api, Load};
use crate::browser::online;
use crate::browser::storage::BrowserStorage;
use crate::browser::window_listener::WindowListener;
use crate::page::deleted_drafts::use_deleted_drafts;
use crate::reactive::effect;
use crate::session::{SessionState, Visitor};

/// The drafts that are open in this tab. All copies share one state.
#[derive(Clone, Copy)]
pub struct OpenDrafts {
    /// The open drafts, in the order in which they were opened.
    drafts: RwSignal<Vec<OpenDraft>>,
    /// The app's reactive owner. It owns the signals of every draft, so that they outlive the page.
    owner: StoredValue<Option<Owner>>,
    /// Key of the account that the drafts belong to; `None` until a citizen has signed in.
    account: StoredValue<Option<String>>,
    /// Client that sends the requests to the backend.
    api: Api,
    /// The session, which each opened draft needs.
    session: SessionState,
}

impl OpenDrafts {
    /// Creates an empty list of drafts. Call it once, when the wasm chunk of the wing `filing` is loaded.
    pub fn new(api: Api, session: SessionState) -> Self {
        let all = Self {
            drafts: RwSignal::new(Vec::new()),
            owner: StoredValue::new(Owner::current()),
            account: StoredValue::new(None),
            api,
            session,
        };
        // Save without delay at three moments: when the connection is back; when the page is hidden, because a phone may
        // then stop the app; and when the page is left.
        online::each_time_online(move || all.save_now());
        online::each_time_hidden(move || all.save_now());
        online::each_time_left(move || {
            for draft in all.drafts.get_untracked() {
                draft.save_before_leaving();
            }
        });
        effect(move || all.on_visitor_change(session.visitor()));
        use_deleted_drafts().each(move |id| all.remove(id));
        session.flush_before_sign_out(Box::new(move || Box::pin(all.flush())));
        let leave_warning = StoredValue::new_local(None::<WindowListener>);
        // Leaving the page could lose changes that the server hasn't confirmed, so the browser asks the citizen for
        // confirmation first. On a shared device it would also lose choices that are incomplete.
        let can_lose = Memo::new(move |_| all.has_unconfirmed() || session.is_device_shared());
        effect(move || {
            let would_lose = move || {
                untrack(|| {
                    all.has_unconfirmed()
                        || (session.is_device_shared() && PartialChoices::is_any_stored())
                })
            };
            let listener = || WindowListener::before_unload_if(would_lose);
            leave_warning.set_value(can_lose.get().then(listener));
        });
        all
    }

    /// Whether an open draft has changes that the server hasn't confirmed. Reactive.
    fn has_unconfirmed(&self) -> bool {
        self.drafts
            .with(|drafts| drafts.iter().any(|draft| draft.has_unconfirmed.get()))
    }

    /// Opens the drafts whose unconfirmed changes this tab has stored, so that they are sent wherever the citizen enters
    /// the app.
    fn resume_stored(&self) {
        for id in stored_draft_ids() {
            self.open(&id);
        }
    }

    /// Returns the open draft with this id. Opens the draft if it isn't open yet.
    pub fn open(&self, id: &str) -> OpenDraft {
        self.find(id).unwrap_or_else(|| self.add(id, None))
    }

    /// Opens a draft that the server has just created.
    pub fn open_new(&self, draft: Draft) -> OpenDraft {
        let id = draft.id.clone();
        self.add(&id, Some(draft))
    }

    /// Closes a draft that was sent or deleted, and removes everything that this tab has stored for it.
    pub fn remove(&self, id: &str) {
        if let Some(draft) = self.find(id) {
            draft.close();
        }
        self.drafts
            .update(|drafts| drafts.retain(|draft| draft.id() != id));
        BrowserStorage::Tab.remove(&storage_key(id));
        PartialChoices::remove(id);
        remove_submission_key(id);
    }

    /// The draft with this id, if it is open.
    pub fn find(&self, id: &str) -> Option<OpenDraft> {
        self.drafts
            .with_untracked(|drafts| drafts.iter().find(|draft| draft.id() == id).copied())
    }

    /// Opens a draft. Starts to load it.
    fn add(&self, id: &str, new_draft: Option<Draft>) -> OpenDraft {
        // The signals are created under the app's reactive owner. So they are not disposed when the citizen leaves the
        // page.
        let make = || OpenDraft::new(id, new_draft, self.api, self.session);
        let draft = match self.owner.get_value() {
            Some(owner) => owner.with(make),
            None => make(),
        };
        self.drafts.update(|drafts| drafts.push(draft));
        draft.reload();
        draft
    }

    /// Saves all changes of every loaded draft. Returns `false` if a change could not be saved.
    async fn flush(self) -> bool {
        let mut is_saved = true;
        for draft in self.drafts.get_untracked() {
            let is_loaded = draft
                .load
                .with_untracked(|load| matches!(load, Load::Ready(_)));
            is_saved &= !is_loaded || draft.flush().await.is_ok();
        }
        is_saved
    }

    /// Sends the changes of every draft without delay.
    fn save_now(&self) {
        for draft in self.drafts.get_untracked() {
            draft.save_now();
        }
    }

    /// Called when the signed-in citizen may have changed. If it is the same citizen, the drafts stay open. If it is
    /// another citizen, or nobody is signed in, every draft is closed.
    fn on_visitor_change(&self, visitor: Visitor) {
        if visitor == Visitor::Unknown {
            return;
        }
        let now = visitor.account_key();
        let before = self.account.get_value();
        self.account.set_value(now.clone());
        if before.is_some() && before != now {
            for draft in self.drafts.get_untracked() {
                self.remove(&draft.id());
            }
        } else {
            self.save_now();
            if now.is_some() {
                self.resume_stored();
            }
        }
    }
}

/// Returns the open drafts from the context that `filing::routes` provides.
pub fn use_open_drafts() -> OpenDrafts {
    use_context::<OpenDrafts>()
        .unwrap_or_else(|| OpenDrafts::new(crate::api::use_api(), crate::session::use_session()))
}

/// Returns the draft with this id to the page that shows it. If an earlier attempt to load the draft failed, loads it
/// again.
pub fn use_open_draft(id: String) -> OpenDraft {
    let draft = use_open_drafts().open(&id);
    let has_failed = draft
        .load
        .with_untracked(|load| matches!(load, Load::Failed(_)));
    if has_failed {
        draft.reload();
    }
    draft
}
