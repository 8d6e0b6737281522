//! Finds the questions that must be answered.

use std::collections::BTreeSet;

use contract::form::Answers;
use serde_json::Value;

use super::effective_answers::effective_among;
use super::visibility::visible_elements;
use crate::form::json_schema::Schema;
use crate::form::model::{AnswerKind, ElementIds, FormDefinition, entry_question_id};

/// The ids of the questions that must be answered. They can depend on the answers so far.
pub fn required_questions(definition: &FormDefinition, answers: &Answers) -> BTreeSet<String> {
    required_among(definition, answers, &visible_elements(definition, answers))
}

/// Like [`required_questions`], for callers that have computed the visible elements already.
pub(super) fn required_among(
    definition: &FormDefinition,
    answers: &Answers,
    visible: &ElementIds,
) -> BTreeSet<String> {
    let answers = Value::Object(effective_among(definition, answers, visible));
    let mut ids = BTreeSet::new();
    collect_required(&definition.schema, &answers, &mut ids);
    ids.retain(|id| visible.contains(id));
    for list in definition.questions() {
        let is_list = matches!(list.kind, AnswerKind::List(_));
        let Some(schema) = entry_schema(definition, &list.id).filter(|_| is_list) else {
            continue;
        };
        if !visible.contains(&list.id) {
            continue;
        }
        let entries = answers.get(&list.id).and_then(Value::as_array);
        for (index, entry) in entries.into_iter().flatten().enumerate() {
            let mut entry_ids = BTreeSet::new();
            collect_required(schema, entry, &mut entry_ids);
            let full_id = |id: &String| entry_question_id(&list.id, &index.to_string(), id);
            ids.extend(entry_ids.iter().map(full_id));
        }
    }
    ids
}

/// The schema of one entry of the list with this id.
fn entry_schema<'a>(definition: &'a FormDefinition, list: &str) -> Option<&'a Schema> {
    let properties = &definition.schema.keywords()?.object.properties;
    properties.get(list)?.keywords()?.array.items.as_ref()
}

/// Adds to `names` the properties that the schema requires in the object `answers`. Includes those that `allOf`, `if`
/// and dependent schemas require.
fn collect_required(schema: &Schema, answers: &Value, names: &mut BTreeSet<String>) {
    let (Some(keywords), Value::Object(members)) = (schema.keywords(), answers) else {
        return;
    };
    names.extend(keywords.object.required_names(members).cloned());
    for schema in keywords.applicable_schemas(answers, members) {
        collect_required(schema, answers, names);
    }
}
