//! Loads a whole form from its JSON Schema and UI schema.

use std::collections::BTreeMap;

use contract::form::Form;
use serde_json::Value;

use super::property_names::refuse_unknown_properties;
use super::ui_schema::read_ui_schema;
use crate::form::json_schema::{
    Cursor, JsonType, LoadError, LoadErrorReason, PatternCompiler, Schema, refuse_contradictions,
};
use crate::form::model::{FormDefinition, QuestionPage, QuestionPosition, Rule};

/// Loads a form. `compiler` compiles the regular expressions in the form.
///
/// # Errors
/// [`LoadError`] if the form is outside the supported subset or contradicts itself.
pub fn load_form(form: &Form, compiler: PatternCompiler) -> Result<FormDefinition, LoadError> {
    let schema = Schema::load(&form.schema, &Cursor::new("/schema", compiler))?;
    let root = schema
        .keywords()
        .filter(|root| root.types.as_slice() == [JsonType::Object]);
    let Some(root) = root else {
        return Err(LoadError::bad_shape("type object at the root", "/schema"));
    };
    refuse_unknown_properties(&schema, root, "/schema")?;
    refuse_contradictions(&form.schema, compiler, "/schema")?;
    let fields = form.schema.get("properties").unwrap_or(&Value::Null);
    let layout = read_ui_schema(form, fields, root, compiler)?;
    let positions = question_positions(&layout.pages)?;
    if positions.is_empty() {
        return Err(LoadError::bad_shape("at least one question", "/ui_schema"));
    }
    let definition = FormDefinition {
        key: form.key.clone(),
        version: form.version,
        title: form.title.clone(),
        pages: layout.pages,
        rules: layout.rules,
        persons: layout.persons,
        positions,
        schema,
    };
    refuse_hidden_requirements(&definition)?;
    Ok(definition)
}

fn question_positions(
    pages: &[QuestionPage],
) -> Result<BTreeMap<String, QuestionPosition>, LoadError> {
    let mut positions = BTreeMap::new();
    for (page, content) in pages.iter().enumerate() {
        for question in content.questions() {
            let number = positions.len();
            let position = QuestionPosition { number, page };
            let earlier = positions.insert(question.id.clone(), position);
            if earlier.is_some() {
                let reason = LoadErrorReason::AskedTwice;
                return Err(LoadError::new(reason, &question.id, "/ui_schema"));
            }
        }
    }
    Ok(positions)
}

/// Returns an error if a question is always required but a rule can hide it. Nobody could submit such a form.
fn refuse_hidden_requirements(definition: &FormDefinition) -> Result<(), LoadError> {
    let root = definition.schema.keywords();
    for name in root.map_or(&[][..], |root| root.object.required.as_slice()) {
        let can_hide = |index: &usize| definition.rules.get(*index).is_some_and(Rule::can_hide);
        let is_always_shown = definition
            .question(name)
            .is_some_and(|question| !question.rules.iter().any(can_hide));
        if !is_always_shown {
            let reason = LoadErrorReason::HiddenRequired;
            return Err(LoadError::new(reason, name, "/schema/required"));
        }
    }
    Ok(())
}
