//! Import of procedures.
//!
//! A procedure refers to its agency, field and form by key. Its conditions refer to questions of the form. An unknown
//! reference is an import error, so the handlers can assume that everything that a procedure refers to exists.

use std::collections::{BTreeMap, BTreeSet};

use contract::form::{Answers, Condition};
use contract::group::Part;
use contract::named::Named;
use contract::procedure::{
    AttachmentRequirement, Channel, Component, ComponentGroup, FeeKind, FilingMethod, Procedure,
    ProcedureCase, ServiceLevel, TimeUnit,
};
use contract::time::Day;
use domain::calendar::Date;
use domain::form::{FormDefinition, is_condition_met};
use serde::Deserialize;

use super::error::{ImportError, ImportErrorReason};
use super::forms::LoadedForm;
use super::patterns;
use super::read::{is_digits, records, require_text};
use super::sources::Source;

/// Everything that a procedure can refer to.
pub(super) struct KnownKeys<'a> {
    /// The agencies, by key.
    pub(super) agencies: BTreeMap<String, Named>,
    /// The fields, by key.
    pub(super) fields: BTreeMap<String, Named>,
    /// The forms, by key.
    pub(super) forms: &'a BTreeMap<String, LoadedForm>,
}

impl<'a> KnownKeys<'a> {
    /// Returns the form with this key, or an import error if no form has the key.
    pub(super) fn form(&self, key: &str) -> Result<&'a FormDefinition, ImportErrorReason> {
        let loaded = self.forms.get(key);
        loaded
            .map(|loaded| &loaded.definition)
            .ok_or_else(|| ImportErrorReason::UnknownForm(key.to_owned()))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProcedureFile {
    procedures: Vec<ProcedureRecord>,
}

/// A [`Procedure`] as it is written in the JSON file. It contains the keys of the agency and the field, but not their
/// names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProcedureRecord {
    code: String,
    name: String,
    agency: String,
    field: String,
    level: ServiceLevel,
    receiver: String,
    methods: Vec<FilingMethod>,
    cases: Vec<ProcedureCase>,
    component_groups: Vec<ComponentGroup>,
    results: Vec<Named>,
    decision: Option<String>,
    notes: Vec<String>,
    updated_on: Option<Day>,
    source_url: Option<String>,
    /// The key of the procedure's form.
    pub(super) form: String,
}

/// Reads the procedures from the JSON files. Returns them by code.
pub(super) fn import(
    sources: &[Source<'_>],
    known: &KnownKeys<'_>,
) -> Result<BTreeMap<String, Procedure>, ImportError> {
    let mut by_code = BTreeMap::new();
    for source in sources {
        for record in records::<ProcedureFile>(*source)?.procedures {
            let at = format!("procedure {}", record.code);
            let procedure = into_procedure(record, Vec::new(), known)
                .map_err(|reason| reason.at(source.file, &at))?;
            if by_code.insert(procedure.code.clone(), procedure).is_some() {
                return Err(ImportErrorReason::Duplicate.at(source.file, at));
            }
        }
    }
    Ok(by_code)
}

/// Validates a record and converts it to a procedure. `parts` is empty unless the record describes a group.
pub(super) fn into_procedure(
    record: ProcedureRecord,
    parts: Vec<Part>,
    known: &KnownKeys<'_>,
) -> Result<Procedure, ImportErrorReason> {
    check_code(&record.code)?;
    require_text(&record.name, "name")?;
    require_text(&record.receiver, "receiver")?;
    for note in &record.notes {
        require_text(note, "note")?;
    }
    check_components(&record.component_groups)?;
    check_known_values(&record)?;
    if let Some(day) = &record.updated_on {
        Date::parse_iso(&day.0).ok_or_else(|| ImportErrorReason::NotADay(day.0.clone()))?;
    }
    if let Some(url) = &record.source_url
        && !url.starts_with("https://")
    {
        return Err(ImportErrorReason::BadUrl(url.clone()));
    }
    let form = known.form(&record.form)?;
    for component in components(&record.component_groups) {
        if let Some(when) = &component.when {
            check_condition(when, &component.code, form)?;
        }
        let is_part = |key: &&String| parts.iter().any(|part| part.key == **key);
        if let Some(key) = component.parts.iter().find(|key| !is_part(key)) {
            return Err(ImportErrorReason::UnknownPart(key.clone()));
        }
    }
    let Some(agency) = known.agencies.get(&record.agency) else {
        return Err(ImportErrorReason::UnknownAgency(record.agency));
    };
    let Some(field) = known.fields.get(&record.field) else {
        return Err(ImportErrorReason::UnknownField(record.field));
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
        parts,
    })
}

/// Rejects a value that the contract doesn't list. Such a value can be read, because a client must be able to show it.
fn check_known_values(record: &ProcedureRecord) -> Result<(), ImportErrorReason> {
    let methods = record.methods.iter();
    let case_times = record.cases.iter().map(|case| &case.time);
    let mut times = methods
        .clone()
        .filter_map(|method| method.time.as_ref())
        .chain(case_times);
    let mut fees = methods.clone().flat_map(|method| &method.fees);
    let mut files = components(&record.component_groups).map(|component| component.attach);
    let unknown = [
        (matches!(record.level, ServiceLevel::Other(_)), "level"),
        (
            methods
                .clone()
                .any(|method| matches!(method.channel, Channel::Other(_))),
            "channel",
        ),
        (
            times.any(|time| matches!(time.unit, TimeUnit::Other(_))),
            "unit",
        ),
        (
            fees.any(|fee| matches!(fee.kind, FeeKind::Other(_))),
            "kind",
        ),
        (
            files.any(|attach| matches!(attach, AttachmentRequirement::Other(_))),
            "attach",
        ),
    ];
    match unknown.into_iter().find(|(is_unknown, _)| *is_unknown) {
        Some((_, member)) => Err(ImportErrorReason::UnknownValue(member)),
        None => Ok(()),
    }
}

fn check_code(code: &str) -> Result<(), ImportErrorReason> {
    let holds = code
        .split_once('.')
        .is_some_and(|(head, tail)| is_digits(head, 1) && is_digits(tail, 6));
    if holds {
        return Ok(());
    }
    Err(ImportErrorReason::BadCode {
        code: code.to_owned(),
        pattern: "a procedure code such as 1.001193",
    })
}

/// Rejects a condition that refers to an unknown question, or that the form engine doesn't support. `owner` is the code
/// of the component or procedure that has the condition. It appears in the error.
pub(super) fn check_condition(
    condition: &Condition,
    owner: &str,
    form: &FormDefinition,
) -> Result<(), ImportErrorReason> {
    let read = is_condition_met(form, &Answers::new(), condition, patterns::compile);
    read.map(|_| ())
        .map_err(|error| ImportErrorReason::ConditionRefused {
            of: owner.to_owned(),
            error: error.to_string(),
        })
}

fn components(groups: &[ComponentGroup]) -> impl Iterator<Item = &Component> {
    groups.iter().flat_map(|group| &group.components)
}

fn check_components(groups: &[ComponentGroup]) -> Result<(), ImportErrorReason> {
    let mut codes = BTreeSet::new();
    for component in components(groups) {
        require_text(&component.code, "component code")?;
        require_text(&component.label, "component label")?;
        let on_paper = component.originals > 0 || component.copies > 0;
        if !on_paper && component.attach != AttachmentRequirement::Nothing {
            return Err(ImportErrorReason::FileForANote(component.code.clone()));
        }
        if !codes.insert(component.code.as_str()) {
            return Err(ImportErrorReason::RepeatedComponent(component.code.clone()));
        }
    }
    Ok(())
}
