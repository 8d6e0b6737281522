//! Table of the parts of groups. Each part has its own dossier, which belongs to the group's dossier.

use contract::dossier::DossierStatus;
use rusqlite::{Transaction, params};

use super::dossier_store::{self, StoredDossier, SubmissionOrigin};
use crate::refusal::Refusal;

/// A part as the database stores it.
#[derive(Clone, Debug)]
pub(crate) struct StoredPart {
    /// Key of the part within the group.
    pub(crate) key: String,
    /// Description of the part's result.
    pub(crate) result: String,
    /// Keys of the parts of the same group that must be finished before this part can start.
    pub(crate) after: Vec<String>,
    /// The dossier of the part.
    pub(crate) dossier: StoredDossier,
}

impl StoredPart {
    /// Whether the part's result exists.
    pub(crate) fn is_finished(&self) -> bool {
        matches!(
            self.dossier.status,
            DossierStatus::Processed | DossierStatus::Returned
        )
    }

    /// Names of the procedures that this part still waits for. `all` contains all parts of the group. Empty for a
    /// rejected part.
    pub(crate) fn waits_for(&self, all: &[StoredPart]) -> Vec<String> {
        if self.dossier.status == DossierStatus::Rejected {
            return Vec::new();
        }
        let predecessors = all.iter().filter(|part| self.after.contains(&part.key));
        predecessors
            .filter(|part| !part.is_finished())
            .map(|part| part.dossier.receipt.procedure.name.clone())
            .collect()
    }
}

/// Whether the dossier is a part of a group that waits for the result of another part.
pub(crate) fn waits(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
) -> Result<bool, Refusal> {
    let Some(whole) = &dossier.whole else {
        return Ok(false);
    };
    let parts = load_parts(transaction, whole)?;
    let code = &dossier.receipt.code;
    let mut same = parts
        .iter()
        .filter(|part| part.dossier.receipt.code == *code);
    Ok(same.any(|part| !part.waits_for(&parts).is_empty()))
}

/// Inserts a part of the group's dossier. `whole` is the code of the group's dossier, and `number` is the position of
/// the part in processing order.
pub(super) fn insert(
    transaction: &Transaction<'_>,
    origin: &SubmissionOrigin<'_>,
    whole: &str,
    number: usize,
    part: &StoredPart,
) -> Result<(), Refusal> {
    // The idempotency key of the citizen's request is stored with the group's dossier, and keys must be unique. So the
    // part gets a key with a slash, which a request's key can't contain.
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

/// Loads the parts of a group's dossier in processing order. Empty if the dossier isn't a group.
pub(crate) fn load_parts(
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
