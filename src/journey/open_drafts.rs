//! The drafts opened in this tab, in the context of the whole app: each goes on saving when its pages are left.
//! What one citizen wrote must never be shown to the next one on the same phone.

use contract::draft::Draft;
use leptos::prelude::*;

use super::open_draft::{OpenDraft, SaveState, shelf_key};
use super::unfinished_delivery;
use crate::api::{Api, Load};
use crate::browser::listening::Listening;
use crate::browser::online;
use crate::browser::storage::Shelf;
use crate::session::{SessionState, Visitor};

/// The drafts opened in this tab.
#[derive(Clone, Copy)]
pub struct OpenDrafts {
    drafts: StoredValue<Vec<OpenDraft>>,
    owner: StoredValue<Option<Owner>>,
    citizen: StoredValue<Option<String>>,
    unsaved: RwSignal<bool>,
    api: Api,
    session: SessionState,
}

impl OpenDrafts {
    /// None yet. Made once, when the part arrives.
    pub fn new(api: Api, session: SessionState) -> Self {
        let all = Self {
            drafts: StoredValue::new(Vec::new()),
            owner: StoredValue::new(Owner::current()),
            citizen: StoredValue::new(None),
            unsaved: RwSignal::new(false),
            api,
            session,
        };
        online::each_time_online(move || all.save_now());
        online::each_time_hidden(move || all.save_now());
        Effect::new(move |_| all.meet(session.visitor()));
        session.settle_first(Box::new(move || Box::pin(all.settle())));
        let asks = StoredValue::new_local(None::<Listening>);
        Effect::new(move |_| {
            let unsaved = all.unsaved.get();
            asks.set_value(unsaved.then(Listening::against_leaving));
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
            .update_value(|drafts| drafts.retain(|draft| draft.id() != id));
        Shelf::Tab.forget(&shelf_key(id));
        unfinished_delivery::forget(id);
        self.unsaved.set(self.any_waits());
    }

    /// The draft of that id, if it is open.
    pub fn find(&self, id: &str) -> Option<OpenDraft> {
        self.drafts
            .with_value(|drafts| drafts.iter().find(|draft| draft.id() == id).copied())
    }

    fn add(&self, id: String, begun: Option<Draft>) -> OpenDraft {
        // Its signals belong to the app: a page that is left must not take them along.
        let make = || OpenDraft::new(id, begun, self.api, self.session);
        let draft = match self.owner.get_value() {
            Some(owner) => owner.with(make),
            None => make(),
        };
        self.drafts.update_value(|drafts| drafts.push(draft));
        let (all, owned) = (*self, self.owner.get_value());
        // A tab that is closed takes along what is only in it, so the browser asks first.
        let watch = move || {
            Effect::new(move |_| {
                draft.save_state.track();
                all.unsaved.set(all.any_waits());
            });
        };
        match owned {
            Some(owner) => owner.with(watch),
            None => watch(),
        }
        draft.reload();
        draft
    }

    /// Brings every change to the server; `false` when one stays here.
    async fn settle(self) -> bool {
        let mut settled = true;
        for draft in self.drafts.get_value() {
            let untouched = draft
                .load
                .with_untracked(|load| !matches!(load, Load::Ready(_)));
            settled &= untouched || draft.settle().await.is_ok();
        }
        settled
    }

    fn save_now(&self) {
        for draft in self.drafts.get_value() {
            draft.save_now();
        }
    }

    fn any_waits(&self) -> bool {
        let waits = |draft: &OpenDraft| {
            let state = draft.save_state.try_get_untracked();
            matches!(state, Some(SaveState::Waiting { .. }))
        };
        self.drafts.with_value(|drafts| drafts.iter().any(waits))
    }

    /// The same citizen again: goes on saving. Another one, or nobody: closes everything.
    fn meet(&self, visitor: Visitor) {
        let now = match visitor {
            Visitor::Unknown => return,
            Visitor::Guest => None,
            Visitor::Citizen(account) => Some(account.citizen_id),
        };
        let before = self.citizen.get_value();
        self.citizen.set_value(now.clone());
        if before.is_some() && before != now {
            for draft in self.drafts.get_value() {
                self.forget(&draft.id());
            }
        } else {
            self.save_now();
        }
    }
}

/// The drafts opened in this tab, from the context that `filing_pages.rs` gives.
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
