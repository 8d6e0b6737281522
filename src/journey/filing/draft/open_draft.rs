//! One draft while it is open in this tab: how it is loaded, and what a page may read and change.

use std::sync::Arc;

use contract::attachment::Attachment;
use contract::draft::{Delivery, Draft, ForWhom, PartPatch};
use contract::endpoints::{GET_DRAFT, GET_PROCEDURE};
use contract::named::Named;
use contract::place::PlaceRef;
use contract::procedure::{ComponentGroup, Procedure, ServiceLevel};
use domain::form::FormDefinition;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::autosave::{Autosave, SaveState};
use super::obstacle::DraftObstacle;
use super::partial_choices::{PartialChoices, PartialDelivery};
use crate::answers::forms::fetch_form;
use crate::api::{Api, ClientError, Load};
use crate::browser::clock;
use crate::browser::join::join;
use crate::reactive::effect;
use crate::session::SessionState;

/// The procedure and the form of an open draft. They don't change while the draft is open.
#[derive(Clone, Debug)]
pub struct LoadedProcedure {
    /// The procedure that the draft is filed for.
    pub procedure: Arc<Procedure>,
    /// The form that the draft's answers belong to.
    pub form: Arc<FormDefinition>,
}

/// A draft that is open in this tab. All copies share one state.
#[derive(Clone, Copy)]
pub struct OpenDraft {
    /// The loading state of the procedure and the form. If loading failed, it holds the error.
    pub load: RwSignal<Load<LoadedProcedure>>,
    /// The merged draft, which the citizen sees: the server's version with all unconfirmed changes applied. `None`
    /// until the draft is loaded.
    pub merged_draft: RwSignal<Option<Draft>>,
    /// Whether the citizen's changes have reached the server, or exist only on this device.
    pub save_state: RwSignal<SaveState>,
    /// Whether there are changes that the server hasn't confirmed.
    pub(super) has_unconfirmed: RwSignal<bool>,
    /// Why the draft can't be filed any more. `None` as long as it can.
    pub obstacle: RwSignal<Option<DraftObstacle>>,
    /// Keys of the parts whose delivery is chosen but incomplete. The first part's key is empty.
    pub incomplete_deliveries: RwSignal<Vec<String>>,
    /// Whether the citizen created the draft with «Thêm mới» since the app was loaded.
    pub is_new: bool,
    /// Holds the draft and saves the citizen's changes.
    autosave: Autosave,
    /// Client that sends the requests to the backend.
    api: Api,
    /// The session. Its account provides the data that prefills a new draft.
    session: SessionState,
    /// Whether the draft is being loaded now, so that it isn't loaded twice at the same time.
    is_loading: StoredValue<bool>,
}

impl OpenDraft {
    /// Opens a draft without loading it. `new_draft` is the whole draft if this app has just created it; otherwise
    /// `None`.
    pub(super) fn new(id: &str, new_draft: Option<Draft>, api: Api, session: SessionState) -> Self {
        let is_new = new_draft.is_some();
        let autosave = Autosave::new(id, new_draft, api);
        let draft = Self {
            load: RwSignal::new(Load::Waiting),
            has_unconfirmed: autosave.has_unconfirmed,
            obstacle: autosave.obstacle,
            merged_draft: autosave.merged_draft,
            save_state: autosave.save_state,
            incomplete_deliveries: RwSignal::new(PartialChoices::load(id).incomplete_deliveries()),
            is_new,
            autosave,
            api,
            session,
            is_loading: StoredValue::new(false),
        };
        effect(move || {
            if autosave.form_changes.get() > 0 {
                draft.reload_form();
            }
        });
        draft
    }

    /// The draft's id.
    pub fn id(&self) -> String {
        self.autosave.id()
    }

