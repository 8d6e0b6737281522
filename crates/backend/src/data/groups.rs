//! Interlinked groups (liên thông): one filing that several procedures share (R4.16).

use std::collections::BTreeSet;

use contract::procedure::Duration;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::fault::{ImportFault, Reason};
use super::read::{records, require_text};
use super::sources::Source;

/// A group of procedures filed at once.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Stable key: `birth`.
    pub key: String,
    /// National code: `2.000986`.
    pub code: String,
    /// Name on screen.
    pub name: String,
    /// Its parts.
    pub parts: Vec<GroupPart>,
    /// How long the whole takes, where it is known.
    #[serde(default)]
    pub time: Option<Duration>,
    /// The documents it rests on.
    pub basis: Vec<String>,
}

/// One procedure's share of a group.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupPart {
    /// The procedure; several where the citizen's entitlement decides which.
    pub procedures: Vec<String>,
    /// Who settles it.
    pub agency: String,
    /// What it gives.
    pub result: String,
    /// Procedures that must be finished first.
    #[serde(default)]
    pub after: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupFile {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    groups: Vec<Group>,
}

/// Reads the groups; `is_known` knows the procedures' codes.
pub(super) fn import(
    source: Source<'_>,
    is_known: &dyn Fn(&str) -> bool,
) -> Result<Vec<Group>, ImportFault> {
    let groups = records::<GroupFile>(source)?.groups;
    let mut keys = BTreeSet::new();
    for group in &groups {
        check(group, is_known)
            .and_then(|()| match keys.insert(group.key.as_str()) {
                true => Ok(()),
                false => Err(Reason::Duplicate),
            })
            .map_err(|reason| reason.at(source.file, format!("group {}", group.key)))?;
    }
    Ok(groups)
}

fn check(group: &Group, is_known: &dyn Fn(&str) -> bool) -> Result<(), Reason> {
    require_text(&group.key, "key")?;
    require_text(&group.name, "name")?;
    if group.parts.is_empty() {
        return Err(Reason::Nothing);
    }
    for part in &group.parts {
        if part.procedures.is_empty() {
            return Err(Reason::Nothing);
        }
        let mut named = part.procedures.iter().chain(&part.after);
        if let Some(code) = named.find(|code| !is_known(code)) {
            return Err(Reason::UnknownProcedure(code.clone()));
        }
    }
    Ok(())
}
