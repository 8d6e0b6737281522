//! Reads the options of a Control: the project's own options, and `format` and `multi` of JSON Forms. `ui_schema.rs`
//! lists all of them.

use serde_json::Value;

use super::carry_over::read_carry_over;
use super::fields::{Fields, refuse_unknown_members};
use super::property_names::property;
use crate::form::json_schema::{
    LoadError, LoadErrorReason, child_pointer, expect_array, expect_object,
};
use crate::form::model::{CarryOver, Prefill};

/// The input element that a Control names in its options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Widget {
    Radio,
    /// The usual input element for the kind of answer.
    Default,
    LongText,
}

/// The options of a Control.
#[derive(Default)]
pub(super) struct ControlOptions {
    pub(super) widget: Option<Widget>,
    pub(super) prefill: Option<Prefill>,
    /// Id of the date question whose answer this question repeats in words.
    pub(super) words_of: Option<String>,
    pub(super) allows_future: bool,
    /// The layout of list entries, and the JSON Pointer to this layout.
    pub(super) detail: Option<(Value, String)>,
    pub(super) add_label: Option<String>,
    pub(super) entry_label: Option<String>,
    pub(super) same_as: Vec<String>,
    /// The option `carry_over`. `None`: the option of the enclosing layout applies.
    pub(super) carry_over: Option<CarryOver>,
}

/// Reads the options at `pointer`.
pub(super) fn read_control_options(
    fields: &Fields<'_>,
    json: Option<&Value>,
    pointer: &str,
) -> Result<ControlOptions, LoadError> {
    let mut options = ControlOptions::default();
    let Some(json) = json else {
        return Ok(options);
    };
    for (name, value) in expect_object(json, pointer)? {
        let pointer = child_pointer(pointer, name);
        let unknown = || LoadError::new(LoadErrorReason::UnknownOption, name, &pointer);
        let is_for_form_only = matches!(
            name.as_str(),
            "prefill" | "derive" | "same_as" | "carry_over"
        );
        if fields.in_entry && is_for_form_only {
            return Err(unknown());
        }
        match (name.as_str(), value.as_str()) {
            ("detail", None) => options.detail = Some((value.clone(), pointer)),
            ("add", Some(label)) => options.add_label = Some(label.to_owned()),
            ("item", Some(label)) => options.entry_label = Some(label.to_owned()),
            ("widget" | "format", Some("radio")) => options.widget = Some(Widget::Radio),
            ("widget", Some("long-text")) => options.widget = Some(Widget::LongText),
            ("widget", Some("select" | "text" | "checkbox")) => {
                options.widget = Some(Widget::Default);
            }
            ("multi", None) if *value == Value::Bool(true) => {
                options.widget = Some(Widget::LongText);
            }
            ("multi", None) if *value == Value::Bool(false) => {}
            ("future", None) => options.allows_future = value.as_bool().ok_or_else(unknown)?,
            ("prefill", Some("account.name")) => options.prefill = Some(Prefill::AccountName),
            ("prefill", Some("account.citizen_id")) => {
                options.prefill = Some(Prefill::AccountCitizenId);
            }
            ("prefill", Some("account.birth_date")) => {
                options.prefill = Some(Prefill::AccountBirthDate);
            }
            ("prefill", Some("account.phone")) => options.prefill = Some(Prefill::AccountPhone),
            ("carry_over", _) => options.carry_over = Some(read_carry_over(value, &pointer)?),
            ("derive", None) => {
                refuse_unknown_members(value, &["words-of"], &pointer)?;
                let source = value.get("words-of").unwrap_or(&Value::Null);
                options.words_of = Some(property(fields.root, source, &pointer)?);
            }
            ("same_as", None) => {
                let sources = expect_array(value, &pointer)?.iter();
                let sources = sources.map(|source| property(fields.root, source, &pointer));
                options.same_as = sources.collect::<Result<_, _>>()?;
            }
            _ => return Err(unknown()),
        }
    }
    Ok(options)
}
