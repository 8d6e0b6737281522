//! Provinces and communes: their import and their names. Also computes the agency code, which is the first part of a
//! dossier code.

use std::collections::{BTreeMap, BTreeSet};

use contract::place::{Commune, PlaceRef, Province};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::error::{ImportError, ImportErrorReason};
use super::read::{is_digits, records, require_text};
use super::sources::Source;

/// The provinces and communes. They are found by their codes from the National Statistics Office (NSO).
#[derive(Debug)]
pub(super) struct Places {
    provinces: Vec<Province>,
    by_code: BTreeMap<String, ProvinceEntry>,
}

/// The name, agency number and communes of a province. The agency number is the first part of an agency code.
#[derive(Debug)]
struct ProvinceEntry {
    name: String,
    agency: String,
    communes: Vec<Commune>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvinceFile {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    provinces: Vec<ProvinceRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvinceRecord {
    code: String,
    name: String,
    absorbed: Vec<String>,
    agency: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommuneFile {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    provinces: Vec<CommuneRecords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommuneRecords {
    province: String,
    communes: Vec<Commune>,
}

impl Places {
    /// Reads the provinces and the communes.
    pub(super) fn import(
        provinces: Source<'_>,
        communes: Source<'_>,
    ) -> Result<Places, ImportError> {
        let mut places = Places {
            provinces: Vec::new(),
            by_code: BTreeMap::new(),
        };
        let mut agencies = BTreeSet::new();
        for record in records::<ProvinceFile>(provinces)?.provinces {
            let at = format!("province {}", record.code);
            places
                .add_province(record, &mut agencies)
                .map_err(|reason| reason.at(provinces.file, at))?;
        }
        let mut codes = BTreeSet::new();
        for record in records::<CommuneFile>(communes)?.provinces {
            places.add_communes(record, communes.file, &mut codes)?;
        }
        match places
            .by_code
            .iter()
            .find(|(_, entry)| entry.communes.is_empty())
        {
            Some((code, _)) => {
                Err(ImportErrorReason::Nothing.at(communes.file, format!("province {code}")))
            }
            None => Ok(places),
        }
    }

    fn add_province(
        &mut self,
        record: ProvinceRecord,
        agencies: &mut BTreeSet<String>,
    ) -> Result<(), ImportErrorReason> {
        require_code(&record.code, is_digits(&record.code, 2), "two digits")?;
        let number = record
            .agency
            .strip_prefix('H')
            .is_some_and(|digits| is_digits(digits, 2));
        require_code(&record.agency, number, "an agency number such as H50")?;
        require_text(&record.name, "name")?;
        if !agencies.insert(record.agency.clone()) {
            return Err(ImportErrorReason::Duplicate);
        }
        let entry = ProvinceEntry {
            name: record.name.clone(),
            agency: record.agency,
            communes: Vec::new(),
        };
        if self.by_code.insert(record.code.clone(), entry).is_some() {
            return Err(ImportErrorReason::Duplicate);
        }
        self.provinces.push(Province {
            code: record.code,
            name: record.name,
            absorbed: record.absorbed,
        });
        Ok(())
    }

    fn add_communes(
        &mut self,
        record: CommuneRecords,
        file: &str,
        codes: &mut BTreeSet<String>,
    ) -> Result<(), ImportError> {
        let Some(entry) = self.by_code.get_mut(&record.province) else {
            let at = format!("province {}", record.province);
            return Err(ImportErrorReason::UnknownProvince(record.province).at(file, at));
        };
        for commune in &record.communes {
            let at = format!("commune {}", commune.code);
            require_code(&commune.code, is_digits(&commune.code, 5), "five digits")
                .and_then(|()| require_text(&commune.name, "name"))
                .and_then(|()| match codes.insert(commune.code.clone()) {
                    true => Ok(()),
                    false => Err(ImportErrorReason::Duplicate),
                })
                .map_err(|reason| reason.at(file, at))?;
        }
        entry.communes.extend(record.communes);
        Ok(())
    }

    /// The provinces, in the order of the file.
    pub(super) fn provinces(&self) -> &[Province] {
        &self.provinces
    }

    /// The communes of a province. `None` if no province has this code.
    pub(super) fn communes(&self, province: &str) -> Option<&[Commune]> {
        self.by_code
            .get(province)
            .map(|entry| entry.communes.as_slice())
    }

    /// The names of the commune and of the province. `None` if the province has no commune with this code.
    pub(super) fn names(&self, place: &PlaceRef) -> Option<(&str, &str)> {
        let entry = self.by_code.get(&place.province)?;
        let commune = find(entry, &place.commune)?;
        Some((&commune.name, &entry.name))
    }

    /// The agency code of a commune, such as `H50.19.624`. `None` if the province has no commune with this code.
    pub(super) fn agency_code(&self, place: &PlaceRef) -> Option<String> {
        let entry = self.by_code.get(&place.province)?;
        let (head, tail) = find(entry, &place.commune)?.code.split_at_checked(2)?;
        Some(format!("{}.{head}.{tail}", entry.agency))
    }
}

fn find<'a>(entry: &'a ProvinceEntry, commune: &str) -> Option<&'a Commune> {
    entry.communes.iter().find(|known| known.code == commune)
}

fn require_code(code: &str, holds: bool, pattern: &'static str) -> Result<(), ImportErrorReason> {
    if holds {
        return Ok(());
    }
    Err(ImportErrorReason::BadCode {
        code: code.to_owned(),
        pattern,
    })
}
