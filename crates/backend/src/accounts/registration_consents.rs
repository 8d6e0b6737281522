//! The consents of a registration. All required purposes must be included, each in its current version. The wording is
//! stored as well, because it is the text that the citizen consented to.

use contract::consent::{ConsentPurpose, GivenConsent};
use rusqlite::Transaction;

use crate::data::Data;
use crate::refusal::Refusal;
use crate::store::consents;

/// Returns 422 if a required purpose is missing, or if a purpose or version is unknown.
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

/// Stores the consents of a new account, with their wordings.
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

/// Finds the portal's purpose that a given consent refers to, in its current version.
fn published<'a>(data: &'a Data, given: &GivenConsent) -> Option<&'a ConsentPurpose> {
    data.consents().iter().find(|purpose| names(given, purpose))
}

/// Whether the consent refers to this purpose in its current version.
fn names(given: &GivenConsent, purpose: &ConsentPurpose) -> bool {
    given.purpose == purpose.key && given.version == purpose.version
}
