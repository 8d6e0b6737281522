//! Import of the forms. The form engine and the JSON Schema validator must both accept a form.

use std::collections::BTreeMap;

use contract::form::Form;
use domain::form::{FormDefinition, format_names, load_form, matches_format};
use jsonschema::Validator;
use serde_json::Value;

use super::error::{ImportError, ImportErrorReason};
use super::patterns;
use super::read::{records, require_text};
use super::sources::Source;

/// A form with both of its validators.
#[derive(Debug)]
pub(super) struct LoadedForm {
    /// The form as the API returns it.
    pub(super) form: Form,
    /// The form as the form engine uses it.
    pub(super) definition: FormDefinition,
    /// The JSON Schema validator of the form.
    pub(super) validator: Validator,
}

/// Reads the forms, by key.
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

/// Builds the JSON Schema validator, with the formats of the contract. The `jsonschema` crate checks formats of strings
/// only. The format of an object (`place`) is checked by the form engine alone, so the schema also lists the object's
/// properties.
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
