//! The kind of question that a property of the schema makes.

use contract::limits::{LONG_TEXT_CHARS, TEXT_CHARS};
use serde_json::Value;

use super::control_options::Widget;
use super::load_fault::{LoadFault, LoadReason};
use super::named_format::NamedFormat;
use super::question::{Choice, Kind, plain};
use super::schema::{Rules, Type};

/// The kind of question a property makes, with the widget its control asks for.
pub(super) fn kind_of(
    rules: &Rules,
    field: &Value,
    widget: Option<Widget>,
    at: &str,
) -> Result<Kind, LoadFault> {
    if let Some(choices) = choices(rules, field) {
        return Ok(match widget {
            Some(Widget::Radio) => Kind::Radio(choices),
            _ => Kind::Select(choices),
        });
    }
    let max = |most: usize| {
        rules
            .text
            .max_length
            .and_then(|length| usize::try_from(length).ok())
            .map_or(most, |l| l.min(most))
    };
    let kind = match (rules.types.as_slice(), rules.format) {
        ([Type::String], Some(format)) => match format {
            NamedFormat::PersonName => Kind::PersonName,
            NamedFormat::PersonNamePart => Kind::PersonNamePart,
            NamedFormat::CitizenId => Kind::CitizenId,
            NamedFormat::IdentityNumber => Kind::IdentityNumber,
            NamedFormat::Phone => Kind::Phone,
            NamedFormat::Email => Kind::Email,
            NamedFormat::Date => Kind::Date,
            NamedFormat::PartialDate => Kind::PartialDate,
            NamedFormat::BirthCertificateCode => Kind::BirthCertificateCode,
            NamedFormat::ProvinceCode | NamedFormat::CommuneCode => Kind::Text(max(TEXT_CHARS)),
            NamedFormat::Place | NamedFormat::Money => {
                return Err(LoadFault::new(LoadReason::UnknownFormat, format.name(), at));
            }
        },
        ([Type::String], None) => match widget {
            Some(Widget::LongText) => Kind::LongText(max(LONG_TEXT_CHARS)),
            _ => Kind::Text(max(TEXT_CHARS)),
        },
        ([Type::Object], Some(NamedFormat::Place)) => Kind::Place,
        ([Type::Integer], Some(NamedFormat::Money)) => Kind::Money,
        ([Type::Integer], None) => Kind::Count,
        ([Type::Boolean], None) if rules.constant == Some(Value::Bool(true)) => Kind::Declaration,
        ([Type::Boolean], None) => Kind::YesNo,
        _ => {
            return Err(LoadFault::new(
                LoadReason::UnknownType,
                "of this question",
                at,
            ));
        }
    };
    Ok(kind)
}

fn choices(rules: &Rules, field: &Value) -> Option<Vec<Choice>> {
    if let Some(values) = &rules.choices {
        let choice = |value: &Value| Choice {
            label: plain(value),
            value: value.clone(),
        };
        return Some(values.iter().map(choice).collect());
    }
    if rules.combined.one_of.is_empty() {
        return None;
    }
    let branches = field.get("oneOf")?.as_array()?;
    let choice = |branch: &Value| {
        let value = branch.get("const")?.clone();
        let title = branch.get("title").and_then(Value::as_str);
        let label = title.map_or_else(|| plain(&value), str::to_owned);
        Some(Choice { value, label })
    };
    branches.iter().map(choice).collect()
}