    /// Loads the draft with its procedure and form. Does nothing if they are loaded or being loaded. After a failure it
    /// tries again.
    pub fn reload(self) {
        let is_ready = self
            .load
            .with_untracked(|load| matches!(load, Load::Ready(_)));
        if is_ready || self.is_loading.get_value() {
            return;
        }
        self.is_loading.set_value(true);
        spawn_local(async move {
            let outcome = self.fetch().await;
            self.is_loading.set_value(false);
            match outcome {
                Ok(loaded) => {
                    let account = self.session.account();
                    self.autosave.prefill(&loaded.form, account.as_ref());
                    self.load.set(Load::Ready(loaded));
                    self.autosave.save_soon();
                }
                Err(error) => self.load.set(Load::Failed(error)),
            }
        });
    }

    /// Fetches the form again, because the server has a newer version of it. Answers that the newer version has no
    /// question for stay in the draft, and the form page lists them.
    fn reload_form(self) {
        let Load::Ready(loaded) = self.load.get_untracked() else {
            return;
        };
        spawn_local(async move {
            if let Ok(form) = fetch_form(self.api, &loaded.procedure.form).await {
                self.load
                    .set(Load::Ready(LoadedProcedure { form, ..loaded }));
            }
        });
    }

    /// Shows why the draft can't be filed any more, if `error` says so.
    pub fn note_obstacle(&self, error: &ClientError) {
        self.autosave.note_obstacle(error);
    }

    /// Fetches the draft again, to get its current attachments and version. Returns the merged draft.
    ///
    /// # Errors
    ///
    /// The error of the request.
    pub async fn refresh(self) -> Result<Draft, ClientError> {
        let draft = self.fetch_draft().await?;
        self.accept_server_draft(draft);
        self.merged_draft
            .get_untracked()
            .ok_or(ClientError::Unreadable)
    }

    /// Records the answer to a question. `value` is the result of `domain::form::parse_typed_answer`, or the typed text
    /// if it can't be parsed. The value `Null` removes the answer.
    pub fn answer(&self, question: &str, value: Value) {
        self.autosave
            .change(|buffer| buffer.answer(question, value));
    }

    /// Records the chosen agency.
    pub fn set_agency(&self, agency: PlaceRef) {
        self.autosave.edit(|pending| pending.set_agency(agency));
    }

    /// Records how the citizen will receive the result.
    pub fn set_delivery(&self, delivery: Delivery) {
        self.autosave.edit(|pending| pending.set_delivery(delivery));
    }

    /// Records for whom the dossier is filed.
    pub fn set_for_whom(&self, for_whom: ForWhom) {
        self.autosave.edit(|pending| pending.set_for_whom(for_whom));
    }

    /// Records the agency or the delivery of one part of a group.
    pub fn set_part(&self, key: &str, patch: PartPatch) {
        self.autosave.edit(|pending| pending.set_part(key, patch));
    }

    /// Records whether the citizen needs a component. It is used for components that are required only in certain
    /// situations.
    pub fn set_component_needed(&self, component: &str, is_needed: bool) {
        self.autosave
            .edit(|pending| pending.set_component_needed(component, is_needed));
    }

    /// Replaces the attachments in this tab's copy of the server's draft.
    pub fn set_attachments(&self, attachments: Vec<Attachment>) {
        self.autosave.set_attachments(attachments);
    }

    /// Replaces this tab's copy of the server's draft, unless this tab already has a newer version. Unconfirmed changes
    /// are kept and applied to the new copy.
    pub fn accept_server_draft(&self, draft: Draft) {
        self.autosave.accept_server_draft(draft);
    }

    /// Sends all changes now. Then returns the draft as the server has saved it.
    ///
    /// # Errors
    ///
    /// The error of the first request that failed. If only changes remain that the server refused earlier, the error of
    /// that refusal.
    pub async fn flush(&self) -> Result<Draft, ClientError> {
        self.autosave.flush().await
    }

    /// Sends the changes at once, without the usual delay.
    pub(super) fn save_now(self) {
        self.autosave.save_now();
    }

    /// Sends the changes of a page that is being left.
    pub(super) fn save_before_leaving(self) {
        self.autosave.save_before_leaving();
    }

    /// Removes the draft and its unsaved changes from memory.
    pub(super) fn close(self) {
        self.autosave.close();
    }

