//! One draft while it is open: what the server holds, with what the citizen changed laid over it.
//! Nothing typed waits for the network, and nothing leaves this phone's keeping before the server has it.

use std::sync::Arc;

use contract::attachment::Attachment;
use contract::draft::{Delivery, Draft, ForWhom, PartPatch};
use contract::endpoints::{GET_DRAFT, GET_FORM, GET_PROCEDURE};
use contract::place::PlaceRef;
use contract::procedure::Procedure;
use domain::draft::{Kept, Pending};
use domain::form::{Definition, starting_answers};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::partial_delivery;
use crate::api::{Api, ClientError, Load, parse_json};
use crate::browser::clock::{self, Timer};
use crate::browser::join::join;
use crate::browser::patterns;
use crate::browser::storage::BrowserStorage;
use crate::session::SessionState;

pub use super::open_drafts::{OpenDrafts, use_open_draft, use_open_drafts};

/// What stays the same while a draft is open.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The procedure it files.
    pub procedure: Arc<Procedure>,
    /// The form it answers.
    pub form: Arc<Definition>,
}

/// Where the citizen's changes are.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// The server holds everything, since that moment (milliseconds since 1970).
    Saved {
        /// When.
        at_ms: f64,
    },
    /// Something changed and is about to be sent, or on its way.
    Saving,
    /// Something is on this phone alone.
    Waiting {
        /// Why.
        reason: ClientError,
    },
}

/// A draft that is open. Copies are the same draft.
#[derive(Clone, Copy)]
pub struct OpenDraft {
    /// Procedure and form; also says why nothing can be shown.
    pub load: RwSignal<Load<Opened>>,
    /// The draft as the citizen sees it: the server's, with every change laid over it.
    pub draft: RwSignal<Option<Draft>>,
    /// Where the changes are.
    pub save_state: RwSignal<SaveState>,
    /// The parts for whose result a way is chosen that isn't whole; the first one's key is empty.
    pub unfinished: RwSignal<Vec<String>>,
    /// It began in this visit: «Thêm mới» was pressed a moment ago.
    pub begun_now: bool,
    pub(crate) id: StoredValue<String>,
    pub(crate) api: Api,
    pub(crate) session: SessionState,
    pub(crate) held: StoredValue<Option<Draft>>,
    pub(crate) pending: StoredValue<Pending>,
    pub(crate) sending: StoredValue<bool>,
    pub(crate) refusal: StoredValue<Option<ClientError>>,
    pub(crate) tries: StoredValue<usize>,
    pub(crate) timer: StoredValue<Option<Timer>, LocalStorage>,
    loading: StoredValue<bool>,
}

impl OpenDraft {
    /// A draft about to be loaded; `begun` is the draft itself where it is known already.
    pub(crate) fn new(id: String, begun: Option<Draft>, api: Api, session: SessionState) -> Self {
        let kept = BrowserStorage::Tab.get(&shelf_key(&id));
        let kept = kept.and_then(|text| parse_json::<Kept>(&text));
        Self {
            load: RwSignal::new(Load::Waiting),
            draft: RwSignal::new(None),
            save_state: RwSignal::new(match begun {
                Some(_) => SaveState::Saved {
                    at_ms: clock::now_ms(),
                },
                None => SaveState::Saving,
            }),
            unfinished: RwSignal::new(partial_delivery::left(&id)),
            begun_now: begun.is_some(),
            id: StoredValue::new(id),
            api,
            session,
            held: StoredValue::new(begun),
            pending: StoredValue::new(kept.map(Pending::from_kept).unwrap_or_default()),
            sending: StoredValue::new(false),
            refusal: StoredValue::new(None),
            tries: StoredValue::new(0),
            timer: StoredValue::new_local(None),
            loading: StoredValue::new(false),
        }
    }

    /// The draft's id.
    pub fn id(&self) -> String {
        self.id.get_value()
    }

    /// Loads what isn't there yet; also after a failure.
    pub fn reload(self) {
        let ready = self
            .load
            .with_untracked(|load| matches!(load, Load::Ready(_)));
        if ready || self.loading.get_value() {
            return;
        }
        self.loading.set_value(true);
        spawn_local(async move {
            let outcome = self.fetch().await;
            self.loading.set_value(false);
            match outcome {
                Ok(opened) => {
                    self.begin_answers(&opened.form);
                    self.load.set(Load::Ready(opened));
                    self.save_soon();
                }
                Err(error) => self.load.set(Load::Failed(error)),
            }
        });
    }

