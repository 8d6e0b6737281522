//! The fees of a dossier: how the API shows them, and what they prevent.

use contract::payment::{BankTransfer, DossierFee, FeeReceipt};
use domain::payment::transfer_content;
use rusqlite::Transaction;

use super::dossier_store::StoredDossier;
use crate::clock::{self, timestamp};
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::fees::{self, PaidFee, StoredFee};
use crate::store::payments;

/// The fees of a dossier, the newest first. For a group, those of all its parts.
pub(super) fn fees_to_api(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: &StoredDossier,
) -> Result<Vec<DossierFee>, Refusal> {
    let stored = fees::list_of_dossier(transaction, &dossier.receipt.code)?;
    stored
        .into_iter()
        .map(|fee| to_api(transaction, state, dossier, fee))
        .collect()
}

fn to_api(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: &StoredDossier,
    fee: StoredFee,
) -> Result<DossierFee, Refusal> {
    let today = clock::day(state.clock.today());
    let fee_state = fee.state(transaction, &today)?;
    let can_pay = fee.online && fee.can_be_paid(transaction, &today)?;
    let account = state.config.fee_account.as_ref().filter(|_| can_pay);
    let transfer = account.map(|account| BankTransfer {
        bank_name: account.bank_name.clone(),
        bin: account.bin.clone(),
        account: account.account.clone(),
        holder: account.holder.clone(),
        content: transfer_content(&fee.dossier_code),
    });
    let payer = &dossier.receipt.citizen_name;
    Ok(DossierFee {
        online: can_pay && state.payment_gateway.is_some(),
        payment: payments::latest_id(transaction, &fee.id)?,
        receipt: fee.paid.and_then(|paid| receipt(paid, payer)),
        id: fee.id,
        dossier: fee.dossier_code,
        lines: fee.lines,
        total: fee.total,
        state: fee_state,
        reason: fee.reason,
        requested_at: timestamp(fee.requested_at),
        until: fee.until,
        counter: fee.counter,
        transfer,
        proof: fee.proof,
    })
}

/// The receipt of a paid fee. `None` if nothing had to be paid.
fn receipt(paid: PaidFee, payer: &str) -> Option<FeeReceipt> {
    Some(FeeReceipt {
        number: paid.receipt_number?,
        issued_at: timestamp(paid.at),
        collector: paid.collector,
        payer: payer.to_owned(),
        paid_by: paid.by,
        transaction: paid.transaction_number,
    })
}
