//! Repeating groups: an array whose entries are answered by the same questions, and the ids of those questions,
//! `members/0/name`. Entries hold no lists, and their questions neither hide nor derive.

use contract::form::Answers;
use serde_json::{Map, Value};

use super::control::{Around, Fields, read_control};
use super::control_options::Options;
use super::load_fault::{LoadFault, LoadReason, below};
use super::question::{Kind, Question};
use super::schema::{Rules, Schema, Type, array, text};

/// The questions that each entry of a list answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries {
    /// The questions, with ids of their own entry: `name`. [`Question::entry`] gives them their whole ids.
    pub questions: Vec<Question>,
    /// Words of the button that adds one: «Thêm thành viên».
    pub add: Option<String>,
    /// What one entry is called: «Thành viên».
    pub item: Option<String>,
    /// Most entries.
    pub most: Option<usize>,
}

/// The parts of an id such as `members/0/name`: the list, the entry's number, the question in it.
pub(super) fn parts(id: &str) -> Option<(&str, usize, &str)> {
    let (list, rest) = id.split_once('/')?;
    let (index, inner) = rest.split_once('/')?;
    Some((list, index.parse().ok()?, inner))
}

/// The id of a question of one entry.
pub(super) fn entry_id(list: &str, index: usize, inner: &str) -> String {
    [list, "/", &index.to_string(), "/", inner].concat()
}

impl Question {
    /// The questions of a list's entry, from 0, with their whole ids; none unless it is a list.
    pub fn entry(&self, index: usize) -> Vec<Question> {
        let whole = |question: &Question| Question {
            id: entry_id(&self.id, index, &question.id),
            ..question.clone()
        };
        match &self.kind {
            Kind::List(entries) => entries.questions.iter().map(whole).collect(),
            _ => Vec::new(),
        }
    }
}

/// The answer to a question, of an entry of a list too.
pub fn answer_of<'a>(answers: &'a Answers, id: &str) -> Option<&'a Value> {
    answers.get(id).or_else(|| {
        let (list, index, inner) = parts(id)?;
        answers.get(list)?.get(index)?.get(inner)
    })
}

/// What changes when a question is answered: the id and the new value of the answer that holds it. `Null` takes an
/// answer away. A question of an entry changes its whole list; entries that are missing before it come to be.
pub fn with_answer(answers: &Answers, id: &str, value: Value) -> (String, Value) {
    let Some((list, index, inner)) = parts(id).filter(|_| !answers.contains_key(id)) else {
        return (id.to_owned(), value);
    };
    let mut entries = match answers.get(list) {
        Some(Value::Array(entries)) => entries.clone(),
        _ => Vec::new(),
    };
    while entries.len() <= index {
        entries.push(Value::Object(Map::new()));
    }
    if let Some(entry) = entries.get_mut(index) {
        if !entry.is_object() {
            *entry = Value::Object(Map::new());
        }
        if let Value::Object(members) = entry {
            match value {
                Value::Null => drop(members.remove(inner)),
                value => drop(members.insert(inner.to_owned(), value)),
            }
        }
    }
    (list.to_owned(), Value::Array(entries))
}

/// Reads the list that a control asks for; `None` when its property is no array.
pub(super) fn read_entries(
    own: &Rules,
    field: &Value,
    field_at: &str,
    options: &Options,
    fields: &Fields<'_>,
) -> Result<Option<Entries>, LoadFault> {
    if own.types.as_slice() != [Type::Array] {
        return Ok(None);
    }
    let items_at = below(field_at, "items");
    let items = own.array.items.as_ref().and_then(Schema::rules);
    let of_entries = items.filter(|items| items.types.as_slice() == [Type::Object]);
    let Some(root) = of_entries.filter(|_| fields.may_repeat) else {
        let reason = LoadReason::UnknownType;
        return Err(LoadFault::new(reason, "of these entries", &items_at));
    };
    let inner = Fields {
        values: field.pointer("/items/properties").unwrap_or(&Value::Null),
        root,
        at: below(&items_at, "properties"),
        may_repeat: false,
        patterns: fields.patterns,
    };
    let mut questions = Vec::new();
    match &options.detail {
        Some((detail, at)) => controls(detail, at, &inner, &mut questions)?,
        None => {
            for name in root.object.properties.keys() {
                let scope = below("#/properties", name);
                let control = Map::from_iter([("scope".to_owned(), Value::from(scope))]);
                questions.push(read_control(
                    &Value::Object(control),
                    None,
                    field_at,
                    Around::default(),
                    &inner,
                )?);
            }
        }
    }
    let unasked = |name: &&String| questions.iter().all(|question| question.id != **name);
    if let Some(name) = root.object.required.iter().find(unasked) {
        let reason = LoadReason::HiddenRequired;
        return Err(LoadFault::new(reason, name, &below(&items_at, "required")));
    }
    Ok(Some(Entries {
        questions,
        add: options.add.clone(),
        item: options.item.clone(),
        most: own
            .array
            .max_items
            .and_then(|most| usize::try_from(most).ok()),
    }))
}

fn controls(
    element: &Value,
    at: &str,
    fields: &Fields<'_>,
    questions: &mut Vec<Question>,
) -> Result<(), LoadFault> {
    let name = text(
        element.get("type").unwrap_or(&Value::Null),
        &below(at, "type"),
    )?;
    let known: &[&str] = match name {
        "Control" => &["type", "scope", "label", "options"],
        "VerticalLayout" | "HorizontalLayout" => &["type", "elements"],
        _ => return Err(LoadFault::new(LoadReason::UnknownElement, name, at)),
    };
    super::rule::only(element, known, at)?;
    if name == "Control" {
        let label = element.get("label").and_then(Value::as_str);
        let label = label.map(str::to_owned);
        let question = read_control(element, label, at, Around::default(), fields)?;
        if questions.iter().any(|known| known.id == question.id) {
            return Err(LoadFault::new(LoadReason::AskedTwice, &question.id, at));
        }
        questions.push(question);
        return Ok(());
    }
    let at = below(at, "elements");
    let elements = array(element.get("elements").unwrap_or(&Value::Null), &at)?;
    for (index, element) in elements.iter().enumerate() {
        // One layout may hold another; deeper, a form is no form any more.
        let at = below(&at, &index.to_string());
        if at.len() > MOST_DEPTH_CHARS {
            return Err(LoadFault::new(LoadReason::TooDeep, "detail", &at));
        }
        controls(element, &at, fields, questions)?;
    }
    Ok(())
}

/// Longest pointer into a detail.
const MOST_DEPTH_CHARS: usize = 2_000;
