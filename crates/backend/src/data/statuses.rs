//! Import of the names of the ten national dossier statuses.

use std::collections::BTreeMap;

use contract::dossier::DossierStatus;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::error::{ImportError, ImportErrorReason};
use super::read::{records, require_text};
use super::sources::Source;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatusFile {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    statuses: Vec<StatusRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatusRecord {
    status: u8,
    name: String,
}

/// Reads the official name of each status.
pub(super) fn import(source: Source<'_>) -> Result<BTreeMap<DossierStatus, String>, ImportError> {
    let mut all = BTreeMap::new();
    for record in records::<StatusFile>(source)?.statuses {
        let at = format!("status {}", record.status);
        let status = DossierStatus::try_from(record.status).map_err(|error| {
            ImportErrorReason::Unreadable(error.to_string()).at(source.file, &at)
        })?;
        require_text(&record.name, "name").map_err(|reason| reason.at(source.file, &at))?;
        if all.insert(status, record.name).is_some() {
            return Err(ImportErrorReason::Duplicate.at(source.file, at));
        }
    }
    match DossierStatus::ALL
        .into_iter()
        .find(|status| !all.contains_key(status))
    {
        Some(status) => Err(ImportErrorReason::Missing.at(source.file, record_name(status))),
        None => Ok(all),
    }
}

fn record_name(status: DossierStatus) -> String {
    format!("status {}", u8::from(status))
}
