//! One Control of the UI schema with the property it asks for, read into a question.

use serde_json::Value;

use super::carry_over::CarryOver;
use super::condition::question_in;
use super::control_options::Options;
use super::entries::read_entries;
use super::kind_of::kind_of;
use super::load_fault::{LoadFault, LoadReason, below};
use super::question::{Kind, Question};
use super::schema::{Patterns, Rules, Schema};

/// The properties that controls ask for: a form's, or those of an entry of a list.
pub(super) struct Fields<'a> {
    /// As they are written.
    pub(super) values: &'a Value,
    /// The schema whose properties they are.
    pub(super) root: &'a Rules,
    /// Where they stand in the form.
    pub(super) at: String,
    /// Whether they may be lists, derived or prefilled: an entry's may not.
    pub(super) may_repeat: bool,
    pub(super) patterns: Patterns,
}

/// What the layouts round a control say of it.
#[derive(Clone, Default)]
pub(super) struct Around {
    /// Rules that show, hide, enable or disable it.
    pub(super) rules: Vec<usize>,
    /// Whether its answer may come from an earlier dossier.
    pub(super) carry_over: CarryOver,
}

/// Reads the control that stands at `at`.
pub(super) fn read_control(
    control: &Value,
    label: Option<String>,
    at: &str,
    around: Around,
    fields: &Fields<'_>,
) -> Result<Question, LoadFault> {
    let scope = control.get("scope").unwrap_or(&Value::Null);
    let id = question_in(fields.root, scope, &below(at, "scope"))?;
    let field = fields.values.get(&id).unwrap_or(&Value::Null);
    let schema = fields.root.object.properties.get(&id);
    let field_at = below(&fields.at, &id);
    let Some(own) = schema.and_then(Schema::rules) else {
        return Err(LoadFault::shape("an object", &field_at));
    };
    let options_at = below(at, "options");
    let options = Options::read(fields, control.get("options"), &options_at)?;
    let kind = match (
        read_entries(own, field, &field_at, &options, fields)?,
        &options.words_of,
    ) {
        (Some(entries), _) => Kind::List(entries),
        (None, Some(other)) => Kind::WordsOf(other.clone()),
        (None, None) => kind_of(own, field, options.widget, &field_at)?,
    };
    let default = field.get("default").cloned();
    if let (Some(default), Some(schema)) = (&default, schema)
        && !schema.holds(default)
    {
        let at = below(&field_at, "default");
        return Err(LoadFault::new(LoadReason::BadDefault, &id, &at));
    }
    let described = |name| field.get(name).and_then(Value::as_str).map(str::to_owned);
    Ok(Question {
        label: label
            .or_else(|| described("title"))
            .unwrap_or_else(|| id.clone()),
        hint: described("description"),
        kind,
        default,
        prefill: options.prefill,
        may_be_future: options.future,
        same_as: options.same_as,
        carry_over: options.carry_over.unwrap_or(around.carry_over),
        rules: around.rules,
        id,
    })
}
