//! Turns a complete draft into a dossier with a code, a receipt and the first history entry.
//!
//! A group becomes one dossier for the group and one dossier for each part. The dossier of a part has its own agency,
//! code, declaration and due date. All of this happens in one transaction, so a part never exists without its group.

use contract::dossier::DossierStatus;
use contract::draft::ForWhom;
use contract::form::Answers;
use contract::named::Named;
use contract::place::PlaceRef;
use contract::procedure::Procedure;
use contract::receipt::{Receipt, ReceiptPart};
use contract::time::Day;
use domain::calendar::{VietnamTime, compute_due_date};
use domain::status::Actor;
use rusqlite::Transaction;

use super::completeness::{CompleteDossier, CompletePartDossier};
use super::dossier_store::{self, StoredDossier, SubmissionOrigin};
use super::history::{self, HistoryStep};
use super::numbering;
use super::part_store::{self, StoredPart};
use super::terms;
use crate::auth::extractors::Citizen;
use crate::clock;
use crate::refusal::Refusal;
use crate::state::AppState;

/// Data of a filing that isn't part of the draft's content.
pub(super) struct Filing<'a> {
    /// The citizen who files the dossier.
    pub(super) citizen: &'a Citizen,
    /// The request that submits the draft.
    pub(super) origin: SubmissionOrigin<'a>,
    /// Key of the draft's form.
    pub(super) form: String,
    /// The person for whom the citizen files the dossier.
    pub(super) for_whom: ForWhom,
}

impl Filing<'_> {
    /// Stores the dossier and its parts, and returns the receipt.
    pub(super) fn save(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        complete: CompleteDossier,
    ) -> Result<Receipt, Refusal> {
        let today = state.clock.today();
        let due_on = due_date(&complete.procedure, state);
        let mut receipt = Receipt {
            due_on_provisional: is_provisional(due_on.as_ref(), state),
            code: numbering::next_code(transaction, &agency_code(state, &complete.place)?, today)?,
            due_on,
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
            let part = self.new_part(transaction, state, &receipt, part)?;
            receipt.parts.push(receipt_part(&part));
            parts.push(part);
        }
        let whole = self.new_dossier(receipt, self.form.clone(), complete.answers, state);
        dossier_store::insert(transaction, &self.origin, &whole)?;
        terms::begin_term(transaction, state, &whole)?;
        // A group has no deadline of its own. Its parts have deadlines.
        self.start_history(transaction, state, &whole, parts.is_empty())?;
        let code = &whole.receipt.code;
        for (number, part) in parts.iter().enumerate() {
            part_store::insert(transaction, &self.origin, code, number, part)?;
            terms::begin_term(transaction, state, &part.dossier)?;
            self.start_history(transaction, state, &part.dossier, part.after.is_empty())?;
        }
        Ok(whole.receipt)
    }

    /// Creates the dossier of a part, with its own code and receipt.
    fn new_part(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        whole: &Receipt,
        part: CompletePartDossier,
    ) -> Result<StoredPart, Refusal> {
        let agency_code = agency_code(state, &part.place)?;
        // The processing time of a part starts when the part can start. A part that waits has no due date yet.
        let due_on = part
            .after
            .is_empty()
            .then(|| due_date(&part.procedure, state))
            .flatten();
        let receipt = Receipt {
            code: numbering::next_code(transaction, &agency_code, state.clock.today())?,
            procedure: named(&part.procedure),
            agency_name: part.agency_name,
            citizen_name: whole.citizen_name.clone(),
            sent_at: whole.sent_at.clone(),
            due_on_provisional: is_provisional(due_on.as_ref(), state),
            due_on,
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
                ..self.new_dossier(receipt, part.form, part.answers, state)
            },
        })
    }

    /// Creates a dossier with the status «Mới đăng ký».
    fn new_dossier(
        &self,
        receipt: Receipt,
        form: String,
        answers: Answers,
        state: &AppState,
    ) -> StoredDossier {
        StoredDossier {
            whole: None,
            for_whom: self.for_whom,
            due_on: receipt.due_on.clone(),
            answers,
            files: receipt.files.clone(),
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

    /// Records the first history entry, «Gửi hồ sơ». A part that waits for other parts has no deadline yet.
    fn start_history(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        dossier: &StoredDossier,
        starts_now: bool,
    ) -> Result<(), Refusal> {
        let today = clock::day(state.clock.today());
        let due_on = dossier.due_on.as_ref();
        let deadline = || {
            history::deadline(
                DossierStatus::Registered,
                &today,
                due_on,
                state.data.office_calendar(),
            )
        };
        let step = HistoryStep {
            at: state.clock.now(),
            status: DossierStatus::Registered,
            action: "Gửi hồ sơ",
            by: Actor::Citizen,
            office: &dossier.office,
            handler: None,
            note: None,
            deadline: starts_now.then(deadline).flatten(),
        };
        history::record_step(transaction, &dossier.receipt.code, &step, &today)
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

fn receipt_part(part: &StoredPart) -> ReceiptPart {
    let receipt = &part.dossier.receipt;
    ReceiptPart {
        code: receipt.code.clone(),
        procedure: receipt.procedure.clone(),
        agency_name: receipt.agency_name.clone(),
        result: part.result.clone(),
        due_on: receipt.due_on.clone(),
        due_on_provisional: receipt.due_on_provisional,
        delivery: receipt.delivery.clone(),
    }
}

fn is_provisional(due_on: Option<&Day>, state: &AppState) -> bool {
    due_on.is_some_and(|day| state.data.is_provisional(day))
}

/// The due date of a procedure that starts now. `None` if no processing time is stated.
pub(super) fn due_date(procedure: &Procedure, state: &AppState) -> Option<Day> {
    let time = terms::processing_time(procedure)?;
    let now = VietnamTime::at(state.clock.now());
    let due_on = compute_due_date(now, time, state.data.office_calendar())?;
    Some(Day(due_on.to_iso()))
}
