//! A schema: it is loaded from JSON and then used to check values.

use serde_json::{Map, Value};

use super::array::ArrayKeywords;
use super::combined::CombinedKeywords;
use super::cursor::Cursor;
use super::json::{expect_array, expect_text, json_equal};
use super::load_error::{LoadError, LoadErrorReason};
use super::named_format::NamedFormat;
use super::number::NumberKeywords;
use super::object::ObjectKeywords;
use super::text::TextKeywords;
use super::violations::{Violation, ViolationCollector};

/// The maximum depth to which schemas or UI schema elements may be nested.
pub(crate) const MAX_DEPTH: usize = 64;

/// A loaded JSON Schema.
#[derive(Clone, Debug)]
pub(crate) enum Schema {
    /// The schema `true` accepts every value, the schema `false` accepts none.
    Bool(bool),
    /// A schema that is an object of keywords.
    Keywords(Box<Keywords>),
}

/// The keywords of one schema object. A keyword that the schema lacks is empty or `None`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keywords {
    pub(crate) types: Vec<JsonType>,
    pub(crate) enum_values: Option<Vec<Value>>,
    pub(crate) const_value: Option<Value>,
    pub(crate) format: Option<NamedFormat>,
    pub(crate) number: NumberKeywords,
    pub(crate) text: TextKeywords,
    pub(crate) array: ArrayKeywords,
    pub(crate) object: ObjectKeywords,
    pub(crate) combined: CombinedKeywords,
}

/// A value of the keyword `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonType {
    Object,
    Array,
    String,
    Integer,
    Number,
    Boolean,
    Null,
}

impl Schema {
    /// Reads the schema at `cursor`.
    ///
    /// # Errors
    /// [`LoadError`] if the schema is nested too deep, or contains a keyword or value outside the supported subset.
    pub(crate) fn load(schema: &Value, cursor: &Cursor) -> Result<Schema, LoadError> {
        if cursor.depth > MAX_DEPTH {
            let reason = LoadErrorReason::TooDeep;
            return Err(LoadError::new(reason, "schema", &cursor.pointer));
        }
        match schema {
            Value::Bool(accepts) => Ok(Schema::Bool(*accepts)),
            Value::Object(members) => {
                let mut keywords = Keywords::default();
                for (keyword, value) in members {
                    keywords.read(keyword, value, &cursor.child(keyword))?;
                }
                Ok(Schema::Keywords(Box::new(keywords)))
            }
            _ => Err(LoadError::bad_shape(
                "a schema: an object or a boolean",
                &cursor.pointer,
            )),
        }
    }

    /// Reads a schema that is the value of a keyword.
    pub(super) fn load_nested(schema: &Value, cursor: &Cursor) -> Result<Schema, LoadError> {
        Schema::load(schema, &cursor.nested())
    }

    /// Reads an array of schemas that is the value of a keyword. JSON Schema requires at least one schema in it.
    pub(super) fn load_array(schemas: &Value, cursor: &Cursor) -> Result<Vec<Schema>, LoadError> {
        let schemas = expect_array(schemas, &cursor.pointer)?;
        if schemas.is_empty() {
            return Err(LoadError::bad_shape("at least one schema", &cursor.pointer));
        }
        let load = |(index, schema): (usize, &Value)| {
            Schema::load_nested(schema, &cursor.child(&index.to_string()))
        };
        schemas.iter().enumerate().map(load).collect()
    }

    /// The keywords of a schema object. `None` for the schemas `true` and `false`.
    pub(crate) fn keywords(&self) -> Option<&Keywords> {
        match self {
            Schema::Bool(_) => None,
            Schema::Keywords(keywords) => Some(keywords),
        }
    }

    /// Every rule of the schema that `value` breaks.
    pub(crate) fn violations(&self, value: &Value) -> Vec<Violation> {
        let mut violations = Vec::new();
        self.check(value, &mut ViolationCollector::new(&mut violations));
        violations
    }

    pub(crate) fn is_valid(&self, value: &Value) -> bool {
        self.violations(value).is_empty()
    }

    /// Whether a condition of the UI schema holds if its question has no answer. `self` is the schema of the condition.
    ///
    /// Follows JSON Forms: a schema that requires a type, constant or choice doesn't match a missing value. A schema
    /// that only limits values matches it.
    pub(crate) fn allows_absence(&self) -> bool {
        match self {
            Schema::Bool(accepts) => *accepts,
            Schema::Keywords(keywords) => {
                keywords.types.is_empty()
                    && keywords.enum_values.is_none()
                    && keywords.const_value.is_none()
                    && keywords.combined.allows_absence()
            }
        }
    }

