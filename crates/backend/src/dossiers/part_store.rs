//! The parts of a group's dossier in the store: each a dossier of its own, tied to its whole.

use contract::dossier::DossierStatus;
use rusqlite::{Transaction, params};

use super::dossier_store::{self, StoredDossier, SubmissionOrigin};
use crate::refusal::Refusal;

/// One part, as the store keeps it.
#[derive(Clone, Debug)]
pub(crate) struct StoredPart {
    /// Its key within the group.
    pub(crate) key: String,
    /// What it gives.
    pub(crate) result: String,
    /// Keys of the parts of the same dossier that must be finished first.
    pub(crate) after: Vec<String>,
    /// Its own dossier.
    pub(crate) dossier: StoredDossier,
}

impl StoredPart {
    /// Whether its result is there.
    pub(crate) fn is_finished(&self) -> bool {
        matches!(
            self.dossier.status,
            DossierStatus::Processed | DossierStatus::Returned
        )
    }

    /// Names of the procedures whose results it still waits for; `all` are the parts of its whole. A part that was
    /// refused waits no more.
    pub(crate) fn waits_for(&self, all: &[StoredPart]) -> Vec<String> {
        if self.dossier.status == DossierStatus::Rejected {
            return Vec::new();
        }
        let awaited = all.iter().filter(|part| self.after.contains(&part.key));
        awaited
            .filter(|part| !part.is_finished())
            .map(|part| part.dossier.receipt.procedure.name.clone())
            .collect()
    }
}

/// Keeps a part of `whole`, the `number`th in the order of the work.
pub(super) fn insert(
    transaction: &Transaction<'_>,
    origin: &SubmissionOrigin<'_>,
    whole: &str,
    number: usize,
    part: &StoredPart,
) -> Result<(), Refusal> {
    // The citizen's own key brings the receipt of the whole; no key that he could send has a slash.
    let key = format!("{}/{}", origin.key, part.key);
    dossier_store::insert_row(transaction, origin, &key, &part.dossier)?;
    transaction.execute(
        "INSERT INTO dossier_parts (code, whole, number, part, result, after)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            part.dossier.receipt.code,
            whole,
            number,
            part.key,
            part.result,
            serde_json::to_string(&part.after)?,
        ],
    )?;
    Ok(())
}

/// The parts of a dossier in the order of their work; none of a single procedure's.
pub(crate) fn of_whole(
    transaction: &Transaction<'_>,
    whole: &str,
) -> Result<Vec<StoredPart>, Refusal> {
    let mut rows = transaction.prepare(
        "SELECT code, part, result, after FROM dossier_parts WHERE whole = ?1 ORDER BY number",
    )?;
    let mut rows = rows.query(params![whole])?;
    let mut parts = Vec::new();
    while let Some(row) = rows.next()? {
        let code: String = row.get(0)?;
        parts.push(StoredPart {
            key: row.get(1)?,
            result: row.get(2)?,
            after: serde_json::from_str(&row.get::<_, String>(3)?)?,
            dossier: dossier_store::find_for_officer(transaction, &code)?,
        });
    }
    Ok(parts)
}
