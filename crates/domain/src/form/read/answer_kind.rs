//! Chooses the kind of answer for a property of the schema.

use contract::limits::{LONG_TEXT_CHARS, TEXT_CHARS};
use serde_json::Value;

use super::control_options::Widget;
use crate::form::json_schema::{JsonType, Keywords, LoadError, LoadErrorReason, NamedFormat};
use crate::form::model::{AnswerKind, AnswerOption, plain_text};

/// The kind of answer for a property. It depends on the property's schema and on the widget that the Control names.
/// `keywords` is the loaded schema, `json` is the same schema as the form contains it.
///
/// # Errors
/// [`LoadError`] if no kind of answer has this type and format.
pub(super) fn answer_kind(
    keywords: &Keywords,
    json: &Value,
    widget: Option<Widget>,
    pointer: &str,
) -> Result<AnswerKind, LoadError> {
    if let Some(options) = answer_options(keywords, json) {
        return Ok(match widget {
            Some(Widget::Radio) => AnswerKind::Radio(options),
            Some(Widget::Default | Widget::LongText) | None => AnswerKind::Select(options),
        });
    }
    let max_chars = |limit: usize| {
        let max_length = keywords.text.max_length;
        let max_length = max_length.and_then(|length| usize::try_from(length).ok());
        max_length.map_or(limit, |length| length.min(limit))
    };
    let kind = match (keywords.types.as_slice(), keywords.format) {
        ([JsonType::String], Some(format)) => match format {
            NamedFormat::PersonName => AnswerKind::PersonName,
            NamedFormat::PersonNamePart => AnswerKind::PersonNamePart,
            NamedFormat::CitizenId => AnswerKind::CitizenId,
            NamedFormat::IdentityNumber => AnswerKind::IdentityNumber,
            NamedFormat::Phone => AnswerKind::Phone,
            NamedFormat::Email => AnswerKind::Email,
            NamedFormat::Date => AnswerKind::Date,
            NamedFormat::PartialDate => AnswerKind::PartialDate,
            NamedFormat::BirthCertificateCode => AnswerKind::BirthCertificateCode,
            NamedFormat::ProvinceCode | NamedFormat::CommuneCode => {
                AnswerKind::Text(max_chars(TEXT_CHARS))
            }
            NamedFormat::Place | NamedFormat::Money => {
                let reason = LoadErrorReason::UnknownFormat;
                return Err(LoadError::new(reason, format.name(), pointer));
            }
        },
        ([JsonType::String], None) => match widget {
            Some(Widget::LongText) => AnswerKind::LongText(max_chars(LONG_TEXT_CHARS)),
            Some(Widget::Radio | Widget::Default) | None => AnswerKind::Text(max_chars(TEXT_CHARS)),
        },
        ([JsonType::Object], Some(NamedFormat::Place)) => AnswerKind::Place,
        ([JsonType::Integer], Some(NamedFormat::Money)) => AnswerKind::Money,
        ([JsonType::Integer], None) => AnswerKind::Count,
        ([JsonType::Boolean], None) if keywords.const_value == Some(Value::Bool(true)) => {
            AnswerKind::Declaration
        }
        ([JsonType::Boolean], None) => AnswerKind::YesNo,
        _ => {
            let reason = LoadErrorReason::UnknownType;
            return Err(LoadError::new(reason, "of this question", pointer));
        }
    };
    Ok(kind)
}

/// The options of `enum`, or of a `oneOf` in which every schema has a `const`. `None` if there are none.
fn answer_options(keywords: &Keywords, json: &Value) -> Option<Vec<AnswerOption>> {
    if let Some(values) = &keywords.enum_values {
        let option = |value: &Value| AnswerOption {
            label: plain_text(value),
            value: value.clone(),
        };
        return Some(values.iter().map(option).collect());
    }
    if keywords.combined.one_of.is_empty() {
        return None;
    }
    let schemas = json.get("oneOf")?.as_array()?;
    let option = |schema: &Value| {
        let value = schema.get("const")?.clone();
        let title = schema.get("title").and_then(Value::as_str);
        let label = title.map_or_else(|| plain_text(&value), str::to_owned);
        Some(AnswerOption { value, label })
    };
    schemas.iter().map(option).collect()
}
