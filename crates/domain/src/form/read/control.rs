//! Reads a Control of the UI schema, together with its property of the JSON Schema, into a question. For a repeating
//! group the property is an array of objects. The layout of its entries contains further Controls.

use serde_json::Value;

use super::answer_kind::answer_kind;
use super::control_options::{ControlOptions, read_control_options};
use super::fields::{Fields, Inherited, refuse_unknown_members};
use super::property_names::property_of_scope;
use crate::form::json_schema::{
    JsonType, Keywords, LoadError, LoadErrorReason, Schema, child_pointer, expect_array,
    expect_text,
};
use crate::form::model::{AnswerKind, ListDefinition, Question};
use crate::map_of;

/// The longest JSON Pointer into the layout of list entries, in bytes. It limits how deep layouts can be nested.
const MAX_POINTER_CHARS: usize = 2_000;

/// Reads the Control at `pointer`.
pub(super) fn read_control(
    control: &Value,
    label: Option<String>,
    pointer: &str,
    inherited: Inherited,
    fields: &Fields<'_>,
) -> Result<Question, LoadError> {
    let scope = control.get("scope").unwrap_or(&Value::Null);
    let id = property_of_scope(fields.root, scope, &child_pointer(pointer, "scope"))?;
    let json = fields.json.get(&id).unwrap_or(&Value::Null);
    let schema = fields.root.object.properties.get(&id);
    let field_pointer = child_pointer(&fields.pointer, &id);
    let Some(keywords) = schema.and_then(Schema::keywords) else {
        return Err(LoadError::bad_shape("an object", &field_pointer));
    };
    let options_pointer = child_pointer(pointer, "options");
    let options = read_control_options(fields, control.get("options"), &options_pointer)?;
    let entries = read_entry_list(keywords, json, &field_pointer, &options, fields)?;
    let kind = match (entries, &options.words_of) {
        (Some(entries), _) => AnswerKind::List(entries),
        (None, Some(source)) => AnswerKind::DateInWords(source.clone()),
        (None, None) => answer_kind(keywords, json, options.widget, &field_pointer)?,
    };
    let default = json.get("default").cloned();
    if let (Some(default), Some(schema)) = (&default, schema)
        && !schema.is_valid(default)
    {
        let pointer = child_pointer(&field_pointer, "default");
        return Err(LoadError::new(LoadErrorReason::BadDefault, &id, &pointer));
    }
    let annotation = |name| json.get(name).and_then(Value::as_str).map(str::to_owned);
    Ok(Question {
        label: label
            .or_else(|| annotation("title"))
            .unwrap_or_else(|| id.clone()),
        hint: annotation("description"),
        kind,
        default,
        prefill: options.prefill,
        allows_future: options.allows_future,
        same_as: options.same_as,
        carry_over: options.carry_over.unwrap_or(inherited.carry_over),
        rules: inherited.rules,
        id,
    })
}

/// Reads the repeating group of a Control. Returns `None` if its property is not an array.
fn read_entry_list(
    keywords: &Keywords,
    json: &Value,
    field_pointer: &str,
    options: &ControlOptions,
    fields: &Fields<'_>,
) -> Result<Option<ListDefinition>, LoadError> {
    if keywords.types.as_slice() != [JsonType::Array] {
        return Ok(None);
    }
    let items_pointer = child_pointer(field_pointer, "items");
    let items = keywords.array.items.as_ref().and_then(Schema::keywords);
    let root = items
        .filter(|items| items.types.as_slice() == [JsonType::Object])
        .filter(|_| !fields.in_entry);
    let Some(root) = root else {
        let reason = LoadErrorReason::UnknownType;
        return Err(LoadError::new(reason, "of these entries", &items_pointer));
    };
    let entry_fields = Fields {
        json: json.pointer("/items/properties").unwrap_or(&Value::Null),
        root,
        pointer: child_pointer(&items_pointer, "properties"),
        in_entry: true,
        compiler: fields.compiler,
    };
    let mut questions = Vec::new();
    match &options.detail {
        Some((detail, pointer)) => {
            read_entry_layout(detail, pointer, &entry_fields, &mut questions)?;
        }
        // If there is no layout, the entry has a question for every property.
        None => {
            for name in root.object.properties.keys() {
                let scope = child_pointer("#/properties", name);
                let control = map_of([("scope".to_owned(), Value::from(scope))]);
                questions.push(read_control(
                    &Value::Object(control),
                    None,
                    field_pointer,
                    Inherited::default(),
                    &entry_fields,
                )?);
            }
        }
    }
    let is_unasked = |name: &&String| questions.iter().all(|question| question.id != **name);
    if let Some(name) = root.object.required.iter().find(is_unasked) {
        let reason = LoadErrorReason::HiddenRequired;
        let pointer = child_pointer(&items_pointer, "required");
        return Err(LoadError::new(reason, name, &pointer));
    }
    let max_entries = keywords.array.max_items;
    Ok(Some(ListDefinition {
        questions,
        add_label: options.add_label.clone(),
        entry_label: options.entry_label.clone(),
        max_entries: max_entries.and_then(|maximum| usize::try_from(maximum).ok()),
    }))
}

/// Adds to `questions` the questions of one element in the layout of list entries.
fn read_entry_layout(
    element: &Value,
    pointer: &str,
    fields: &Fields<'_>,
    questions: &mut Vec<Question>,
) -> Result<(), LoadError> {
    let element_type = expect_text(
        element.get("type").unwrap_or(&Value::Null),
        &child_pointer(pointer, "type"),
    )?;
    let known: &[&str] = match element_type {
        "Control" => &["type", "scope", "label", "options"],
        "VerticalLayout" | "HorizontalLayout" => &["type", "elements"],
        _ => {
            let reason = LoadErrorReason::UnknownElement;
            return Err(LoadError::new(reason, element_type, pointer));
        }
    };
    refuse_unknown_members(element, known, pointer)?;
    if element_type == "Control" {
        let label = element.get("label").and_then(Value::as_str);
        let label = label.map(str::to_owned);
        let question = read_control(element, label, pointer, Inherited::default(), fields)?;
        if questions.iter().any(|earlier| earlier.id == question.id) {
            let reason = LoadErrorReason::AskedTwice;
            return Err(LoadError::new(reason, &question.id, pointer));
        }
        questions.push(question);
        return Ok(());
    }
    let pointer = child_pointer(pointer, "elements");
    let elements = element.get("elements").unwrap_or(&Value::Null);
    for (index, element) in expect_array(elements, &pointer)?.iter().enumerate() {
        let pointer = child_pointer(&pointer, &index.to_string());
        if pointer.len() > MAX_POINTER_CHARS {
            let reason = LoadErrorReason::TooDeep;
            return Err(LoadError::new(reason, "detail", &pointer));
        }
        read_entry_layout(element, &pointer, fields, questions)?;
    }
    Ok(())
}
