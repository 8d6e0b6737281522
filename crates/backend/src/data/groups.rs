//! Import of groups (liên thông, R4.16): several procedures that are filed together. The rest of the backend treats a
//! group as a procedure with parts. Every procedure, form, question and part that a group refers to must exist.

use std::collections::{BTreeMap, BTreeSet};

use contract::form::Condition;
use contract::group::{self, Part, PartProcedure};
use contract::named::Named;
use contract::procedure::Procedure;
use domain::form::FormDefinition;
use domain::group::placeholders;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::catalogue::Aliases;
use super::error::{ImportError, ImportErrorReason};
use super::procedures::{KnownKeys, ProcedureRecord, check_condition, into_procedure};
use super::read::{records, require_text};
use super::sources::Source;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupFile {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    groups: Vec<GroupRecord>,
}

#[derive(Deserialize)]
struct GroupRecord {
    key: String,
    #[serde(default)]
    aliases: Vec<String>,
    basis: Vec<String>,
    parts: Vec<PartRecord>,
    /// The members of the group's [`ProcedureRecord`]. They are deserialised in a second step, because serde can't
    /// reject unknown members of a flattened struct.
    #[serde(flatten)]
    procedure: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartRecord {
    key: String,
    receiver: String,
    result: String,
    #[serde(default)]
    after: Vec<String>,
    procedures: Vec<PartProcedureRecord>,
}

/// A procedure that can be filed for a part of the group.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartProcedureRecord {
    code: String,
    #[serde(default)]
    when: Option<Condition>,
    form: String,
    declaration: BTreeMap<String, group::AnswerSource>,
}

/// Reads the groups. Adds each group to `by_code`, and the everyday names of the groups to `aliases`.
pub(super) fn import(
    source: Source<'_>,
    known: &KnownKeys<'_>,
    by_code: &mut BTreeMap<String, Procedure>,
    aliases: &mut Aliases,
) -> Result<(), ImportError> {
    let mut keys = BTreeSet::new();
    let mut groups = Vec::new();
    for record in records::<GroupFile>(source)?.groups {
        let at = format!("group {}", record.key);
        if !keys.insert(record.key.clone()) {
            return Err(ImportErrorReason::Duplicate.at(source.file, at));
        }
        let own_aliases = record.aliases.clone();
        let group =
            procedure(record, known, by_code).map_err(|reason| reason.at(source.file, &at))?;
        aliases
            .entry(group.code.clone())
            .or_default()
            .extend(own_aliases);
        groups.push((at, group));
    }
    for (at, group) in groups {
        if by_code.insert(group.code.clone(), group).is_some() {
            return Err(ImportErrorReason::Duplicate.at(source.file, at));
        }
    }
    Ok(())
}

fn procedure(
    record: GroupRecord,
    known: &KnownKeys<'_>,
    by_code: &BTreeMap<String, Procedure>,
) -> Result<Procedure, ImportErrorReason> {
    require_text(&record.key, "key")?;
    for alias in &record.aliases {
        require_text(alias, "alias")?;
    }
    for document in &record.basis {
        require_text(document, "basis")?;
    }
    let procedure: ProcedureRecord = serde_json::from_value(Value::Object(record.procedure))
        .map_err(|error| ImportErrorReason::Unreadable(error.to_string()))?;
    let form = known.form(&procedure.form)?;
    if record.parts.is_empty() {
        return Err(ImportErrorReason::Nothing);
    }
    let mut keys = BTreeSet::new();
    for part in &record.parts {
        if !keys.insert(part.key.clone()) {
            return Err(ImportErrorReason::RepeatedPart(part.key.clone()));
        }
    }
    let parts = record.parts.into_iter();
    let parts: Vec<Part> = parts
        .map(|part| {
            let scope = Scope {
                form,
                keys: &keys,
                known,
                by_code,
            };
            scope.part(part)
        })
        .collect::<Result<_, _>>()?;
    require_startable_parts(&parts)?;
    into_procedure(procedure, parts, known)
}

