//! Begins a draft with the answers of an earlier dossier («Nộp hồ sơ tương tự»). Files and declarations aren't copied: the
//! citizen attaches current files, and makes the declarations again.

use contract::form::Answers;
use domain::draft::add_entry_ids;
use domain::form::copied_answers;
use rusqlite::Transaction;

use crate::data::Data;
use crate::dossiers::dossier_store;
use crate::refusal::Refusal;
use crate::store::drafts::StoredDraft;

/// The answers of the dossier `code` that fit the form of `draft`.
///
/// # Errors
///
/// `NotFound` if the account has no such dossier. `InvalidAnswers` if it is of another procedure. `FormChanged` if the
/// procedure has another form now.
pub(super) fn answers_of(
    transaction: &Transaction<'_>,
    data: &Data,
    account_id: i64,
    code: &str,
    draft: &StoredDraft,
) -> Result<Answers, Refusal> {
    let dossier = dossier_store::find(transaction, account_id, code)?;
    if dossier.receipt.procedure.key != draft.procedure {
        return Err(Refusal::invalid_property("/copy_of", "const"));
    }
    if dossier.form != draft.form {
        return Err(Refusal::FormChanged(Vec::new()));
    }
    let form = data
        .definition(&draft.form)
        .ok_or_else(|| Refusal::internal("a draft has a form that isn't in the data"))?;
    let mut answers = copied_answers(form, &dossier.answers);
    add_entry_ids(&mut answers);
    Ok(answers)
}
