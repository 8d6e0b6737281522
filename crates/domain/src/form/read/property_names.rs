//! Checks that a form's schemas and conditions refer only to properties that the form has.

use serde_json::Value;

use crate::form::json_schema::{
    Keywords, LoadError, LoadErrorReason, Schema, child_pointer, expect_text, unescape_token,
};

/// The name of the property to which a `scope` (`#/properties/name`) points. The schema `root` must have this property.
pub(super) fn property_of_scope(
    root: &Keywords,
    scope: &Value,
    pointer: &str,
) -> Result<String, LoadError> {
    let scope = expect_text(scope, pointer)?;
    let name = scope
        .strip_prefix("#/properties/")
        .filter(|name| !name.contains('/'))
        .map(unescape_token);
    name.filter(|name| root.object.properties.contains_key(name))
        .ok_or_else(|| LoadError::new(LoadErrorReason::UnknownQuestion, scope, pointer))
}

/// Reads the name of a property at `pointer`. The schema `root` must have this property.
pub(super) fn property(root: &Keywords, name: &Value, pointer: &str) -> Result<String, LoadError> {
    let name = expect_text(name, pointer)?;
    if root.object.properties.contains_key(name) {
        Ok(name.to_owned())
    } else {
        let reason = LoadErrorReason::UnknownQuestion;
        Err(LoadError::new(reason, name, pointer))
    }
}

/// Returns an error if a schema refers to a property that the schema `root` lacks.
///
/// Checks the schema and the nested schemas that apply to the same object of answers. Does not check the schemas of
/// single properties.
pub(super) fn refuse_unknown_properties(
    schema: &Schema,
    root: &Keywords,
    pointer: &str,
) -> Result<(), LoadError> {
    let Some(Keywords {
        object, combined, ..
    }) = schema.keywords()
    else {
        return Ok(());
    };
    let dependent = object.dependent_required.iter();
    let named = object
        .required
        .iter()
        .chain(object.properties.keys())
        .chain(object.dependent_schemas.keys())
        .chain(dependent.flat_map(|(name, required)| required.iter().chain([name])));
    for name in named {
        if !root.object.properties.contains_key(name) {
            let reason = LoadErrorReason::UnknownQuestion;
            return Err(LoadError::new(reason, name, pointer));
        }
    }
    for (keyword, schemas) in [
        ("allOf", &combined.all_of),
        ("anyOf", &combined.any_of),
        ("oneOf", &combined.one_of),
    ] {
        for (index, schema) in schemas.iter().enumerate() {
            let pointer = child_pointer(&child_pointer(pointer, keyword), &index.to_string());
            refuse_unknown_properties(schema, root, &pointer)?;
        }
    }
    for (name, schema) in &object.dependent_schemas {
        let pointer = child_pointer(&child_pointer(pointer, "dependentSchemas"), name);
        refuse_unknown_properties(schema, root, &pointer)?;
    }
    for (keyword, schema) in [
        ("not", &combined.not),
        ("if", &combined.if_schema),
        ("then", &combined.then_schema),
        ("else", &combined.else_schema),
    ] {
        if let Some(schema) = schema {
            refuse_unknown_properties(schema, root, &child_pointer(pointer, keyword))?;
        }
    }
    Ok(())
}