/// Everything that a part of a group may refer to.
struct Scope<'a> {
    form: &'a FormDefinition,
    keys: &'a BTreeSet<String>,
    known: &'a KnownKeys<'a>,
    by_code: &'a BTreeMap<String, Procedure>,
}

impl Scope<'_> {
    fn part(&self, record: PartRecord) -> Result<Part, ImportErrorReason> {
        require_text(&record.key, "part key")?;
        require_text(&record.receiver, "receiver")?;
        require_text(&record.result, "result")?;
        if record.procedures.is_empty() {
            return Err(ImportErrorReason::Nothing);
        }
        for key in &record.after {
            self.require_part(key)?;
        }
        let procedures = record.procedures.into_iter();
        Ok(Part {
            procedures: procedures
                .map(|record| self.part_procedure(record))
                .collect::<Result<_, _>>()?,
            key: record.key,
            receiver: record.receiver,
            result: record.result,
            after: record.after,
        })
    }

    fn part_procedure(
        &self,
        record: PartProcedureRecord,
    ) -> Result<PartProcedure, ImportErrorReason> {
        let Some(procedure) = self.by_code.get(&record.code) else {
            return Err(ImportErrorReason::UnknownProcedure(record.code));
        };
        if let Some(when) = &record.when {
            check_condition(when, &record.code, self.form)?;
        }
        let form = self.known.form(&record.form)?;
        for (question, source) in &record.declaration {
            require_question(form, question)?;
            self.check_source(source)?;
        }
        Ok(PartProcedure {
            procedure: Named {
                key: procedure.code.clone(),
                name: procedure.name.clone(),
            },
            receiver: procedure.receiver.clone(),
            when: record.when,
            form: record.form,
            declaration: record.declaration,
        })
    }

    fn check_source(&self, source: &group::AnswerSource) -> Result<(), ImportErrorReason> {
        match source {
            group::AnswerSource::From(question) => require_question(self.form, question),
            group::AnswerSource::Text(sentence) => {
                require_text(sentence, "text")?;
                placeholders(sentence).try_for_each(|id| require_question(self.form, id))
            }
            group::AnswerSource::Later(part) => self.require_part(part),
            group::AnswerSource::Value(_) | group::AnswerSource::Delivery => Ok(()),
            group::AnswerSource::Other => Err(ImportErrorReason::UnknownValue("source")),
        }
    }

    fn require_part(&self, key: &str) -> Result<(), ImportErrorReason> {
        match self.keys.contains(key) {
            true => Ok(()),
            false => Err(ImportErrorReason::UnknownPart(key.to_owned())),
        }
    }
}

fn require_question(form: &FormDefinition, id: &str) -> Result<(), ImportErrorReason> {
    if form.question(id).is_some() {
        return Ok(());
    }
    Err(ImportErrorReason::UnknownQuestion {
        form: form.key.clone(),
        question: id.to_owned(),
    })
}

/// Rejects a group in which parts wait for each other in a circle, because these parts could never start.
fn require_startable_parts(parts: &[Part]) -> Result<(), ImportErrorReason> {
    let mut started: BTreeSet<&str> = BTreeSet::new();
    loop {
        let can_start = |part: &&Part| {
            let mut awaited = part.after.iter();
            !started.contains(part.key.as_str())
                && awaited.all(|key| started.contains(key.as_str()))
        };
        let next: Vec<&str> = parts
            .iter()
            .filter(can_start)
            .map(|part| part.key.as_str())
            .collect();
        if next.is_empty() {
            break;
        }
        started.extend(next);
    }
    match parts
        .iter()
        .find(|part| !started.contains(part.key.as_str()))
    {
        Some(part) => Err(ImportErrorReason::WaitsForItself(part.key.clone())),
        None => Ok(()),
    }
}
