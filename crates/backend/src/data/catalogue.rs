//! The catalogue: a short entry for each procedure and each group. The procedures and groups that citizens request most
//! come first.

use std::collections::{BTreeMap, BTreeSet};

use contract::named::Named;
use contract::procedure::{Catalogue, CatalogueEntry, Procedure};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::error::{ImportError, ImportErrorReason};
use super::read::{records, require_text};
use super::sources::Source;

/// Everyday names of procedures and groups, by procedure code.
pub(super) type Aliases = BTreeMap<String, Vec<String>>;

/// The content of `catalogue.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CatalogueFile {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    /// The agencies that are responsible for procedures (cơ quan thực hiện).
    pub(super) agencies: Vec<Named>,
    /// The fields (lĩnh vực): the subject areas of procedures.
    pub(super) fields: Vec<Named>,
    /// Codes of all procedures and groups, in the order of the catalogue.
    order: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AliasFile {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    aliases: Aliases,
}

impl CatalogueFile {
    /// Builds the catalogue of all procedures and groups in `by_code`. `file` is the name of the catalogue's file, for
    /// error messages.
    ///
    /// # Errors
    ///
    /// The order doesn't contain each procedure exactly once.
    pub(super) fn catalogue(
        self,
        file: &str,
        by_code: &BTreeMap<String, Procedure>,
        mut aliases: Aliases,
    ) -> Result<Catalogue, ImportError> {
        let mut entries = Vec::with_capacity(by_code.len());
        let mut placed = BTreeSet::new();
        for code in &self.order {
            let at = format!("procedure {code}");
            let Some(procedure) = by_code.get(code) else {
                return Err(ImportErrorReason::UnknownProcedure(code.clone()).at(file, at));
            };
            if !placed.insert(code.as_str()) {
                return Err(ImportErrorReason::Duplicate.at(file, at));
            }
            entries.push(entry(procedure, aliases.remove(code).unwrap_or_default()));
        }
        if let Some(code) = by_code.keys().find(|code| !placed.contains(code.as_str())) {
            return Err(ImportErrorReason::NotInOrder.at(file, format!("procedure {code}")));
        }
        Ok(Catalogue {
            agencies: self.agencies,
            fields: self.fields,
            procedures: entries,
        })
    }
}

fn entry(procedure: &Procedure, aliases: Vec<String>) -> CatalogueEntry {
    CatalogueEntry {
        code: procedure.code.clone(),
        name: procedure.name.clone(),
        aliases,
        agency: procedure.agency.key.clone(),
        field: procedure.field.key.clone(),
        level: procedure.level,
        receiver: procedure.receiver.clone(),
        group: !procedure.parts.is_empty(),
    }
}

/// Indexes agencies or fields by key, and validates their keys and names. Keys are part of URLs, so they may contain
/// only lower-case letters and dashes.
pub(super) fn by_key(
    list: &[Named],
    file: &str,
    noun: &str,
) -> Result<BTreeMap<String, Named>, ImportError> {
    let mut known = BTreeMap::new();
    for named in list {
        let at = format!("{noun} {}", named.key);
        let slug = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
        if named.key.is_empty() || !named.key.bytes().all(slug) {
            let reason = ImportErrorReason::BadCode {
                code: named.key.clone(),
                pattern: "lower-case letters and dashes",
            };
            return Err(reason.at(file, at));
        }
        require_text(&named.name, "name").map_err(|reason| reason.at(file, &at))?;
        if known.insert(named.key.clone(), named.clone()).is_some() {
            return Err(ImportErrorReason::Duplicate.at(file, at));
        }
    }
    Ok(known)
}

/// Reads the everyday names of procedures.
pub(super) fn aliases(
    source: Source<'_>,
    known: &BTreeMap<String, Procedure>,
) -> Result<Aliases, ImportError> {
    let aliases = records::<AliasFile>(source)?.aliases;
    for (code, words) in &aliases {
        let at = format!("procedure {code}");
        if !known.contains_key(code) {
            return Err(ImportErrorReason::UnknownProcedure(code.clone()).at(source.file, at));
        }
        for alias in words {
            require_text(alias, "alias").map_err(|reason| reason.at(source.file, &at))?;
        }
    }
    Ok(aliases)
}