    /// Asks the server for the draft again, for its attachments or its version.
    pub async fn refresh(self) -> Result<Draft, ClientError> {
        let draft = self.api.get(&GET_DRAFT, &[&self.id()], "").await?;
        self.hold(draft);
        self.draft.get_untracked().ok_or(ClientError::Unreadable)
    }

    /// A question was answered; the value as `domain::form::read` gives it, or the text as typed. `Null` takes it away.
    pub fn answer(&self, question: &str, value: Value) {
        let server = self.held.with_value(|held| {
            let server = held.as_ref()?.answers.get(question);
            server.filter(|server| server.is_array()).cloned()
        });
        self.change(|pending| pending.answer(question, value, server.as_ref()));
    }

    /// The agency was chosen.
    pub fn set_agency(&self, agency: PlaceRef) {
        self.change(|pending| pending.agency(agency));
    }

    /// The way to receive the result was chosen.
    pub fn set_delivery(&self, delivery: Delivery) {
        self.change(|pending| pending.delivery(delivery));
    }

    /// Another answer to whom the filing is for.
    pub fn set_for_whom(&self, for_whom: ForWhom) {
        self.change(|pending| pending.for_whom(for_whom));
    }

    /// Agency or delivery of one part of a group was chosen.
    pub fn set_part(&self, key: &str, patch: PartPatch) {
        self.change(|pending| pending.part(key, patch));
    }

    /// The citizen said whether a paper that only some situations ask for is needed.
    pub fn set_paper(&self, component: &str, needed: bool) {
        self.change(|pending| pending.paper(component, needed));
    }

    /// The attachments as the server told them last.
    pub fn set_attachments(&self, attachments: Vec<Attachment>) {
        self.held.update_value(|held| {
            if let Some(held) = held {
                held.attachments = attachments;
            }
        });
        self.show();
    }

    /// Takes over a draft that the server gave, unless a newer one is known.
    pub fn hold(&self, draft: Draft) {
        self.held.update_value(|held| match held {
            Some(held) if held.version > draft.version => {}
            _ => {
                self.pending
                    .update_value(|pending| pending.meet(&draft.answers));
                *held = Some(draft);
            }
        });
        self.show();
    }

    /// Shows what the server holds with the changes laid over it.
    pub(crate) fn show(&self) {
        let pending = self.pending;
        let merged = self.held.with_value(|held| {
            let held = held.as_ref()?;
            Some(pending.with_value(|pending| pending.merge(held)))
        });
        self.draft.set(merged);
    }

    fn change(&self, make: impl FnOnce(&mut Pending)) {
        self.pending.update_value(make);
        self.keep();
        self.show();
        self.save_soon();
    }

    async fn fetch(self) -> Result<Opened, ClientError> {
        let (procedure, form) = match self.held.get_value() {
            Some(held) => (held.procedure, held.form),
            None => {
                let draft = self.api.get(&GET_DRAFT, &[&self.id()], "").await?;
                let keys = (draft.procedure.clone(), draft.form.clone());
                let saved = clock::parse_ms(&draft.updated_at.0).unwrap_or_else(clock::now_ms);
                self.save_state.set(SaveState::Saved { at_ms: saved });
                self.hold(draft);
                keys
            }
        };
        let (procedure, form) = join(
            self.api.get(&GET_PROCEDURE, &[&procedure], ""),
            self.api.get(&GET_FORM, &[&form], ""),
        )
        .await;
        // A form outside the subset is a fault of the backend, not of the citizen.
        let form = Definition::load(&form?, patterns::compile)?;
        Ok(Opened {
            procedure: Arc::new(procedure?),
            form: Arc::new(form),
        })
    }

    /// A draft without any answer begins with the form's defaults and what the account knows.
    fn begin_answers(&self, form: &Definition) {
        self.show();
        let untouched = self
            .draft
            .with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.answers.is_empty()));
        let unchanged = self
            .pending
            .with_value(|pending| pending.unconfirmed().answers.is_empty());
        if untouched && unchanged {
            // Who is helped is another person than the one signed in: nothing of his stands in the form.
            let helped = self.draft.with_untracked(|draft| {
                draft
                    .as_ref()
                    .is_some_and(|draft| draft.for_whom == ForWhom::Helped)
            });
            let account = self.session.account().filter(|_| !helped);
            let answers = starting_answers(form, account.as_ref());
            for (question, value) in answers {
                self.pending
                    .update_value(|pending| pending.answer(&question, value, None));
            }
            self.keep();
            self.show();
        }
    }
}

/// Where a draft's unconfirmed changes lie in the tab's storage.
pub(crate) fn shelf_key(id: &str) -> String {
    ["motcua-draft-", id].concat()
}
