//! The ten national statuses in words.

use std::collections::BTreeMap;

use contract::dossier::DossierStatus;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::fault::{ImportFault, Reason};
use super::read::{records, require_text};
use super::sources::Source;

/// A status in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StatusWords {
    /// «Mới đăng ký».
    pub(super) name: String,
    /// What it means for the citizen.
    pub(super) meaning: String,
}

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
    status: DossierStatus,
    name: String,
    meaning: String,
}

/// Reads the statuses: each of the ten, once.
pub(super) fn import(
    source: Source<'_>,
) -> Result<BTreeMap<DossierStatus, StatusWords>, ImportFault> {
    let mut all = BTreeMap::new();
    for record in records::<StatusFile>(source)?.statuses {
        let at = named(record.status);
        require_text(&record.name, "name")
            .and_then(|()| require_text(&record.meaning, "meaning"))
            .map_err(|reason| reason.at(source.file, &at))?;
        let words = StatusWords {
            name: record.name,
            meaning: record.meaning,
        };
        if all.insert(record.status, words).is_some() {
            return Err(Reason::Duplicate.at(source.file, at));
        }
    }
    match DossierStatus::ALL
        .into_iter()
        .find(|status| !all.contains_key(status))
    {
        Some(status) => Err(Reason::Missing.at(source.file, named(status))),
        None => Ok(all),
    }
}

fn named(status: DossierStatus) -> String {
    format!("status {}", u8::from(status))
}
