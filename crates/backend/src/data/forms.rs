//! Import of the forms. A form is accepted only if both the form engine and the JSON Schema validator accept it.

use std::collections::BTreeMap;

use contract::form::Form;
use domain::form::{FormDefinition, format_names, load_form, matches_format};
use jsonschema::Validator;
use serde_json::Value;

use super::error::{ImportError, ImportErrorReason};
use super::patterns;
use super::read::{records, require_text};
use super::sources::Source;

/// A form, its definition for the form engine, and its JSON Schema validator.
#[derive(Debug)]
pub(super) struct LoadedForm {
    /// The form as the API returns it.
    pub(super) form: Form,
    /// The form as the form engine uses it.
    pub(super) definition: FormDefinition,
    /// The validator of the form's JSON Schema.
    pub(super) validator: Validator,
}

/// Reads the forms from the JSON files. Returns them by key.
pub(super) fn import(sources: &[Source<'_>]) -> Result<BTreeMap<String, LoadedForm>, ImportError> {
    let mut forms = BTreeMap::new();
    for source in sources {
        let form: Form = records(*source)?;
        let at = format!("form {}", form.key);
        let loaded = load(form).map_err(|reason| reason.at(source.file, &at))?;
        if forms.insert(loaded.form.key.clone(), loaded).is_some() {
            return Err(ImportErrorReason::Duplicate.at(source.file, at));
        }
    }
    Ok(forms)
}

fn load(form: Form) -> Result<LoadedForm, ImportErrorReason> {
    require_text(&form.key, "key")?;
    require_text(&form.title, "title")?;
    let definition = load_form(&form, patterns::compile)
        .map_err(|error| ImportErrorReason::FormRefused(error.to_string()))?;
    let validator = validator(&form.schema)?;
    Ok(LoadedForm {
        form,
        definition,
        validator,
    })
}

/// Builds the validator of a form's JSON Schema, with the formats that the contract defines.
///
/// The `jsonschema` crate checks the formats of strings only. The format `place` belongs to an object, so only the form
/// engine checks it. For the `jsonschema` crate, the schema also lists the properties of that object.
fn validator(schema: &Value) -> Result<Validator, ImportErrorReason> {
    let mut options = jsonschema::draft202012::options().should_validate_formats(true);
    for name in format_names() {
        options = options.with_format(name, move |text: &str| {
            matches_format(name, &Value::from(text)).unwrap_or(true)
        });
    }
    options
        .build(schema)
        .map_err(|error| ImportErrorReason::SchemaRefused(error.to_string()))
}
