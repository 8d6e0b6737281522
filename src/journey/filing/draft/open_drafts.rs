//! The drafts opened in this tab, in the context of the whole app: each goes on saving when its pages are left.
//! What one citizen wrote must never be shown to the next one on the same phone.

use contract::draft::Draft;
use leptos::prelude::*;

use super::open_draft::{OpenDraft, SaveState, shelf_key};
use super::{partial_agency, partial_delivery};
use crate::api::{Api, Load};
use crate::browser::online;
use crate::browser::storage::BrowserStorage;
use crate::browser::window_listener::WindowListener;
use crate::page::deleted_drafts::use_deleted_drafts;
use crate::session::{SessionState, Visitor};

/// The drafts opened in this tab.
#[derive(Clone, Copy)]
pub struct OpenDrafts {
    drafts: RwSignal<Vec<OpenDraft>>,
    owner: StoredValue<Option<Owner>>,
    citizen: StoredValue<Option<String>>,
    api: Api,
    session: SessionState,
}

impl OpenDrafts {
    /// None yet. Made once, when the part arrives.
    pub fn new(api: Api, session: SessionState) -> Self {
        let all = Self {
            drafts: RwSignal::new(Vec::new()),
            owner: StoredValue::new(Owner::current()),
            citizen: StoredValue::new(None),
            api,
            session,
        };
        online::each_time_online(move || all.save_now());
        online::each_time_hidden(move || all.save_now());
        Effect::new(move |_| all.meet(session.visitor()));
        use_deleted_drafts().each(move |id| all.forget(id));
        session.flush_before_sign_out(Box::new(move || Box::pin(all.settle())));
        let asks = StoredValue::new_local(None::<WindowListener>);
        // A tab that is closed takes along what is only in it, so the browser asks first.
        let unsaved = Memo::new(move |_| {
            let waits = |state: &SaveState| matches!(state, SaveState::Waiting { .. });
            all.drafts
                .with(|drafts| drafts.iter().any(|draft| draft.save_state.with(waits)))
        });
        Effect::new(move |_| {
            asks.set_value(unsaved.get().then(WindowListener::before_unload));
        });
        all
    }

    /// The draft of that id, opened where it isn't.
    pub fn open(&self, id: &str) -> OpenDraft {
        self.find(id)
            .unwrap_or_else(|| self.add(id.to_owned(), None))
    }

    /// Opens a draft that the server has just begun.
    pub fn begin(&self, draft: Draft) -> OpenDraft {
        self.add(draft.id.clone(), Some(draft))
    }

    /// Closes a draft for good: it was sent, or thrown away.
    pub fn forget(&self, id: &str) {
        if let Some(draft) = self.find(id) {
            draft.close();
        }
        self.drafts
            .update(|drafts| drafts.retain(|draft| draft.id() != id));
        BrowserStorage::Tab.remove(&shelf_key(id));
        partial_delivery::forget(id);
        partial_agency::forget(id);
    }

    /// The draft of that id, if it is open.
    pub fn find(&self, id: &str) -> Option<OpenDraft> {
        self.drafts
            .with_untracked(|drafts| drafts.iter().find(|draft| draft.id() == id).copied())
    }

    fn add(&self, id: String, begun: Option<Draft>) -> OpenDraft {
        // Its signals belong to the app: a page that is left must not take them along.
        let make = || OpenDraft::new(id, begun, self.api, self.session);
        let draft = match self.owner.get_value() {
            Some(owner) => owner.with(make),
            None => make(),
        };
        self.drafts.update(|drafts| drafts.push(draft));
        draft.reload();
        draft
    }

    /// Brings every change to the server; `false` when one stays here.
    async fn settle(self) -> bool {
        let mut settled = true;
        for draft in self.drafts.get_untracked() {
            let untouched = draft
                .load
                .with_untracked(|load| !matches!(load, Load::Ready(_)));
            settled &= untouched || draft.settle().await.is_ok();
        }
        settled
    }

    fn save_now(&self) {
        for draft in self.drafts.get_untracked() {
            draft.save_now();
        }
    }

    /// The same citizen again: goes on saving. Another one, or nobody: closes everything.
    fn meet(&self, visitor: Visitor) {
        if visitor == Visitor::Unknown {
            return;
        }
        let now = visitor.account_key();
        let before = self.citizen.get_value();
        self.citizen.set_value(now.clone());
        if before.is_some() && before != now {
            for draft in self.drafts.get_untracked() {
                self.forget(&draft.id());
            }
        } else {
            self.save_now();
        }
    }
}

/// The drafts opened in this tab, from the context that `filing::routes` gives.
pub fn use_open_drafts() -> OpenDrafts {
    use_context::<OpenDrafts>()
        .unwrap_or_else(|| OpenDrafts::new(crate::api::use_api(), crate::session::use_session()))
}

/// The draft of that id, for a page.
pub fn use_open_draft(id: String) -> OpenDraft {
    let draft = use_open_drafts().open(&id);
    if draft
        .load
        .with_untracked(|load| matches!(load, Load::Failed(_)))
    {
        draft.reload();
    }
    draft
}
