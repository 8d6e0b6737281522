//! Conversion of stored dossiers to API types.

use contract::Day;
use contract::dossier::{Dossier, DossierItem, DossierPart, DossierStatus, Tab};
use contract::receipt::Receipt;
use domain::form::filed_person;
use domain::status::DossierState;
use rusqlite::Transaction;

use super::dossier_store::StoredDossier;
use super::fees;
use super::part_store::{self, StoredPart};
use super::{
    citizen_actions, conversation_store, history, progress, rating, result_store, supplement_store,
    terms,
};
use crate::clock::{self, timestamp};
use crate::data::Data;
use crate::refusal::Refusal;
use crate::state::AppState;

impl StoredDossier {
    /// What decides in which tab the dossier is listed.
    pub(super) fn state(&self) -> DossierState {
        DossierState {
            status: self.status,
            has_open_fee: self.open_fee,
            is_withdrawn: self.withdrawn,
        }
    }

    /// The tab in which the dossier is listed.
    pub(crate) fn tab(&self) -> Tab {
        self.state().tab()
    }

    /// The date on which the result is due. `None` if the dossier was rejected or withdrawn, because it will have no
    /// result.
    pub(super) fn expected_on(&self) -> Option<Day> {
        let ends_without = self.status == DossierStatus::Rejected || self.withdrawn;
        self.due_on.clone().filter(|_| !ends_without)
    }

    /// Whether the due date may move, because the holidays of its year aren't known.
    pub(crate) fn is_provisional(&self, data: &Data) -> bool {
        let due_on = self.expected_on();
        due_on.is_some_and(|day| data.is_provisional(&day))
    }

    /// Converts the dossier to its API type. If it is a group, the parts are included.
    pub(crate) fn into_api(
        self,
        transaction: &Transaction<'_>,
        state: &AppState,
    ) -> Result<Dossier, Refusal> {
        let (data, now) = (&state.data, state.clock.now());
        let today = clock::day(state.clock.today());
        let fees = fees::fees_to_api(transaction, state, &self)?;
        let tab = self.tab();
        let parts = part_store::load_parts(transaction, &self.receipt.code)?;
        let siblings = match &self.whole {
            Some(whole) => part_store::load_parts(transaction, whole)?,
            None => Vec::new(),
        };
        let own_code = &self.receipt.code;
        let itself = siblings
            .iter()
            .find(|part| part.dossier.receipt.code == *own_code);
        let waiting_for = match itself {
            Some(part) => progress::part_waiting_for(transaction, part, &siblings, &today)?,
            None => progress::waiting_for(transaction, &self, &parts, &today)?,
        };
        let stuck = progress::stuck_steps(transaction, &self, &parts, &today)?;
        let due = terms::explain(transaction, data, &self)?;
        let result = itself.map(|part| part.result.clone());
        let waits_for = itself.map(|part| part.waits_for(&siblings));
        let rating = rating::find(transaction, own_code)?;
        let actions =
            citizen_actions::possible_actions(transaction, data, &self, rating.as_ref(), &today)?;
        let messages = conversation_store::count(transaction, own_code)?;
        let results = result_store::list(transaction, own_code)?;
        let handover = result_store::find_handover(transaction, own_code)?;
        let (due_on, due_on_provisional) = (self.expected_on(), self.is_provisional(data));
        let Receipt {
            code,
            procedure,
            agency_name,
            sent_at,
            delivery,
            ..
        } = self.receipt;
        Ok(Dossier {
            history: history::load_history(transaction, &code, &today)?,
            waiting_for: Some(waiting_for),
            stuck,
            due,
            procedure,
            agency_name,
            status: self.status,
            tab,
            sent_at,
            due_on,
            due_on_provisional,
            office: self.office,
            handler: self.handler,
            note: self.note,
            answers: self.answers,
            form: self.form,
            files: self.files,
            delivery,
            for_whom: self.for_whom,
            supplement: supplement_store::find_open_with_reply(transaction, &code, now)?,
            sent_supplements: supplement_store::list_sent(transaction, &code)?,
            parts: parts
                .iter()
                .map(|part| part_to_api(transaction, part, &parts, state))
                .collect::<Result<_, Refusal>>()?,
            group_code: self.whole,
            result,
            waits_for: waits_for.unwrap_or_default(),
            fees,
            results,
            handover,
            actions,
            messages: (messages.total > 0).then_some(messages),
            rating,
            code,
        })
    }

    /// Converts the dossier to the API type of a list entry.
    pub(super) fn into_list_item(
        self,
        transaction: &Transaction<'_>,
        state: &AppState,
    ) -> Result<DossierItem, Refusal> {
        let parts = part_store::load_parts(transaction, &self.receipt.code)?;
        let today = clock::day(state.clock.today());
        let form = state.data.definition(&self.form);
        let person = form.and_then(|form| filed_person(form, &self.answers, self.for_whom));
        Ok(DossierItem::Dossier {
            due_on: self.expected_on(),
            due_on_provisional: self.is_provisional(&state.data),
            waiting_for: Some(progress::waiting_for(transaction, &self, &parts, &today)?),
            stuck: progress::stuck_steps(transaction, &self, &parts, &today)?,
            person,
            for_whom: self.for_whom,
            code: self.receipt.code,
            procedure: self.receipt.procedure.key,
            procedure_name: self.receipt.procedure.name,
            agency_name: self.receipt.agency_name,
            status: self.status,
            sent_at: Some(self.receipt.sent_at),
            updated_at: timestamp(self.updated_at),
        })
    }
}

/// Converts one part of a group to its API type. `all` contains all parts of the group.
fn part_to_api(
    transaction: &Transaction<'_>,
    part: &StoredPart,
    all: &[StoredPart],
    state: &AppState,
) -> Result<DossierPart, Refusal> {
    let (data, now) = (&state.data, state.clock.now());
    let today = clock::day(state.clock.today());
    let dossier = &part.dossier;
    let code = &dossier.receipt.code;
    Ok(DossierPart {
        supplement: supplement_store::find_open_with_reply(transaction, code, now)?,
        key: part.key.clone(),
        code: dossier.receipt.code.clone(),
        procedure: dossier.receipt.procedure.clone(),
        agency_name: dossier.receipt.agency_name.clone(),
        result: part.result.clone(),
        status: dossier.status,
        office: dossier.office.clone(),
        due_on: dossier.expected_on(),
        due_on_provisional: dossier.is_provisional(data),
        waiting_for: Some(progress::part_waiting_for(transaction, part, all, &today)?),
        note: dossier.note.clone(),
        waits_for: part.waits_for(all),
    })
}
