//! The keywords for objects: `properties`, `patternProperties`, `additionalProperties`, `propertyNames`, `required`,
//! `dependentRequired`, `dependentSchemas`, `minProperties`, `maxProperties`.

use std::collections::BTreeMap;

use contract::limits::FORM_FIELDS;
use serde_json::{Map, Value};

use super::cursor::Cursor;
use super::json::{expect_length, expect_object};
use super::load_error::{LoadError, LoadErrorReason};
use super::pattern::Pattern;
use super::schema::Schema;
use super::violations::ViolationCollector;

/// The keywords for objects.
#[derive(Clone, Debug, Default)]
pub(crate) struct ObjectKeywords {
    pub(crate) properties: BTreeMap<String, Schema>,
    pub(crate) required: Vec<String>,
    pub(crate) dependent_required: BTreeMap<String, Vec<String>>,
    pub(crate) dependent_schemas: BTreeMap<String, Schema>,
    additional_properties: Option<Schema>,
    pattern_properties: Vec<(Pattern, Schema)>,
    property_names: Option<Schema>,
    min_properties: Option<u64>,
    max_properties: Option<u64>,
}

impl ObjectKeywords {
    /// Reads a keyword. Returns `false` if the keyword is not for objects.
    pub(super) fn read(
        &mut self,
        keyword: &str,
        value: &Value,
        cursor: &Cursor,
    ) -> Result<bool, LoadError> {
        let length = || expect_length(value, &cursor.pointer).map(Some);
        match keyword {
            "properties" => self.properties = load_schemas_by_name(value, cursor)?,
            "dependentSchemas" => self.dependent_schemas = load_schemas_by_name(value, cursor)?,
            "patternProperties" => {
                for (source, schema) in expect_object(value, &cursor.pointer)? {
                    let cursor = cursor.child(source);
                    let pattern = Pattern::compile(source, cursor.compiler, &cursor.pointer)?;
                    let schema = Schema::load_nested(schema, &cursor)?;
                    self.pattern_properties.push((pattern, schema));
                }
            }
            "additionalProperties" => {
                self.additional_properties = Some(Schema::load_nested(value, cursor)?);
            }
            "propertyNames" => self.property_names = Some(Schema::load_nested(value, cursor)?),
            "required" => self.required = cursor.read_names(value)?,
            "dependentRequired" => {
                for (name, required) in expect_object(value, &cursor.pointer)? {
                    let required = cursor.child(name).read_names(required)?;
                    self.dependent_required.insert(name.clone(), required);
                }
            }
            "minProperties" => self.min_properties = length()?,
            "maxProperties" => self.max_properties = length()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The names in `required`, and the names that `dependentRequired` adds because of the members that `object` has.
    pub(crate) fn required_names<'a>(
        &'a self,
        object: &'a Map<String, Value>,
    ) -> impl Iterator<Item = &'a String> {
        self.required
            .iter()
            .chain(self.dependent_required_names(object))
    }

    fn dependent_required_names<'a>(
        &'a self,
        object: &'a Map<String, Value>,
    ) -> impl Iterator<Item = &'a String> {
        let is_present = |(name, _): &(&String, _)| object.contains_key(*name);
        let dependencies = self.dependent_required.iter().filter(is_present);
        dependencies.flat_map(|(_, required)| required)
    }

    /// The schemas in `dependentSchemas` that apply because of the members that `object` has.
    pub(crate) fn applicable_dependent_schemas<'a>(
        &'a self,
        object: &'a Map<String, Value>,
    ) -> impl Iterator<Item = &'a Schema> {
        let is_present = |(name, _): &(&String, &Schema)| object.contains_key(*name);
        let dependencies = self.dependent_schemas.iter().filter(is_present);
        dependencies.map(|(_, schema)| schema)
    }

    /// Checks an object. `value` is the object as a JSON value, `members` are its members.
    pub(super) fn check(
        &self,
        value: &Value,
        members: &Map<String, Value>,
        violations: &mut ViolationCollector<'_>,
    ) {
        for name in &self.required {
            if !members.contains_key(name) {
                violations.child(name).push_rule("required");
            }
        }
        for name in self.dependent_required_names(members) {
            if !members.contains_key(name) {
                violations.child(name).push_rule("dependentRequired");
            }
        }
        for schema in self.applicable_dependent_schemas(members) {
            schema.check(value, violations);
        }
        violations.check_count(
            members.len(),
            (self.min_properties, "minProperties"),
            (self.max_properties, "maxProperties"),
        );
        for (name, member) in members {
            self.check_member(name, member, violations);
        }
    }

    fn check_member(&self, name: &str, member: &Value, violations: &mut ViolationCollector<'_>) {
        if let Some(schema) = &self.property_names
            && !schema.is_valid(&Value::from(name))
        {
            violations.child(name).push_rule("propertyNames");
        }
        let by_name = self.properties.get(name);
        let by_pattern = self
            .pattern_properties
            .iter()
            .filter(|(pattern, _)| pattern.is_match(name))
            .map(|(_, schema)| schema);
        let mut is_known = false;
        for schema in by_name.into_iter().chain(by_pattern) {
            is_known = true;
            schema.check(member, &mut violations.child(name));
        }
        if let (false, Some(schema)) = (is_known, &self.additional_properties)
            && !schema.is_valid(member)
        {
            violations.child(name).push_rule("additionalProperties");
        }
    }
}

fn load_schemas_by_name(
    value: &Value,
    cursor: &Cursor,
) -> Result<BTreeMap<String, Schema>, LoadError> {
    let members = expect_object(value, &cursor.pointer)?;
    if members.len() > FORM_FIELDS {
        let reason = LoadErrorReason::TooManyFields;
        return Err(LoadError::new(reason, "properties", &cursor.pointer));
    }
    let mut schemas = BTreeMap::new();
    for (name, schema) in members {
        let schema = Schema::load_nested(schema, &cursor.child(name))?;
        schemas.insert(name.clone(), schema);
    }
    Ok(schemas)
}
