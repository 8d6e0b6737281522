//! What an object must keep to: `properties`, `patternProperties`, `additionalProperties`, `propertyNames`,
//! `required`, `dependentRequired`, `dependentSchemas`, `minProperties`, `maxProperties`.

use std::collections::BTreeMap;

use contract::limits::FORM_FIELDS;
use serde_json::{Map, Value};

use super::Schema;
use super::pattern::Pattern;
use super::reading::{Spot, length, object};
use super::verdict::Verdict;
use crate::form::load_fault::{LoadFault, LoadReason};

/// The keywords for objects.
#[derive(Clone, Debug, Default)]
pub(in crate::form) struct ObjectRules {
    pub(in crate::form) properties: BTreeMap<String, Schema>,
    pub(in crate::form) required: Vec<String>,
    pub(in crate::form) dependent_required: BTreeMap<String, Vec<String>>,
    pub(in crate::form) dependent_schemas: BTreeMap<String, Schema>,
    additional: Option<Schema>,
    by_pattern: Vec<(Pattern, Schema)>,
    names: Option<Schema>,
    min: Option<u64>,
    max: Option<u64>,
}

impl ObjectRules {
    /// Takes a keyword of this family; `false` for one of another.
    pub(super) fn take(
        &mut self,
        keyword: &str,
        value: &Value,
        spot: &Spot,
    ) -> Result<bool, LoadFault> {
        match keyword {
            "properties" => self.properties = schemas_by_name(value, spot)?,
            "dependentSchemas" => self.dependent_schemas = schemas_by_name(value, spot)?,
            "patternProperties" => {
                for (source, schema) in object(value, &spot.at)? {
                    let spot = spot.keyword(source);
                    self.by_pattern
                        .push((Pattern::compile(source, &spot)?, spot.schema(schema)?));
                }
            }
            "additionalProperties" => self.additional = Some(spot.schema(value)?),
            "propertyNames" => self.names = Some(spot.schema(value)?),
            "required" => self.required = spot.names(value)?,
            "dependentRequired" => {
                for (name, wanted) in object(value, &spot.at)? {
                    let wanted = spot.keyword(name).names(wanted)?;
                    self.dependent_required.insert(name.clone(), wanted);
                }
            }
            "minProperties" => self.min = Some(length(value, &spot.at)?),
            "maxProperties" => self.max = Some(length(value, &spot.at)?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The names that must be there, those that another member asks for included.
    pub(in crate::form) fn wanted<'a>(
        &'a self,
        given: &'a Map<String, Value>,
    ) -> impl Iterator<Item = &'a String> {
        self.required.iter().chain(self.dependent(given))
    }

    /// The names that another member asks for.
    fn dependent<'a>(&'a self, given: &'a Map<String, Value>) -> impl Iterator<Item = &'a String> {
        let present = |(name, _): &(&String, _)| given.contains_key(*name);
        let asking = self.dependent_required.iter().filter(present);
        asking.flat_map(|(_, wanted)| wanted)
    }

    /// The schemas that judge the whole object because of a member of it.
    pub(in crate::form) fn called<'a>(
        &'a self,
        given: &'a Map<String, Value>,
    ) -> impl Iterator<Item = &'a Schema> {
        let present = |(name, _): &(&String, &Schema)| given.contains_key(*name);
        self.dependent_schemas
            .iter()
            .filter(present)
            .map(|(_, schema)| schema)
    }

    pub(super) fn judge(
        &self,
        value: &Value,
        given: &Map<String, Value>,
        verdict: &mut Verdict<'_>,
    ) {
        for name in &self.required {
            if !given.contains_key(name) {
                verdict.below(name).breaks("required");
            }
        }
        for name in self.dependent(given) {
            if !given.contains_key(name) {
                verdict.below(name).breaks("dependentRequired");
            }
        }
        for schema in self.called(given) {
            schema.judge(value, verdict);
        }
        verdict.counts(
            given.len(),
            (self.min, "minProperties"),
            (self.max, "maxProperties"),
        );
        for (name, member) in given {
            self.judge_member(name, member, verdict);
        }
    }

    fn judge_member(&self, name: &str, member: &Value, verdict: &mut Verdict<'_>) {
        if let Some(schema) = &self.names
            && !schema.holds(&Value::from(name))
        {
            verdict.below(name).breaks("propertyNames");
        }
        let by_name = self.properties.get(name);
        let by_pattern = self
            .by_pattern
            .iter()
            .filter(|(pattern, _)| pattern.fits(name));
        let mut known = false;
        for schema in by_name
            .into_iter()
            .chain(by_pattern.map(|(_, schema)| schema))
        {
            known = true;
            schema.judge(member, &mut verdict.below(name));
        }
        if let (false, Some(schema)) = (known, &self.additional)
            && !schema.holds(member)
        {
            verdict.below(name).breaks("additionalProperties");
        }
    }
}

fn schemas_by_name(value: &Value, spot: &Spot) -> Result<BTreeMap<String, Schema>, LoadFault> {
    let members = object(value, &spot.at)?;
    if members.len() > FORM_FIELDS {
        return Err(LoadFault::new(
            LoadReason::TooManyFields,
            "properties",
            &spot.at,
        ));
    }
    let schemas = members.iter();
    schemas
        .map(|(name, schema)| Ok((name.clone(), spot.keyword(name).schema(schema)?)))
        .collect()
}
