//! A draft that lacks nothing becomes a dossier: numbered, with its receipt and the first entry of its history. A
//! group becomes one dossier, and one more for each part, with its own agency, number, declaration and date; all in
//! the transaction of the caller, so that there is never a part without its whole.

use contract::dossier::DossierStatus;
use contract::draft::ForWhom;
use contract::form::Answers;
use contract::named::Named;
use contract::place::PlaceRef;
use contract::procedure::{Channel, Procedure, ProcessingTime};
use contract::receipt::{Receipt, ReceiptPart};
use contract::time::Day;
use domain::calendar::{Date, due_on};
use rusqlite::Transaction;

use super::completeness::{CompleteDossier, CompletePartDossier};
use super::dossier_store::{self, StoredDossier, SubmissionOrigin};
use super::history::{self, HistoryStep};
use super::numbering;
use super::part_store::{self, StoredPart};
use crate::auth::extractors::Citizen;
use crate::clock;
use crate::refusal::Refusal;
use crate::state::AppState;

/// Who files what, for whom.
pub(super) struct Filing<'a> {
    /// The citizen.
    pub(super) citizen: &'a Citizen,
    /// The request that it came with.
    pub(super) origin: SubmissionOrigin<'a>,
    /// Key of the form.
    pub(super) form: String,
    /// Whom it is for.
    pub(super) for_whom: ForWhom,
}

impl Filing<'_> {
    /// Keeps the dossier and its parts, and gives the receipt.
    pub(super) fn keep(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        complete: CompleteDossier,
    ) -> Result<Receipt, Refusal> {
        let today = state.clock.today();
        let mut receipt = Receipt {
            code: numbering::next_code(transaction, &agency_code(state, &complete.place)?, today)?,
            due_on: due(&complete.procedure, state),
            procedure: named(&complete.procedure),
            agency_name: complete.agency_name,
            citizen_name: self.citizen.account.name.clone(),
            sent_at: clock::timestamp(state.clock.now()),
            files: complete.files,
            answers: u32::try_from(complete.answers.len()).unwrap_or(u32::MAX),
            delivery: complete.delivery,
            parts: Vec::new(),
        };
        let mut parts = Vec::new();
        for part in complete.parts {
            let part = self.part(transaction, state, &receipt, part)?;
            receipt.parts.push(on_receipt(&part));
            parts.push(part);
        }
        let whole = self.registered(receipt, self.form.clone(), complete.answers, state);
        dossier_store::insert(transaction, &self.origin, &whole)?;
        // By when something is to be done is said of the parts.
        self.begin_history(transaction, state, &whole, parts.is_empty())?;
        let code = &whole.receipt.code;
        for (number, part) in parts.iter().enumerate() {
            part_store::insert(transaction, &self.origin, code, number, part)?;
            self.begin_history(transaction, state, &part.dossier, part.after.is_empty())?;
        }
        Ok(whole.receipt)
    }

    fn part(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        whole: &Receipt,
        part: CompletePartDossier,
    ) -> Result<StoredPart, Refusal> {
        let agency_code = agency_code(state, &part.place)?;
        // Its time runs from when it can begin.
        let due_on = part.after.is_empty().then(|| due(&part.procedure, state));
        let receipt = Receipt {
            code: numbering::next_code(transaction, &agency_code, state.clock.today())?,
            procedure: named(&part.procedure),
            agency_name: part.agency_name,
            citizen_name: whole.citizen_name.clone(),
            sent_at: whole.sent_at.clone(),
            due_on: due_on.flatten(),
            files: part.files,
            answers: u32::try_from(part.answers.len()).unwrap_or(u32::MAX),
            delivery: part.delivery,
            parts: Vec::new(),
        };
        Ok(StoredPart {
            key: part.key,
            result: part.result,
            after: part.after,
            dossier: StoredDossier {
                whole: Some(whole.code.clone()),
                ..self.registered(receipt, part.form, part.answers, state)
            },
        })
    }

    fn registered(
        &self,
        receipt: Receipt,
        form: String,
        answers: Answers,
        state: &AppState,
    ) -> StoredDossier {
        StoredDossier {
            phone: self.citizen.account.phone.clone(),
            whole: None,
            for_whom: self.for_whom,
            due_on: receipt.due_on.clone(),
            answers,
            form,
            status: DossierStatus::Registered,
            open_fee: false,
            withdrawn: false,
            office: history::front_office(&receipt.agency_name),
            handler: None,
            note: None,
            updated_at: state.clock.now(),
            receipt,
        }
    }

    fn begin_history(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        dossier: &StoredDossier,
        begins_now: bool,
    ) -> Result<(), Refusal> {
        let today = clock::day(state.clock.today());
        let due_on = dossier.due_on.as_ref();
        let deadline = || {
            history::deadline(
                DossierStatus::Registered,
                &today,
                due_on,
                state.data.holidays(),
            )
        };
        let step = HistoryStep {
            at: state.clock.now(),
            status: DossierStatus::Registered,
            action: "Gửi hồ sơ",
            office: &dossier.office,
            handler: None,
            note: None,
            deadline: begins_now.then(deadline).flatten(),
        };
        history::record(transaction, &dossier.receipt.code, &step, &today)
    }
}

fn agency_code(state: &AppState, place: &PlaceRef) -> Result<String, Refusal> {
    let code = state.data.agency_code(place);
    code.ok_or_else(|| Refusal::internal("a chosen agency has no code"))
}

fn named(procedure: &Procedure) -> Named {
    Named {
        key: procedure.code.clone(),
        name: procedure.name.clone(),
    }
}

fn on_receipt(part: &StoredPart) -> ReceiptPart {
    let receipt = &part.dossier.receipt;
    ReceiptPart {
        code: receipt.code.clone(),
        procedure: receipt.procedure.clone(),
        agency_name: receipt.agency_name.clone(),
        result: part.result.clone(),
        due_on: receipt.due_on.clone(),
        delivery: receipt.delivery.clone(),
    }
}

/// When a procedure that begins today is due: by the time of the online way where the record gives one, else of
/// any way.
pub(super) fn due(procedure: &Procedure, state: &AppState) -> Option<Day> {
    let online = procedure
        .methods
        .iter()
        .filter(|method| method.channel == Channel::Online);
    let time: &ProcessingTime = online
        .chain(&procedure.methods)
        .find_map(|method| method.time.as_ref())?;
    let today = Date::from_iso(&clock::day(state.clock.today()).0)?;
    Some(Day(due_on(today, time, state.data.holidays()).iso()))
}
