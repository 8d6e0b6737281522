//! The catalogue and its procedures: import and checks.
//!
//! A procedure names its agency, field and form by key; a key nobody defined is refused here, so that
//! no handler meets one later.

use std::collections::{BTreeMap, BTreeSet};

use contract::procedure::{
    Attach, Case, Catalogue, CatalogueEntry, ComponentGroup, FilingMethod, Level, Named, Procedure,
};
use contract::time::Day;
use domain::calendar::Date;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::fault::{ImportFault, Reason};
use super::read::{is_digits, records, require_text};
use super::sources::{Source, Sources};

/// The procedures by code, and the short form of all of them in order.
#[derive(Debug)]
pub(super) struct Procedures {
    pub(super) catalogue: Catalogue,
    pub(super) by_code: BTreeMap<String, Procedure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CatalogueFile {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    agencies: Vec<Named>,
    fields: Vec<Named>,
    order: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProcedureFile {
    procedures: Vec<ProcedureRecord>,
}

/// [`Procedure`] with keys where it has keys and names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProcedureRecord {
    code: String,
    name: String,
    agency: String,
    field: String,
    level: Level,
    receiver: String,
    methods: Vec<FilingMethod>,
    cases: Vec<Case>,
    component_groups: Vec<ComponentGroup>,
    results: Vec<Named>,
    decision: Option<String>,
    notes: Vec<String>,
    updated_on: Option<Day>,
    source_url: Option<String>,
    form: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AliasFile {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    aliases: BTreeMap<String, Vec<String>>,
}

impl Procedures {
    /// Reads the catalogue, the procedures and their aliases; `has_form` knows the forms' keys.
    pub(super) fn import(
        sources: &Sources<'_>,
        has_form: &dyn Fn(&str) -> bool,
    ) -> Result<Procedures, ImportFault> {
        let file: CatalogueFile = records(sources.catalogue)?;
        let agencies = by_key(&file.agencies, sources.catalogue.file, "agency")?;
        let fields = by_key(&file.fields, sources.catalogue.file, "field")?;

        let mut by_code = BTreeMap::new();
        for source in &sources.procedures {
            for record in records::<ProcedureFile>(*source)?.procedures {
                let at = format!("procedure {}", record.code);
                let procedure = checked(record, &agencies, &fields, has_form)
                    .map_err(|reason| reason.at(source.file, &at))?;
                if by_code.insert(procedure.code.clone(), procedure).is_some() {
                    return Err(Reason::Duplicate.at(source.file, at));
                }
            }
        }

        let mut aliases = aliases(sources.aliases, &by_code)?;
        let mut entries = Vec::with_capacity(by_code.len());
        let mut placed = BTreeSet::new();
        for code in &file.order {
            let at = format!("procedure {code}");
            let Some(procedure) = by_code.get(code) else {
                let reason = Reason::UnknownProcedure(code.clone());
                return Err(reason.at(sources.catalogue.file, at));
            };
            if !placed.insert(code.as_str()) {
                return Err(Reason::Duplicate.at(sources.catalogue.file, at));
            }
            entries.push(entry(procedure, aliases.remove(code).unwrap_or_default()));
        }
        if let Some(code) = by_code.keys().find(|code| !placed.contains(code.as_str())) {
            let at = format!("procedure {code}");
            return Err(Reason::NotInOrder.at(sources.catalogue.file, at));
        }

        let catalogue = Catalogue {
            agencies: file.agencies,
            fields: file.fields,
            procedures: entries,
        };
        Ok(Procedures { catalogue, by_code })
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
    }
}

fn by_key(list: &[Named], file: &str, noun: &str) -> Result<BTreeMap<String, Named>, ImportFault> {
    let mut known = BTreeMap::new();
    for named in list {
        let at = format!("{noun} {}", named.key);
        let slug = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
        if named.key.is_empty() || !named.key.bytes().all(slug) {
            let reason = Reason::BadCode {
                code: named.key.clone(),
                pattern: "lower-case letters and dashes",
            };
            return Err(reason.at(file, at));
        }
        require_text(&named.name, "name").map_err(|reason| reason.at(file, &at))?;
        if known.insert(named.key.clone(), named.clone()).is_some() {
            return Err(Reason::Duplicate.at(file, at));
        }
    }
    Ok(known)
}

fn aliases(
    source: Source<'_>,
    known: &BTreeMap<String, Procedure>,
) -> Result<BTreeMap<String, Vec<String>>, ImportFault> {
    let aliases = records::<AliasFile>(source)?.aliases;
    for (code, words) in &aliases {
        let at = format!("procedure {code}");
        if !known.contains_key(code) {
            return Err(Reason::UnknownProcedure(code.clone()).at(source.file, at));
        }
        for alias in words {
            require_text(alias, "alias").map_err(|reason| reason.at(source.file, &at))?;
        }
    }
    Ok(aliases)
}

fn checked(
    record: ProcedureRecord,
    agencies: &BTreeMap<String, Named>,
    fields: &BTreeMap<String, Named>,
    has_form: &dyn Fn(&str) -> bool,
) -> Result<Procedure, Reason> {
    check_code(&record.code)?;
    require_text(&record.name, "name")?;
    require_text(&record.receiver, "receiver")?;
    for note in &record.notes {
        require_text(note, "note")?;
    }
    check_components(&record.component_groups)?;
    if let Some(day) = &record.updated_on {
        Date::from_iso(&day.0).ok_or_else(|| Reason::NotADay(day.0.clone()))?;
    }
    if let Some(address) = &record.source_url
        && !address.starts_with("https://")
    {
        return Err(Reason::BadAddress(address.clone()));
    }
    if !has_form(&record.form) {
        return Err(Reason::UnknownForm(record.form));
    }
    let Some(agency) = agencies.get(&record.agency) else {
        return Err(Reason::UnknownAgency(record.agency));
    };
    let Some(field) = fields.get(&record.field) else {
        return Err(Reason::UnknownField(record.field));
    };
    Ok(Procedure {
        code: record.code,
        name: record.name,
        agency: agency.clone(),
        field: field.clone(),
        level: record.level,
        receiver: record.receiver,
        methods: record.methods,
        cases: record.cases,
        component_groups: record.component_groups,
        results: record.results,
        decision: record.decision,
        notes: record.notes,
        updated_on: record.updated_on,
        source_url: record.source_url,
        form: record.form,
    })
}

fn check_code(code: &str) -> Result<(), Reason> {
    let holds = code
        .split_once('.')
        .is_some_and(|(head, tail)| is_digits(head, 1) && is_digits(tail, 6));
    if holds {
        return Ok(());
    }
    Err(Reason::BadCode {
        code: code.to_owned(),
        pattern: "a procedure code such as 1.001193",
    })
}

fn check_components(groups: &[ComponentGroup]) -> Result<(), Reason> {
    let mut codes = BTreeSet::new();
    for component in groups.iter().flat_map(|group| &group.components) {
        require_text(&component.code, "component code")?;
        require_text(&component.label, "component label")?;
        let on_paper = component.originals > 0 || component.copies > 0;
        if !on_paper && component.attach != Attach::Nothing {
            return Err(Reason::FileForANote(component.code.clone()));
        }
        if !codes.insert(component.code.as_str()) {
            return Err(Reason::RepeatedComponent(component.code.clone()));
        }
    }
    Ok(())
}
