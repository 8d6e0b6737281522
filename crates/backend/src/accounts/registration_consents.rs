//! The consents of a registration: all required purposes, each in its current version. The wording is stored, because
//! it is what the citizen consented to.

use contract::consent::{ConsentPurpose, GivenConsent};
use rusqlite::Transaction;

use crate::data::Data;
use crate::refusal::Refusal;
use crate::store::consents;

/// 422 if a required purpose is missing, or an unknown purpose or version is named.
pub(super) fn check_consents(data: &Data, given: &[GivenConsent]) -> Result<(), Refusal> {
    if given.iter().any(|one| published(data, one).is_none()) {
        return Err(Refusal::invalid_property("/consents", "enum"));
    }
    let missing = |purpose: &ConsentPurpose| {
        purpose.required && !given.iter().any(|one| one.purpose == purpose.key)
    };
    if data.consents().iter().any(missing) {
        return Err(Refusal::invalid_property("/consents", "required"));
    }
    Ok(())
}

/// Stores the consents of a new account.
pub(super) fn save_consents(
    transaction: &Transaction<'_>,
    data: &Data,
    account_id: i64,
    given: &[GivenConsent],
    now: i64,
) -> Result<(), Refusal> {
    let is_given = |purpose: &&ConsentPurpose| given.iter().any(|one| names(one, purpose));
    for purpose in data.consents().iter().filter(is_given) {
        consents::give(transaction, account_id, purpose, now)?;
    }
    Ok(())
}

/// The published purpose that a given consent refers to.
fn published<'a>(data: &'a Data, given: &GivenConsent) -> Option<&'a ConsentPurpose> {
    data.consents().iter().find(|purpose| names(given, purpose))
}

/// Whether the consent refers to this purpose in its current version.
fn names(given: &GivenConsent, purpose: &ConsentPurpose) -> bool {
    given.purpose == purpose.key && given.version == purpose.version
}