    /// Stores delivery details that the draft can't hold, because they are incomplete, or because another kind of
    /// delivery is chosen. They stay in this tab and are never sent. `part` is the key of the part, empty for the first
    /// part. `None` removes the details.
    pub fn store_partial_delivery(&self, part: &str, details: Option<PartialDelivery>) {
        let mut choices = PartialChoices::load(&self.id());
        choices.set_delivery(part, details);
        choices.store(&self.id());
        let incomplete = choices.incomplete_deliveries();
        if self
            .incomplete_deliveries
            .with_untracked(|before| *before != incomplete)
        {
            self.incomplete_deliveries.set(incomplete);
        }
    }

    /// The delivery details of a part that are stored only in this tab.
    pub fn partial_delivery(&self, part: &str) -> Option<PartialDelivery> {
        PartialChoices::load(&self.id()).take_delivery(part)
    }

    /// Fetches the draft, unless this tab already has it. Then fetches the draft's procedure and the draft's form, both
    /// at the same time.
    async fn fetch(self) -> Result<LoadedProcedure, ClientError> {
        let draft = match self.autosave.server_draft() {
            Some(draft) => draft,
            None => {
                let draft = self.fetch_draft().await?;
                let saved = clock::parse_ms(&draft.updated_at.0)
                    .map_or_else(clock::now_ms, |saved| saved + clock::device_error_ms());
                self.save_state.set(SaveState::Saved { at_ms: saved });
                self.accept_server_draft(draft.clone());
                draft
            }
        };
        if let Some(procedure) = reply_procedure(&draft) {
            return Ok(LoadedProcedure {
                procedure: Arc::new(procedure),
                form: fetch_form(self.api, &draft.form).await?,
            });
        }
        let (procedure, form_key) = (draft.procedure, draft.form);
        let (procedure, form) = join(
            self.api.get(&GET_PROCEDURE, &[&procedure], ""),
            fetch_form(self.api, &form_key),
        )
        .await;
        self.obstacle.set(obstacle_in(&procedure, &form, &form_key));
        let form = form?;
        Ok(LoadedProcedure {
            procedure: Arc::new(procedure?),
            form,
        })
    }

    /// Fetches the draft. If it is gone, shows why.
    async fn fetch_draft(self) -> Result<Draft, ClientError> {
        let draft = self.api.get(&GET_DRAFT, &[&self.id()], "").await;
        if let Err(error) = &draft {
            self.note_obstacle(error);
        }
        draft
    }
}

/// The procedure as a reply sees it: only with the components that the office asks for. `None` if the draft isn't a
/// reply. The portal may have changed or withdrawn the procedure since the dossier was filed; a reply doesn't need it.
fn reply_procedure(draft: &Draft) -> Option<Procedure> {
    let reply = draft.reply.as_ref()?;
    let unnamed = || Named {
        key: String::new(),
        name: String::new(),
    };
    Some(Procedure {
        code: draft.procedure.clone(),
        name: draft.procedure_name.clone(),
        agency: unnamed(),
        field: unnamed(),
        level: ServiceLevel::Unknown,
        receiver: String::new(),
        methods: Vec::new(),
        cases: Vec::new(),
        component_groups: vec![ComponentGroup {
            title: None,
            components: reply.components.clone(),
        }],
        results: Vec::new(),
        decision: None,
        notes: Vec::new(),
        updated_on: None,
        source_url: None,
        form: draft.form.clone(),
        parts: Vec::new(),
    })
}

/// Whether the portal still has what the draft points to: its procedure, and the form `form_key` of that procedure.
fn obstacle_in(
    procedure: &Result<Procedure, ClientError>,
    form: &Result<Arc<FormDefinition>, ClientError>,
    form_key: &str,
) -> Option<DraftObstacle> {
    let is_gone = |error: &ClientError| error.is_not_found();
    match (procedure, form) {
        (Err(error), _) => is_gone(error).then_some(DraftObstacle::ProcedureWithdrawn),
        (_, Err(error)) => is_gone(error).then_some(DraftObstacle::FormReplaced),
        (Ok(procedure), Ok(_)) => {
            (procedure.form != form_key).then_some(DraftObstacle::FormReplaced)
        }
    }
}