    /// Adds to `violations` every rule of the schema that `value` breaks.
    pub(super) fn check(&self, value: &Value, violations: &mut ViolationCollector<'_>) {
        match self {
            Schema::Bool(true) => {}
            Schema::Bool(false) => violations.push_rule("false"),
            Schema::Keywords(keywords) => keywords.check(value, violations),
        }
    }
}

impl Keywords {
    /// The nested schemas that apply to the same object: those in `allOf`, in the `then` or `else` that applies because
    /// of `if`, and in the `dependentSchemas` that apply because of the object's members. `value` is the object as a
    /// JSON value, `members` are its members.
    pub(crate) fn applicable_schemas<'a>(
        &'a self,
        value: &Value,
        members: &'a Map<String, Value>,
    ) -> impl Iterator<Item = &'a Schema> {
        let branch = self.combined.branch(|schema| schema.is_valid(value));
        let dependent = self.object.applicable_dependent_schemas(members);
        dependent.chain(&self.combined.all_of).chain(branch)
    }

    fn read(&mut self, keyword: &str, value: &Value, cursor: &Cursor) -> Result<(), LoadError> {
        let pointer = cursor.pointer.as_str();
        match keyword {
            "$schema" | "$comment" | "title" | "description" => {
                expect_text(value, pointer)?;
            }
            "default" | "examples" | "deprecated" | "readOnly" | "writeOnly" => {}
            "type" => self.types = read_types(value, pointer)?,
            "enum" => self.enum_values = Some(expect_array(value, pointer)?.clone()),
            "const" => self.const_value = Some(value.clone()),
            "format" => {
                let name = expect_text(value, pointer)?;
                let unknown = || LoadError::new(LoadErrorReason::UnknownFormat, name, pointer);
                self.format = Some(NamedFormat::from_name(name).ok_or_else(unknown)?);
            }
            _ => {
                let is_known = self.number.read(keyword, value, cursor)?
                    || self.text.read(keyword, value, cursor)?
                    || self.array.read(keyword, value, cursor)?
                    || self.object.read(keyword, value, cursor)?
                    || self.combined.read(keyword, value, cursor)?;
                if !is_known {
                    let reason = LoadErrorReason::UnknownKeyword;
                    return Err(LoadError::new(reason, keyword, pointer));
                }
            }
        }
        Ok(())
    }

    fn check(&self, value: &Value, violations: &mut ViolationCollector<'_>) {
        if !self.types.is_empty() && !self.types.iter().any(|expected| has_type(value, *expected)) {
            violations.push_rule("type");
        }
        let is_equal = |other: &Value| json_equal(other, value);
        if self
            .enum_values
            .as_ref()
            .is_some_and(|values| !values.iter().any(is_equal))
        {
            violations.push_rule("enum");
        }
        if self
            .const_value
            .as_ref()
            .is_some_and(|constant| !is_equal(constant))
        {
            violations.push_rule("const");
        }
        match value {
            Value::Number(number) => self.number.check(number, violations),
            Value::String(text) => self.text.check(text, violations),
            Value::Array(items) => self.array.check(items, violations),
            Value::Object(members) => self.object.check(value, members, violations),
            Value::Null | Value::Bool(_) => {}
        }
        if let Some(format) = self.format.filter(|format| !format.matches(value)) {
            violations.push_rule(format.name());
        }
        self.combined.check(value, violations);
    }
}

fn read_types(value: &Value, pointer: &str) -> Result<Vec<JsonType>, LoadError> {
    match value {
        Value::Array(names) => names.iter().map(|name| read_type(name, pointer)).collect(),
        name => Ok(vec![read_type(name, pointer)?]),
    }
}

fn read_type(name: &Value, pointer: &str) -> Result<JsonType, LoadError> {
    Ok(match expect_text(name, pointer)? {
        "object" => JsonType::Object,
        "array" => JsonType::Array,
        "string" => JsonType::String,
        "integer" => JsonType::Integer,
        "number" => JsonType::Number,
        "boolean" => JsonType::Boolean,
        "null" => JsonType::Null,
        other => {
            let reason = LoadErrorReason::UnknownType;
            return Err(LoadError::new(reason, other, pointer));
        }
    })
}

fn has_type(value: &Value, expected: JsonType) -> bool {
    match expected {
        JsonType::Object => value.is_object(),
        JsonType::Array => value.is_array(),
        JsonType::String => value.is_string(),
        JsonType::Number => value.is_number(),
        JsonType::Boolean => value.is_boolean(),
        JsonType::Null => value.is_null(),
        // In JSON Schema, 1.0 is an integer.
        JsonType::Integer => {
            value.is_i64()
                || value.is_u64()
                || value.as_f64().is_some_and(|number| number.fract() == 0.0)
        }
    }
}
