//! Converts between the text of a form control and the JSON value of an answer.

use contract::limits::TEXT_CHARS;
use serde_json::{Map, Value};

use crate::form::json_schema::json_equal;
use crate::form::model::{AnswerKind, plain_text};
use crate::format::{self, FormatError};
use crate::json::parse_json;

/// Parses typed text into an answer.
///
/// For a question with options, the text is the [`key`](crate::form::AnswerOption::key) of the option. For a yes-no
/// question it is `true` or `false`. For a place (see [`build_place`]) and for a list it is JSON.
///
/// # Errors
/// [`FormatError`] if the text is not a valid answer of this kind.
pub fn parse_typed_answer(kind: &AnswerKind, typed: &str) -> Result<Value, FormatError> {
    let text = match kind {
        AnswerKind::PersonName | AnswerKind::PersonNamePart => format::parse_person_name(typed)?,
        AnswerKind::CitizenId => format::parse_citizen_id(typed)?,
        AnswerKind::IdentityNumber => format::parse_identity_number(typed)?,
        AnswerKind::Phone => format::parse_phone(typed)?,
        AnswerKind::Email => format::parse_email(typed)?,
        AnswerKind::Date => format::parse_date(typed)?,
        AnswerKind::PartialDate => format::parse_partial_date(typed)?,
        AnswerKind::BirthCertificateCode => format::parse_birth_certificate_code(typed)?,
        AnswerKind::Text(max_chars) => format::parse_one_line_text(typed, *max_chars)?,
        AnswerKind::LongText(max_chars) => format::parse_text(typed, *max_chars)?,
        AnswerKind::DateInWords(_) => format::parse_one_line_text(typed, TEXT_CHARS)?,
        AnswerKind::Count => return whole_number(&format::parse_count(typed)?),
        AnswerKind::Money => return whole_number(&format::parse_amount(typed)?),
        AnswerKind::YesNo | AnswerKind::Declaration => {
            return match typed {
                "true" => Ok(Value::Bool(true)),
                "false" => Ok(Value::Bool(false)),
                "" => Err(FormatError::Empty),
                _ => Err(FormatError::NotAnOption),
            };
        }
        AnswerKind::Select(options) | AnswerKind::Radio(options) => {
            if typed.is_empty() {
                return Err(FormatError::Empty);
            }
            let chosen = options.iter().find(|option| option.key() == typed);
            return chosen
                .map(|option| option.value.clone())
                .ok_or(FormatError::NotAnOption);
        }
        AnswerKind::Place => return parse_place(typed),
        AnswerKind::List(_) => {
            return parse_json(typed).ok_or(FormatError::NotAnOption);
        }
    };
    Ok(Value::String(text))
}

/// Formats an answer for display.
///
/// An option is shown by its label, and a list by its number of entries. For a place only the detail is shown; the
/// caller adds the names of the province and the commune. An answer that doesn't fit the kind is shown as plain JSON.
pub fn display_answer(kind: &AnswerKind, answer: &Value) -> String {
    match (kind, answer) {
        (AnswerKind::Phone, Value::String(phone)) => format::display_phone(phone),
        (AnswerKind::CitizenId | AnswerKind::IdentityNumber, Value::String(id)) => {
            format::display_citizen_id(id)
        }
        (AnswerKind::Money, Value::Number(dong)) => match dong.as_u64() {
            Some(dong) => format::display_money(dong),
            None => plain_text(answer),
        },
        (AnswerKind::YesNo | AnswerKind::Declaration, Value::Bool(true)) => "Có".to_owned(),
        (AnswerKind::YesNo | AnswerKind::Declaration, Value::Bool(false)) => "Không".to_owned(),
        (AnswerKind::Select(options) | AnswerKind::Radio(options), _) => {
            let mut options = options.iter();
            let chosen = options.find(|option| json_equal(&option.value, answer));
            chosen.map_or_else(|| plain_text(answer), |option| option.label.clone())
        }
        (AnswerKind::Place, Value::Object(place)) => {
            place.get("detail").map(plain_text).unwrap_or_default()
        }
        (AnswerKind::List(_), Value::Array(entries)) => entries.len().to_string(),
        _ => plain_text(answer),
    }
}

/// Builds the answer for a place: a province code of two digits, a commune code of five digits, and a detail (house
/// number, street, hamlet), which may be empty.
///
/// # Errors
/// [`FormatError::Empty`] if all three are empty. [`FormatError::UnknownPlace`] if a code is missing or malformed. The
/// error of [`parse_one_line_text`](crate::format::parse_one_line_text) if the detail is invalid.
pub fn build_place(province: &str, commune: &str, detail: &str) -> Result<Value, FormatError> {
    if province.is_empty() && commune.is_empty() && detail.trim().is_empty() {
        return Err(FormatError::Empty);
    }
    let is_code =
        |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_code(province, 2) || !is_code(commune, 5) {
        return Err(FormatError::UnknownPlace);
    }
    let mut place = Map::new();
    place.insert("province".to_owned(), Value::String(province.to_owned()));
    place.insert("commune".to_owned(), Value::String(commune.to_owned()));
    match format::parse_one_line_text(detail, TEXT_CHARS) {
        Ok(detail) => {
            place.insert("detail".to_owned(), Value::String(detail));
        }
        Err(FormatError::Empty) => {}
        Err(error) => return Err(error),
    }
    Ok(Value::Object(place))
}

fn parse_place(typed: &str) -> Result<Value, FormatError> {
    if typed.is_empty() {
        return Err(FormatError::Empty);
    }
    let place: Value = parse_json(typed).ok_or(FormatError::UnknownPlace)?;
    let member = |name| place.get(name).and_then(Value::as_str).unwrap_or("");
    build_place(member("province"), member("commune"), member("detail"))
}

fn whole_number(digits: &str) -> Result<Value, FormatError> {
    digits
        .parse::<u64>()
        .map(Value::from)
        .map_err(|_| FormatError::NotANumber)
}
